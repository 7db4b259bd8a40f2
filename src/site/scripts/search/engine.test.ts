import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test, vi } from 'vitest'
import { PAGES_PER_FILE, SEARCH_FILES, type SearchPage } from '../../../model/search-index.ts'
import { classOfLength, placeOf } from '../../../model/pack-search.ts'
import { indexSearch } from '../../../publish/render/index-search.ts'
import { inventCorpus } from '../../../test/bench/build/invent-corpus.ts'
import { entityKey, listKeys, listWords, stemKey } from '../../../text/search-words.ts'
import { openEngine, openPieces } from './engine.ts'
import { rowOf } from './found-page.ts'

/** A site of forty invented articles, whose index takes several pieces. */
const site = mkdtempSync(join(tmpdir(), 'dossier-engine-'))
const pages = inventCorpus(40).articles.map(
  ({ title, paragraphs }, at): SearchPage => ({
    url: `/${at}/`,
    title,
    kind: at < 38 ? 'Source' : 'Page',
    ...(at % 3 > 0 && { publisher: `Gazette ${at % 3}` }),
    ...(at < 30 && { date: `${2000 + Math.floor(at / 10)}-01-01` }),
    parts: [
      { kind: 'about', text: title, dates: ['2017-02-13', '2017-03'] },
      ...paragraphs.map((pieces, part) => ({
        kind: part > 3 ? ('left out' as const) : ('passage' as const),
        text: pieces.map(({ text }) => text).join(''),
        ...(at % 5 === 0 && { entities: ['vale'] }),
      })),
    ],
  }),
)
mkdirSync(join(site, SEARCH_FILES.texts), { recursive: true })
for (let file = 0; file * PAGES_PER_FILE < pages.length; file += 1) {
  const held = pages.slice(file * PAGES_PER_FILE, (file + 1) * PAGES_PER_FILE)
  writeFileSync(join(site, SEARCH_FILES.texts, `${file}.json`), JSON.stringify(held))
}
indexSearch(site, 'en')

const loaded: string[] = []
vi.stubGlobal('fetch', async (path: string) => {
  loaded.push(path)
  return { json: async () => JSON.parse(readFileSync(join(site, path), 'utf8')) as unknown }
})
afterAll(() => {
  vi.unstubAllGlobals()
  rmSync(site, { recursive: true })
})

/** Every word of each page with its place. */
const keys = pages.map(({ parts }) =>
  parts.flatMap((part, index) =>
    listKeys(part, 'en').map((key, at) => [key, placeOf(index, part.kind === 'left out', at)] as const),
  ),
)
/** Words of the index, one in five. */
const words = [...new Set(keys.flat().map(([key]) => key))].filter((_, at) => at % 5 === 0)
const engine = await openEngine(`${SEARCH_FILES.postings}/`, SEARCH_FILES.catalogue, SEARCH_FILES.pages)
const places = async (beginning: string) =>
  [...(await engine.find(beginning))].sort(([a], [b]) => a - b).map(([page, hit]) => [page, hit.places])

/** The same by reading every text. */
const read = (beginning: string) =>
  keys.flatMap((words, page) => {
    const at = words.flatMap(([word, place]) => (word.startsWith(beginning) ? [place] : []))
    return at.length > 0 ? [[page, at]] : []
  })

test.each([
  ['words in their very form', words],
  ['stems', words.map((key) => key.slice(0, key.indexOf('ˑ', 1) + 1))],
  ['beginnings of a letter, two or three', words.flatMap((key) => [1, 2, 3].map((length) => key.slice(0, length)))],
  ['an entity, a day, a month', [entityKey('vale'), 'ˑd20170213ˑ', 'ˑd201702', 'ˑm0213ˑ']],
  ['near misses', [entityKey('val'), 'ˑd20170214ˑ', '\u0001', '\u{10ffff}', 'zzzz']],
])('the index gives the places of %s as reading the texts does', async (_, beginnings) => {
  for (const beginning of new Set(beginnings)) expect(await places(beginning)).toEqual(read(beginning))
})

test('each page has the same facts beside the places of a word and in the list of pages', async () => {
  const facts = pages.map(({ publisher, parts }, page) => ({
    publisher: publisher === undefined ? -1 : engine.catalogue.publishers.indexOf(publisher),
    hasHeadline: parts[1]!.kind === 'headline',
    length: classOfLength(keys[page]!.length),
  }))
  expect(await engine.pages()).toEqual(facts)
  const found = await engine.find(stemKey('the', 'en'))
  expect(found.size).toBe(pages.length)
  for (const [page, hit] of found) expect(hit.facts).toEqual(facts[page])
})

test('kind and year of a page are those of its run', async () => {
  const { kinds, years } = engine.catalogue
  const rows = (await engine.pages()).map((facts, page) => rowOf(engine.catalogue, page, facts))
  expect(rows.map(({ kind, year }) => [kinds[kind], years[year]])).toEqual(
    pages.map(({ kind, date }) => [kind, date?.slice(0, 4)]),
  )
  expect(engine.catalogue.runs).toHaveLength(5)
})

test('a rare word scores more than a common one', async () => {
  const score = async (word: string) => {
    const hits = await engine.find(stemKey(word, 'en'))
    return Math.max(...[...hits.values()].map((hit) => hit.score))
  }
  const forms = pages[0]!.parts.flatMap(({ text }) => listWords(text).map(({ form }) => form))
  const rare = forms.find((word) => read(stemKey(word, 'en')).length === 1)!
  expect(await score(rare)).toBeGreaterThan(await score('the'))
})

test('a search loads the catalogue and the pieces of its own words, each once', async () => {
  const [, second] = engine.catalogue.postings
  loaded.length = 0
  const fresh = await openEngine(`${SEARCH_FILES.postings}/`, SEARCH_FILES.catalogue, SEARCH_FILES.pages)
  await Promise.all([fresh.find(second!), fresh.find(second!.slice(0, -1)), fresh.find(second!)])
  expect(loaded.slice(0, 2)).toEqual([SEARCH_FILES.catalogue, `${SEARCH_FILES.postings}/1.json`])
  expect(loaded.length).toBeLessThan(4)
  expect(new Set(loaded).size).toBe(loaded.length)
})

type Pieces = ReturnType<typeof openPieces>
const openLetters = () => openPieces('letters/', ['b', 'car', 'cat', 'd'])

test.each<[string, (pieces: Pieces) => Promise<unknown>, number[]]>([
  ['a word', ({ loadOf }) => loadOf('cast'), [1]],
  ['a word before all', ({ loadOf }) => loadOf('a'), []],
  ['a beginning', ({ loadBeginning }) => loadBeginning('ca'), [0, 1, 2]],
  ['a beginning that is a first word', ({ loadBeginning }) => loadBeginning('d'), [3]],
  ['a beginning before all', ({ loadBeginning }) => loadBeginning('a'), []],
  ['the neighbours of a word', ({ loadAround }) => loadAround('cast', 1), [0, 1, 2]],
  ['the neighbours of a word before all', ({ loadAround }) => loadAround('a', 1), [0, 1]],
  ['everything', ({ loadAll }) => loadAll(), [0, 1, 2, 3]],
])('for %s the pieces are loaded that can hold it', async (_, load, expected) => {
  loaded.length = 0
  await load(openLetters()).catch(() => {})
  expect(loaded.map((path) => Number(/\d+/.exec(path)![0]))).toEqual(expected)
})
