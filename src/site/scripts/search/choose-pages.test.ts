import { expect, test } from 'vitest'
import { choosePages, countValues } from './choose-pages.ts'
import type { FoundPage } from './find-in-page.ts'
import { readQuery } from './query.ts'

const passage = {
  url: '',
  number: undefined,
  words: [],
  space: ' ',
  from: 0,
  named: new Set<string>(),
  found: [0],
  namedAs: [],
}
function invent(
  url: string,
  score: number,
  filters: Record<string, string[]>,
  more: Partial<FoundPage> = {},
  position?: string,
): FoundPage {
  return {
    page: { url, content: '', raw_content: '', anchors: [], filters, meta: position ? { position } : {} },
    score,
    isNamed: false,
    holds: 'together',
    share: 1,
    passages: [passage],
    ...more,
  }
}
const pages = [
  invent('/a/', 1, { kind: ['Source'], year: ['2020'], publisher: ['Gazette'] }, {}, '2'),
  invent('/b/', 9, { kind: ['Source'], year: ['2021'], publisher: ['Gazette'] }, { holds: 'apart', share: 0.5 }, '1'),
  invent('/c/', 5, { kind: ['Source'], publisher: ['Courier'] }, {}, '10'),
  invent('/d/', 7, { kind: ['Person'] }, {}),
  invent('/f/', 0, { kind: ['Person'] }, { isNamed: true }),
  invent('/e/', 8, { kind: ['Source'], year: ['2020'] }, { passages: [{ ...passage, namedAs: ['Ines Okafor'] }] }, '3'),
]
const chosen = (search: string) => choosePages(pages, readQuery(search)).map(({ page }) => page.url)

test.each([
  ['?q=crane', ['/f/', '/c/', '/a/', '/e/', '/b/', '/d/']],
  ['?q=crane&sort=date', ['/b/', '/a/', '/e/', '/c/', '/d/', '/f/']],
  ['?q=crane&kind=Source&publisher=Gazette', ['/a/', '/b/']],
  ['?q=crane&year=2020&year=2021', ['/a/', '/e/', '/b/']],
  ['?q=crane&kind=Place', []],
])('%s', (search, urls) => expect(chosen(search)).toEqual(urls))

test('a value counts what it would leave beside the other filters', () => {
  const counts = countValues(pages, readQuery('?q=crane&publisher=Gazette'))
  expect(Object.fromEntries(counts.publisher)).toEqual({ Gazette: 2, Courier: 1 })
  expect(Object.fromEntries(counts.kind)).toEqual({ Source: 2 })
  expect(Object.fromEntries(counts.year)).toEqual({ 2020: 1, 2021: 1 })
})
