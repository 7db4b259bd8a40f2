import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { SEARCH_FILES, type SearchPage } from '../../model/search-index.ts'
import { listFilesBelow } from '../disk/disk.ts'
import { indexSearch, makeCatalogue } from './index-search.ts'

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

test('the catalogue gives each page its filters, its parts that are text, and the length of each', () => {
  const pages = [
    { kind: 'Source', publisher: 'Gazette', date: '2020-05-01', shown: 3, hasHeadline: true, lengths: [4, 3, 12, 2] },
    { kind: 'Page', shown: 1, hasHeadline: false, lengths: [1] },
  ]
  expect(makeCatalogue(pages)).toEqual({
    kinds: ['Source', 'Page'],
    publishers: ['Gazette'],
    years: ['2020'],
    pages: [
      { kind: 0, publisher: 0, year: 0, shown: 3, hasHeadline: true, lengths: [4, 3, 12, 2] },
      { kind: 1, publisher: -1, year: -1, shown: 1, hasHeadline: false, lengths: [1] },
    ],
  })
})
