import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { readPages } from './inspect-site.ts'

const site = mkdtempSync(join(tmpdir(), 'dossier-pages-'))
afterAll(() => rmSync(site, { recursive: true }))

const FILES: Readonly<Record<string, string>> = {
  'index.html': '<p id="top">',
  '404.html': '<p onclick=x>',
  'people/index.html': '<p id="a"><p id="b">',
  'people/my-index.html': '<p id="c">',
  'places/index.html.html': '',
  'data/sources.json': '<p onclick=x>',
}

test('pages are read under the path that a reader requests', () => {
  for (const [path, text] of Object.entries(FILES)) {
    mkdirSync(dirname(join(site, path)), { recursive: true })
    writeFileSync(join(site, path), text)
  }
  const reason = 'Unexpected attribute onclick on <p>: it runs code (line 1)'
  expect(readPages(site)).toEqual([
    {
      path: '/404.html',
      ids: new Set(),
      problems: [{ file: '/404.html', severity: 'error', rule: 'page/unsafe-html', reason }],
    },
    { path: '/', ids: new Set(['top']), problems: [] },
    { path: '/people/', ids: new Set(['a', 'b']), problems: [] },
    { path: '/people/my-index.html', ids: new Set(['c']), problems: [] },
    { path: '/places/index.html.html', ids: new Set(), problems: [] },
  ])
})
