import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { checkLinks } from '../check/check-links.ts'
import { checkSizes, measurePage } from '../check/check-sizes.ts'
import { readLimits } from '../check/limits.ts'
import { listPages, type SitePage } from '../check/site-page.ts'
import { writeLongDossier } from './long-dossier.fixture.ts'
import { addPages } from './make-dossier.ts'
import { runHere } from './run-cli.ts'

/** Each divided list: the paths of its parts, the selector of an item, and the addresses of all items. */
const LISTS = [
  {
    name: 'sources',
    parts: /^\/sources\/in\//,
    item: /<a class="title" href="([^"]+)"/,
    all: 'sources',
  },
  {
    name: 'dated events',
    parts: /^\/timeline\/in\//,
    item: /<a class="what" href="([^"]+)"/,
    all: 'timeline.json',
  },
  {
    name: 'quotations',
    parts: /^\/quotations\/in\//,
    item: /<blockquote><a href="([^"]+)"/,
    all: 'quotations.json',
  },
  {
    name: 'figures',
    parts: /^\/figures\/in\//,
    item: /<th scope="rowgroup"[^>]*><a href="([^"]+)"/,
    all: 'figures.json',
  },
  {
    name: 'what one person says',
    parts: /^\/people\/amina-vale-[^/]+\/says\//,
    item: /<blockquote><a href="([^"]+)"/,
    all: 'quotations.json',
  },
] as const
const MENTIONS = {
  name: 'what names one person',
  parts: /^\/people\/amina-vale-[^/]+\/in\//,
  item: /<div class="(from)"/,
} as const

let root: string
let pages: readonly SitePage[]
const pagesAt = (path: RegExp) => pages.filter((page) => path.test(page.path))
const pageAt = (address: string) => pages.find(({ path }) => path === address)!
/** The page whose list the parts divide. */
const wholeOf = (parts: RegExp) => pagesAt(parts)[0]!.path.replace(/[^/]+\/[^/]+\/$/, '')
const find = (html: string, pattern: RegExp) =>
  Array.from(html.matchAll(new RegExp(pattern, 'g')), ([, found = '']) => found)

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'dossier-long-'))
  writeLongDossier(root)
  addPages(root)
  expect(await runHere('build', '--root', root)).toMatchObject({ code: 0, stderr: '' })
  pages = listPages(join(root, 'dist'))
}, 600_000)

afterAll(() => rmSync(root, { recursive: true, force: true }))

/** A table of days that agree is shown with its event, not among the figures. */
const isListed = ({ unit, isCompatible }: { unit?: string; isCompatible?: boolean }) =>
  unit !== 'date' || isCompatible !== true

/** How many entries the pipeline wrote: files of a folder, or items of a list. */
function countEntries(name: string): number {
  const path = join(root, 'content', name)
  return name.endsWith('.json')
    ? JSON.parse(readFileSync(path, 'utf8')).filter(isListed).length
    : readdirSync(path).filter((file) => file.endsWith('.mdx')).length
}

/** Whether an address is that of a page, or of an anchor on one. */
function hasPlace(address: string): boolean {
  const [path = '', anchor] = address.split('#')
  const page = pageAt(path)
  return page !== undefined && (anchor === undefined || page.html.includes(`id="${anchor}"`))
}

test.each(LISTS)('the parts of the list of $name hold every item once', ({ parts, item, all }) => {
  const items = pagesAt(parts).flatMap(({ html }) => find(html, item))
  expect(items.length).toBeGreaterThan(100)
  expect(new Set(items).size).toBe(items.length)
  expect(items.length).toBe(countEntries(all))
  for (const item of items) expect(hasPlace(item), item).toBe(true)
})

test('the parts of an entity hold every sentence that names it, with the address of its passage', () => {
  const [file = ''] = readdirSync(join(root, 'content/people'))
  const named = find(readFileSync(join(root, 'content/people', file), 'utf8'), /<Passage id="([^"]+)"/)
  const shown = pagesAt(MENTIONS.parts).flatMap(({ html }) => find(html, /<a class="cited" href="[^"]*#([^"]+)"/))
  expect(shown.length).toBeGreaterThan(200)
  expect(shown.toSorted()).toEqual(named.toSorted())
})

test.each([...LISTS, MENTIONS])(
  'every part of the list of $name is reached from the page of the whole, and leads back to it',
  ({ parts }) => {
    const list = wholeOf(parts)
    const chosen = new Set<string>()
    const waiting = [list]
    for (let path = waiting.pop(); path !== undefined; path = waiting.pop()) {
      const chips = find(pageAt(path).html, /<a class="chip plain" href="([^"]+)"/).filter(
        (href) => parts.test(href) && !chosen.has(href),
      )
      for (const href of chips) chosen.add(href)
      waiting.push(...chips)
    }
    expect([...chosen].toSorted()).toEqual(pagesAt(parts).map(({ path }) => path))
    for (const { path, html } of pagesAt(parts)) expect(html, path).toContain(`<a href="${list}">The whole list</a>`)
  },
)

test.each([...LISTS, MENTIONS])(
  'turning the pages of the list of $name shows each that lists something, forth and back',
  ({ parts, item }) => {
    const listing = pagesAt(parts)
      .filter(({ html }) => item.test(html))
      .map(({ path }) => path)
    const turn = (path: string, rel: string) => find(pageAt(path).html, new RegExp(`<a rel="${rel}" href="([^"]+)"`))[0]
    const walk = (path: string | undefined, rel: string): string[] =>
      path === undefined ? [] : [path, ...walk(turn(path, rel), rel)]
    const forth = walk(
      listing.find((path) => turn(path, 'prev') === undefined),
      'next',
    )
    expect(forth.toSorted()).toEqual(listing)
    expect(walk(forth.at(-1), 'prev')).toEqual(forth.toReversed())
  },
)

test('no page is too large, and no link is broken', () => {
  const dist = join(root, 'dist')
  expect(
    checkSizes(
      pages.map((page) => measurePage(dist, page)),
      readLimits(),
    ),
  ).toEqual([])
  expect(checkLinks(dist, pages)).toEqual([])
})
