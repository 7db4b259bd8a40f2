import { expect, test } from 'vitest'
import type { Catalogue, SearchName } from '../../../model/search-index.ts'
import { choose, countValues, orderPages } from './choose-pages.ts'
import type { FoundPage } from './found-page.ts'
import { readQuery } from './query.ts'

const catalogue: Catalogue = {
  kinds: ['Source', 'Page'],
  publishers: ['Gazette', 'Courier'],
  vocabulary: [],
  postings: [],
  years: ['2020', '2021'],
  runs: [],
  count: 8,
  meanLength: 4,
}
/** A hit in a part; the fourth is text left out. */
const at = (index: number) => ({ parts: [{ index, isLeftOut: index === 3, found: [0], namedAs: [] }] })
function invent(
  number: number,
  score: number,
  publisher: number,
  year: number,
  more: Partial<FoundPage> = {},
): FoundPage {
  return {
    number,
    row: { kind: 0, publisher, year, hasHeadline: true },
    score,
    holds: 'together',
    share: 1,
    isLiteral: true,
    exact: 1,
    ...at(2),
    ...more,
  }
}
const pages = [
  invent(0, 9, 0, 1, { holds: 'apart' }),
  invent(1, 1, 0, 0),
  invent(2, 5, 1, -1),
  invent(3, 8, -1, 0, { isLiteral: false }),
  invent(4, 4, 1, 0, at(1)),
  invent(5, 9, 1, 0, { exact: 0 }),
  invent(6, 9, 1, 0, at(0)),
  invent(7, 9, 1, 0, at(3)),
]
const name: SearchName = {
  id: 'a',
  name: 'Vale',
  kind: 'Person',
  url: '',
  mentions: 1,
  sources: 1,
  wordings: [],
  printed: 0,
}

test('text ranks before the summary of the source, and this before text left out; then the exact form, a headline, the score', () =>
  expect(orderPages(pages, false, false).map(({ number }) => number)).toEqual([4, 2, 1, 5, 3, 6, 7, 0]))

test('for a date, sources of that day come first, and the earlier first', () =>
  expect(orderPages([pages[7]!, pages[5]!, pages[2]!, pages[6]!], false, true).map(({ number }) => number)).toEqual([
    6, 2, 5, 7,
  ]))

test('by date', () =>
  expect(orderPages(pages.toReversed(), true, false).map(({ number }) => number)).toEqual([0, 1, 2, 3, 4, 5, 6, 7]))

test.each([
  ['?q=crane&kind=Source&publisher=Gazette', [0, 1]],
  ['?q=crane&year=2020&year=2021', [0, 1, 3, 4, 5, 6, 7]],
  ['?q=crane&kind=Place', []],
])('%s', (search, numbers) =>
  expect(choose(pages, readQuery(search), catalogue).map(({ number }) => number)).toEqual(numbers),
)

test('the count of a filter value respects the other filters', () => {
  const counts = countValues([...pages, name], readQuery('?q=crane&publisher=Gazette'), catalogue)
  expect(Object.fromEntries(counts.publisher)).toEqual({ Gazette: 2, Courier: 5 })
  expect(Object.fromEntries(counts.kind)).toEqual({ Source: 2 })
  expect(Object.fromEntries(counts.year)).toEqual({ 2020: 1, 2021: 1 })
})

test('a name has a kind and nothing else', () => {
  expect(choose([name], readQuery('?kind=Person'), catalogue)).toEqual([name])
  expect(choose([name], readQuery('?kind=Person&year=2020'), catalogue)).toEqual([])
})
