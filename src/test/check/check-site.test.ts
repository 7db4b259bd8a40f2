import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { writeFiles } from '../../publish/write-files.ts'
import { checkLinks } from './check-links.ts'
import { checkMarkup } from './check-markup.ts'
import type { PageSize } from './check-sizes.ts'
import { checkSizes, isOfSource, measurePage } from './check-sizes.ts'
import { readLimits } from './limits.ts'
import { listPages, samplePages } from './site-page.ts'

const site = mkdtempSync(join(tmpdir(), 'dossier-check-'))
afterAll(() => rmSync(site, { recursive: true }))

const page = (path: string, html: string) => ({ path, html })
const other = page('/people/', '<p id="vale">Vale</p><p id="é">É</p>')
writeFiles(site, [{ path: 'data/sources.json', text: '[]' }])

test.each<[string, string[]]>([
  ['<a href="/people/#vale">Vale</a>', []],
  ['<a href="people/">People</a>', []],
  ['<a href="/data/sources.json">Data</a>', []],
  ['<a href="https://example.org/x">Elsewhere</a>', []],
  ['<a href="/people/#%C3%A9">É</a>', []],
  ['<a href="/people/?a=1&amp;b=2#vale">Vale</a>', []],
  ['<p>href="/nowhere/"</p>', []],
  ['<a href="/nowhere/">Vale</a>', ['page/link']],
  ['<a href="/data/">Data</a>', ['page/link']],
  ['<a href="/people/#okafor">Okafor</a>', ['page/fragment']],
  ['<a href="#okafor">Okafor</a>', ['page/fragment']],
  ['<img src="https://example.org/x.png">', ['page/remote']],
  ['<p id="a"></p><p id="a"></p><p id="b"></p>', ['page/id-twice']],
  ['<a data-card="a"></a><p id="a"></p>', []],
  ['<a data-card="a"></a>', ['page/card']],
])('links of %s', (html, rules) =>
  expect(checkLinks(site, [page('/', html), other]).map(({ rule }) => rule)).toEqual(rules),
)

test.each([
  ['/dossier/people/', []],
  ['/people/', ['page/link']],
])('in a folder of the host, %s', (href, rules) =>
  expect(checkLinks(site, [page('/', `<a href="${href}">x</a>`), other], '/dossier/').map(({ rule }) => rule)).toEqual(
    rules,
  ),
)

const HTML = '<!doctype html><html lang="en"><head><title>A</title></head><body>'
test.each<[string, string[]]>([
  ['<p>A</p>', []],
  ['<div popover id="a"></div>', []],
  ['<p><div>A</div></p>', ['html/close-order']],
  ['<img src="/a.png">', ['html/wcag/h37']],
])('markup of %s', async (html, rules) => {
  const breaches = await checkMarkup([page('/', `${HTML}${html}</body></html>`)])
  expect([...new Set(breaches.map(({ rule }) => rule))].toSorted()).toEqual(expect.arrayContaining(rules))
  expect(breaches.length > 0).toBe(rules.length > 0)
})

const limits = readLimits()
const size = (path: string, changes: Partial<PageSize> = {}): PageSize => ({
  path,
  html: 0,
  css: 0,
  script: 0,
  words: 0,
  ...changes,
})
const SOURCE = '/sources/a-3k9m2p7x/'
const most = limits.source_html_and_css
test.each<[string, PageSize, string[]]>([
  ['a source at its limit', size(SOURCE, { html: most - 9, css: 9 }), []],
  ['a source above it', size(SOURCE, { html: most - 9, css: 10 }), ['page/size']],
  ['a source of 2,000 words', size(SOURCE, { html: 2 * most, words: 2000 }), []],
  ['a source of 2,000 words above twice the limit', size(SOURCE, { html: 2 * most + 1, words: 2000 }), ['page/size']],
  ['another page at its limit, without CSS', size('/people/', { html: limits.other_html, css: 9 }), []],
  ['another page above it', size('/people/', { html: limits.other_html + 1, css: 9 }), ['page/size']],
  ['a long list', size('/sources/', { html: limits.other_html + 1, words: 5000 }), ['page/size']],
  ['scripts', size('/', { script: limits.script + 1 }), ['page/script']],
  ['scripts of the search page', size('/search/', { script: limits.script + 1 }), []],
])('%s', (_, one, rules) => expect(checkSizes([one], limits).map(({ rule }) => rule)).toEqual(rules))

test.each([
  ['/sources/a-3k9m2p7x/', true],
  ['/sources/a-3k9m2p7x/v2/', true],
  ['/sources/', false],
  ['/sources/in/2017/', false],
  ['/people/a-3k9m2p7x/', false],
])('%s is the page of a source: %j', (path, expected) => expect(isOfSource(path)).toBe(expected))

test('a page is measured with the files that it names, and its passages are counted without tags', () => {
  writeFiles(site, [
    { path: 'a.css', text: 'p { color: red }' },
    { path: 'b.js', text: 'alert(1)' },
  ])
  const head = '<link rel="stylesheet" href="/h/a.css"><script type="module" src="/h/b.js"></script>'
  const { html, css, script, words } = measurePage(
    site,
    page('/', `${head}<p class="passage" id="p">One <a href="/">two</a> three</p><p>Four</p>`),
    '/h/',
  )
  expect(words).toBe(3)
  expect(Math.min(html, css, script)).toBeGreaterThan(20)
  expect(css).not.toBe(script)
})

test('pages are listed under the paths that readers request', () => {
  const folder = mkdtempSync(join(tmpdir(), 'dossier-list-'))
  const paths = ['index.html', '404.html', 'people/index.html', 'people/a/index.html', 'a.txt']
  writeFiles(
    folder,
    paths.map((path) => ({ path, text: path })),
  )
  expect(listPages(folder).map(({ path }) => path)).toEqual(['/404.html', '/', '/people/a/', '/people/'])
  rmSync(folder, { recursive: true })
})

test('a sample holds the first page of each kind', () => {
  const paths = ['/', '/people/a/', '/people/b/', '/people/', '/places/c/', '/places/', '/sources/d/', '/sources/d/v1/']
  const pages = paths.map((path) => page(path, ''))
  expect(samplePages(pages, 1).map(({ path }) => path)).toEqual([
    '/',
    '/people/a/',
    '/people/',
    '/places/c/',
    '/sources/d/',
    '/sources/d/v1/',
  ])
})
