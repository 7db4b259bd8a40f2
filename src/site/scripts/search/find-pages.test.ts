import { expect, test } from 'vitest'
import type { Engine, IndexedPage } from './engine.ts'
import { findPages } from './find-pages.ts'
import { indexWordings } from './names.ts'
import { readTerms } from './query.ts'

/** Two pages, each passage a list of words; the engine finds a word wherever it stands. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  '/a/': ['The crane fell', 'Ms Vale ran qzqvale'],
  '/b/': ['The crane stood', 'A bridge fell'],
  '/c/': ['The chair ran qzqvale'],
}
const names = indexWordings([{ token: 'qzqvale', name: 'Marta Vale', wordings: ['Marta Vale', 'Vale', 'Vail'] }])

function inventPage(url: string, passages: readonly string[]): IndexedPage {
  const words = passages.map((text) => text.split(' '))
  const anchors = words.map((_, index) => ({
    id: `p-${index}`,
    location: words.slice(0, index).flat().length,
    title: `¶ ${index + 1}`,
  }))
  return { url, content: passages.join(' '), raw_content: '', meta: { position: '1' }, filters: {}, anchors }
}

const engine = {
  search: async (asked: string | null) => {
    const wanted = asked?.toLowerCase().split(' ') ?? []
    const results = Object.entries(PAGES).flatMap(([url, passages]) => {
      const words = passages.join(' ').toLowerCase().split(' ')
      const found = words.flatMap((word, index) => (wanted.includes(word) ? [index] : []))
      return wanted.every((word) => words.includes(word))
        ? [{ id: url, score: found.length, words: found, data: async () => inventPage(url, passages) }]
        : []
    })
    return { results }
  },
} as unknown as Engine

const find = async (typed: string) =>
  (await findPages(engine, readTerms(typed), names)).map(({ page, holds, passages }) => [
    page.url,
    holds,
    passages.map(({ number, namedAs }) => [number, ...namedAs].join(' ')),
  ])

test.each([
  [
    'crane',
    [
      ['/a/', 'together', ['¶ 1']],
      ['/b/', 'together', ['¶ 1']],
    ],
  ],
  [
    'crane fell',
    [
      ['/a/', 'together', ['¶ 1']],
      ['/b/', 'apart', ['¶ 1', '¶ 2']],
    ],
  ],
  ['"crane fell"', [['/a/', 'together', ['¶ 1']]]],
  ['"fell ms"', []],
  [
    'Vale',
    [
      ['/a/', 'together', ['¶ 2']],
      ['/c/', 'together', ['¶ 1 Marta Vale']],
    ],
  ],
  [
    'Vail ran',
    [
      ['/a/', 'together', ['¶ 2 Marta Vale']],
      ['/c/', 'together', ['¶ 1 Marta Vale']],
    ],
  ],
  ['crane fell loudly', [['/a/', 'partly', ['¶ 1']]]],
  ['crane tower yard', []],
  ['how could crane ever fell', [['/a/', 'partly', ['¶ 1']]]],
  [
    '',
    [
      ['/a/', 'together', []],
      ['/b/', 'together', []],
      ['/c/', 'together', []],
    ],
  ],
])('%s', async (typed, found) => expect(await find(typed)).toEqual(found))
