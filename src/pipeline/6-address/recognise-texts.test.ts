import { expect, test } from 'vitest'
import type { PagePermalink, PassagePermalink } from '../../model/permalink.ts'
import { hashPassageText } from './page-marks.ts'
import { recogniseTexts } from './recognise.ts'
import { sampleSource } from '../../test/samples/sample-dossier.ts'

const [ONE, TWO, THREE, FOUR] = [
  'The harbour board met on Tuesday to vote on the crane.',
  'Amina Vale said the price of it had doubled.',
  'Rain kept the public away that evening.',
  'Engineers found rust in two of the cables.',
]
const page = (id: string, ...seen: string[]): PagePermalink => ({
  id,
  type: 'source',
  address: `/sources/${id}/`,
  formerly: [],
  state: 'live',
  to: [],
  seen,
})
const texts = (source: string, ...all: string[]) =>
  all.map(
    (text, at): PassagePermalink => ({
      id: `p-${source}${at}`,
      source,
      ordinal: at + 1,
      state: 'live',
      to: [],
      since: 1,
      hash: hashPassageText(text),
      text,
    }),
  )
const source = (file: string, all: string[], more = {}) => sampleSource(file, { texts: all, ...more })
const [url, other] = ['https://paper.example/crane', 'https://paper.example/rust']

/** Sources, lost lines with the passages on record, and `file line` of those recognised. */
test.each<[string, ReturnType<typeof source>[], [PagePermalink, PassagePermalink[]][], string]>([
  ['no lost lines', [source('a', [ONE])], [], ''],
  ['the same text', [source('a', [ONE, TWO])], [[page('x'), texts('x', ONE, TWO)]], 'a x'],
  ['half of the longer text', [source('a', [ONE, TWO])], [[page('x'), texts('x', ONE)]], 'a x'],
  ['half of the longer text on record', [source('a', [ONE])], [[page('x'), texts('x', ONE, TWO)]], 'a x'],
  ['less than half', [source('a', [ONE, TWO, THREE])], [[page('x'), texts('x', ONE)]], ''],
  ['less than half on record', [source('a', [ONE])], [[page('x'), texts('x', ONE, TWO, THREE)]], ''],
  ['two of five', [source('a', [ONE, TWO, 'w', 'x', 'y'])], [[page('x'), texts('x', ONE, TWO)]], ''],
  [
    'less than half under the same headline',
    [source('a', [ONE, TWO, THREE], { headline: 'Votes' })],
    [[page('x', 'title:Votes'), texts('x', ONE)]],
    'a x',
  ],
  [
    'less than half under another headline',
    [source('a', [ONE, TWO, THREE], { headline: 'Votes' })],
    [[page('x', 'title:Rust'), texts('x', ONE)]],
    '',
  ],
  [
    'nothing under the same headline',
    [source('a', [TWO, THREE], { headline: 'Votes' })],
    [[page('x', 'title:Votes'), texts('x', FOUR)]],
    '',
  ],
  ['the same address', [source('a', [ONE], { url })], [[page('x', `url:${url}`), texts('x', ONE)]], 'a x'],
  ['another address', [source('a', [ONE], { url })], [[page('x', `url:${other}`), texts('x', ONE)]], ''],
  ['an address only now', [source('a', [ONE], { url })], [[page('x'), texts('x', ONE)]], 'a x'],
  ['an address only before', [source('a', [ONE])], [[page('x', `url:${url}`), texts('x', ONE)]], 'a x'],
  [
    'alike to two on record',
    [source('a', [ONE])],
    [
      [page('x'), texts('x', ONE)],
      [page('y'), texts('y', ONE)],
    ],
    '',
  ],
  ['two alike to one', [source('a', [ONE]), source('b', [ONE])], [[page('x'), texts('x', ONE)]], ''],
  [
    'each its own',
    [source('a', [ONE]), source('b', [THREE])],
    [
      [page('x'), texts('x', THREE)],
      [page('y'), texts('y', ONE)],
    ],
    'b x a y',
  ],
  ['no passages on record', [source('a', [ONE], { headline: 'Votes' })], [[page('x', 'title:Votes'), []]], ''],
  [
    'passages that were gone before',
    [source('a', [ONE])],
    [
      [
        page('x'),
        texts('x', ONE, TWO, THREE).map((line, at) => (at === 0 ? line : { ...line, state: 'tombstone' as const })),
      ],
    ],
    'a x',
  ],
])('%s', (_, sources, lost, expected) => {
  const found = recogniseTexts(
    sources,
    lost.map(([line]) => line),
    new Map(lost.map(([line, lines]) => [line.id, lines])),
  )
  expect([...found].map(([file, { id }]) => `${file} ${id}`).join(' ')).toBe(expected)
})

test('a line without any passages is not recognised', () => {
  expect(recogniseTexts([source('a', [ONE])], [page('x')], new Map()).size).toBe(0)
})
