import { expect, test } from 'vitest'
import type { SearchName } from '../../../model/search-index.ts'
import { placeOf } from '../../../model/pack-search.ts'
import { listKeys } from '../../../text/search-words.ts'
import type { Engine, WordHit } from './engine.ts'
import { findPages } from './find-pages.ts'
import type { Names } from './names.ts'
import { parseQuery } from './query.ts'

const VALE: SearchName = {
  id: 'vale',
  name: 'Marta Vale',
  kind: 'Person',
  url: '/people/vale/',
  mentions: 2,
  sources: 2,
  wordings: ['Marta Vale', 'Vale', 'Vail'],
  printed: 2,
  isCalledOtherwise: true,
}

/** Pages, each a list of parts: the summary, then its passages; a part mentions Marta Vale after a star. */
const PAGES = [
  ['Gazette', 'The crane fell', 'Ms Vale ran*'],
  ['Courier', 'The crane stood', 'A bridge fell'],
  ['Courier', 'The chair ran*', 'A night-shift ended'],
  ['Herald', 'The mast stood', 'The mast of the yacht'],
]
const FACTS = { publisher: -1, hasHeadline: false, length: 12 }
/** The last part of the last page is not part of its text. */
const isLeftOut = (page: number, part: number) => page === 3 && part === 2
const keys = PAGES.map((parts) =>
  parts.map((text) => listKeys({ text: text.replace('*', ''), entities: text.endsWith('*') ? ['vale'] : [] }, 'en')),
)
const engine: Engine = {
  catalogue: {
    kinds: ['Source'],
    publishers: [],
    years: [],
    vocabulary: [],
    postings: [],
    runs: [{ from: 0, kind: 0, year: -1 }],
    count: keys.length,
    meanLength: 8,
  },
  find: async (beginning) =>
    new Map(
      keys.flatMap((parts, page): [number, WordHit][] => {
        const places = parts.flatMap((words, part) =>
          words.flatMap((key, at) => (key.startsWith(beginning) ? [placeOf(part, isLeftOut(page, part), at)] : [])),
        )
        return places.length > 0 ? [[page, { score: 1, places, facts: FACTS }]] : []
      }),
    ),
  pages: async () => keys.map(() => FACTS),
}
const names: Names = {
  with: async (word) => (['marta', 'vale', 'vail'].includes(word) ? [VALE] : []),
  near: async () => [],
  all: async () => [VALE],
}

async function find(typed: string): Promise<string[]> {
  const { pages } = await findPages(engine, parseQuery(typed, 'en'), names, 'en')
  return pages.map(({ number, holds, parts }) => {
    const told = parts.map(({ index, namedAs }) => `${index}${namedAs.length > 0 ? '*' : ''}`)
    return `${number} ${holds} ${told.join(' ')}`
  })
}

test.each([
  ['crane', ['0 together 1', '1 together 1']],
  ['cranes', ['0 together 1', '1 together 1']],
  ['crane fell', ['0 together 1', '1 apart 1 2']],
  ['"crane fell"', ['0 together 1']],
  ['"fell ms"', []],
  ['"cranes"', []],
  ['nightshift', ['2 together 2']],
  ['night-shift', ['2 together 2']],
  ['"shift nightshift"', []],
  ['Vale', ['0 together 2', '2 together 1*']],
  ['Vail ran', ['0 together 2*', '2 together 1*']],
  ['crane -bridge', ['0 together 1']],
  ['mast', ['3 together 1 2']],
  ['mast -yacht', ['3 together 1 2']],
  ['crane -Gazette', ['0 together 1', '1 together 1']],
  ['bridge OR chair', ['1 together 2', '2 together 1']],
  ['gazette crane', ['0 apart 0 1']],
  ['crane fell loudly', ['0 partly 1']],
  ['crane tower yard', []],
  ['how could crane ever fell', ['0 partly 1']],
  ['brid', ['1 together 2']],
  ['br', []],
  ['stand', []],
])('%s', async (typed, found) => expect(await find(typed)).toEqual(found))

test.each([
  ['Vale', ['Marta Vale'], []],
  ['marta', ['Marta Vale'], []],
  ['Vale crane', [], ['Marta Vale']],
  ['"Vale"', [], []],
  ['Vale OR crane', [], []],
])('%s names %j, and among other words %j', async (typed, whole, part) => {
  const { named, alsoNamed } = await findPages(engine, parseQuery(typed, 'en'), names, 'en')
  expect([named.map(({ name }) => name), alsoNamed.map(({ name }) => name)]).toEqual([whole, part])
})

test('words that do not occur, and prefixes', async () => {
  const { nowhere, begun } = await findPages(engine, parseQuery('crane xylophone brid', 'en'), names, 'en')
  expect([nowhere, begun].map((terms) => terms.map(({ text }) => text))).toEqual([['xylophone'], ['brid']])
})
