import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { SEARCH_FILES, type SearchPage } from '../../model/search-index.ts'
import { listFilesBelow } from '../disk/disk.ts'
import { indexSearch, openValues } from './index-search.ts'

const folder = mkdtempSync(join(tmpdir(), 'dossier-index-'))
afterAll(() => rmSync(folder, { recursive: true }))

const pageOf = (title: string, ...texts: string[]): SearchPage => ({
  url: `/${title}/`,
  title,
  kind: 'Source',
  parts: texts.map((text) => ({ kind: 'passage', text })),
})

/** Every file of the index of these pages, by name. */
function index(name: string, pages: readonly SearchPage[], records?: Parameters<typeof indexSearch>[2]) {
  const site = join(folder, name)
  mkdirSync(join(site, SEARCH_FILES.texts), { recursive: true })
  writeFileSync(join(site, SEARCH_FILES.texts, '0.json'), JSON.stringify(pages))
  indexSearch(site, 'en', records)
  return listFilesBelow(site).map((path) => [path, readFileSync(join(site, path), 'utf8')])
}

test('an index that takes the words of known pages from the last one is the same as a new one', () => {
  const [first, second, edited] = [
    pageOf('ferries', 'The ferry waits for the ferry.', 'Ferries wait.'),
    pageOf('mills', 'The mills wait for water.'),
    pageOf('mills', 'The mills wait for the ferry.'),
  ]
  const recordsOf = (last: number) => ({
    last: join(folder, `${last}.json`),
    next: join(folder, `${last + 1}.json`),
    program: 'p',
  })
  expect(index('a', [first, second], recordsOf(0))).toEqual(index('b', [first, second]))
  expect(index('c', [edited, first], recordsOf(1))).toEqual(index('d', [edited, first]))
  expect(index('e', [edited, first], { ...recordsOf(2), program: 'q' })).toEqual(index('f', [edited, first]))
})

test('the catalogue says where kind and year change, and a page what it is', () => {
  const values = openValues()
  const part = { kind: 'passage', text: '' } as const
  const headline = { kind: 'headline', text: '' } as const
  const pages = [
    { kind: 'Source', publisher: 'Gazette', date: '2020-05-01', parts: [part, headline] },
    { kind: 'Source', publisher: 'Courier', date: '2020-06-01', parts: [part] },
    { kind: 'Source', publisher: 'Gazette', date: '2021', parts: [] },
    { kind: 'Source', parts: [part, part] },
    { kind: 'Page', parts: [part] },
  ].map((page) => ({ url: '/', title: '', ...page }))
  const facts = pages.map((page, at) => values.add(page, at * 10))
  expect(facts.map(({ publisher, hasHeadline }) => [publisher, hasHeadline])).toEqual([
    [0, true],
    [1, false],
    [0, false],
    [-1, false],
    [-1, false],
  ])
  expect(values.close()).toEqual({
    kinds: ['Source', 'Page'],
    publishers: ['Gazette', 'Courier'],
    years: ['2020', '2021'],
    runs: [
      { from: 0, kind: 0, year: 0 },
      { from: 2, kind: 0, year: 1 },
      { from: 3, kind: 0, year: -1 },
      { from: 4, kind: 1, year: -1 },
    ],
    count: 5,
    meanLength: 20,
  })
})

test('pieces begin with as few letters as tell their first word from the word before', () => {
  const words = Array.from({ length: 9000 }, (_, at) => `w${String(at).padStart(5, '0')}`)
  index('g', [pageOf('long', words.join(' '))])
  const site = join(folder, 'g')
  const { postings } = JSON.parse(readFileSync(join(site, SEARCH_FILES.catalogue), 'utf8')) as { postings: string[] }
  const pieces = postings.map((_, at) =>
    Object.keys(JSON.parse(readFileSync(join(site, SEARCH_FILES.postings, `${at}.json`), 'utf8')) as object),
  )
  expect(postings.length).toBeGreaterThan(3)
  for (const [at, from] of postings.entries()) {
    const [before, first] = [pieces[at - 1]?.at(-1) ?? '', pieces[at]![0]!]
    expect(first.startsWith(from) && from > before && !(from.slice(0, -1) > before)).toBe(true)
  }
})
