import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { dossiers } from './dossiers.ts'

const { digests, originals } = dossiers
const KINDS = ['sources', 'people', 'places', 'organisations', 'quotations', 'figures', 'timeline']
const STYLES = ['Chicago', 'MLA', 'Harvard', 'IEEE']
const FORMATS = ['Plain text', 'BibLaTeX', 'BibTeX', 'RIS', 'CSL-JSON', 'Wikipedia']

describe.each([
  ['the digests', digests],
  ['the originals', originals],
])('citations of %s', (_, root) => {
  const run = test.skipIf(root === undefined)
  const page = (path: string) => readFileSync(join(root!, 'dist', path, 'index.html'), 'utf8')
  const pagesOf = (kind: string) =>
    readdirSync(join(root!, 'dist', kind), { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && /^(?:.*-)?[0-9b-z]{8}$/.test(entry.name))
      .map(({ name }) => `${kind}/${name}/`)

  run.each(KINDS)('every page of %s has its citation in five styles and six formats without a script', (kind) => {
    for (const path of pagesOf(kind)) {
      const html = page(path)
      if (html.includes('<meta name="robots" content="noindex"')) continue /* moved or gone */
      const box = html.slice(html.indexOf('id="cite"'))
      for (const style of STYLES) expect(box, path).toContain(`<dt>${style}</dt>`)
      for (const format of FORMATS) expect(box, path).toContain(`<h3>${format}</h3>`)
      expect(box.match(/class="copyable"/g)!.length, path).toBeGreaterThanOrEqual(1 + STYLES.length + FORMATS.length)
    }
  })

  run('a search has them too', () => {
    for (const format of FORMATS) expect(page('search')).toContain(`<h3>${format}</h3>`)
  })

  run('the address that a source is cited by names its version and holds every passage', () => {
    for (const path of pagesOf('sources')) {
      const version = `${path}v${/data-address="[^"]*\/v(\d+)\/"/.exec(page(path))![1]}/`
      expect(existsSync(join(root!, 'dist', version, 'index.html')), version).toBe(true)
      const ids = Array.from(page(path).matchAll(/ id="(p-[0-9b-z]{6})"/g), ([, id]) => id)
      for (const id of ids) expect(page(version)).toContain(` id="${id}"`)
    }
  })

  run('the list of sources holds one COinS for each', () => {
    expect(page('sources').match(/class="Z3988"/g)).toHaveLength(pagesOf('sources').length)
  })
})
