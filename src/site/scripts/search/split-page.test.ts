import { expect, test } from 'vitest'
import type { IndexedPage } from './engine.ts'
import { splitPage } from './split-page.ts'

const page = (content: string, anchors: IndexedPage['anchors'], raw = content): IndexedPage => ({
  url: '/sources/a/',
  content,
  raw_content: raw,
  meta: {},
  filters: {},
  anchors,
})
const tokens = new Map([['qzqvale', true]])

test('a passage runs to the next element with an id, without the tokens behind it', () => {
  const anchors = [
    { id: 'p-bbbbbb', location: 5, title: '¶ 2' },
    { id: 'p-aaaaaa', location: 1, title: '¶ 1' },
    { id: 'end', location: 7 },
  ]
  const passages = splitPage(page('Title Vale left early. qzqvale. She returned. Note', anchors), tokens)
  expect(passages).toEqual([
    {
      url: '/sources/a/#p-aaaaaa',
      number: '¶ 1',
      words: ['Vale', 'left', 'early.'],
      space: ' ',
      from: 1,
      named: new Set(['qzqvale']),
    },
    { url: '/sources/a/#p-bbbbbb', number: '¶ 2', words: ['She', 'returned.'], space: ' ', from: 5, named: new Set() },
  ])
})

test('a page without passages is one', () =>
  expect(splitPage(page('Marta Vale, pilot', []), tokens).map(({ url, words }) => [url, words.length])).toEqual([
    ['/sources/a/', 3],
  ]))

test('words of a script without spaces', () => {
  const [passage] = splitPage(page('港口<關閉', [{ id: 'p-aaaaaa', location: 0 }], '港口\u200B&lt;關閉'), tokens)
  expect(passage).toMatchObject({ words: ['港口', '<關閉'], space: '' })
})
