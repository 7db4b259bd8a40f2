import { expect, test } from 'vitest'
import { alignPassages } from './align-passages.ts'
import { alignableFromLine, alignableFromText, sketchText } from './alignable.ts'

const A = 'The harbour board of Northport met on Tuesday to vote on the new crane.'
const B = 'Amina Vale said the price of the machine had doubled since the tender was written.'
const C = 'The old crane will be sold to a yard upriver, the board said in a note.'
const D = 'Rain kept most of the public away from the hearing that evening.'
const [LONG, NEAR] = ['doubled', 'trebled'].map((change) => `${B} ${C} ${D}`.replace('doubled', change)) as [
  string,
  string,
]
const bid = (which: string) => `The board threw out the ${which} bid for the crane because it had come in late.`
const TWIN = B.replace('Amina Vale', 'Bruno Okafor').replace('doubled', 'halved')

type Expected = (number | string)[]
/** For each earlier passage: the place that carries it on, `gone`, `doubt`, or `into` a place that took it in. */
const rows: [name: string, before: string[], now: string[], expected: Expected][] = [
  ['nothing changed', [A, B, C], [A, B, C], [0, 1, 2]],
  ['another order', [A, B, C], [C, A, B], [1, 2, 0]],
  ['one taken out', [A, B, C], [A, C], [0, 'gone', 1]],
  ['a typo', [A, B, C], [A, B.replace('tender', 'tendre'), C], [0, 1, 2]],
  ['another number in the same place', [A.replace('Tuesday', '3 May'), B], [A.replace('Tuesday', '4 May'), B], [0, 1]],
  ['another name in another place', [A, B, C, D], [A, C, D, B.replace('Amina Vale', 'Ines Berg')], [0, 'doubt', 1, 2]],
  [
    'another number that begins a sentence',
    [A, `MQ7 was late. ${B}`, C, D],
    [A, C, D, `MQ8 was late. ${B}`],
    [0, 'doubt', 1, 2],
  ],
  [
    'another of two numbers',
    [A, `${B} Bids 15 and 16 failed, and bid 15 was the higher.`, C, D],
    [A, C, D, `${B} Bids 15 and 16 failed, and bid 16 was the higher.`],
    [0, 'doubt', 1, 2],
  ],
  [
    'rewritten and moved',
    [A, B, C, D],
    [D, A, C, B.replace('machine', 'winch').replace('doubled', 'risen twofold').replace('written', 'put out')],
    [1, 3, 2, 0],
  ],
  [
    'another on the same subject in its place',
    [A, C, D],
    [A, 'Another crane went to the yard for scrap last year, and the board kept the money.', D],
    [0, 'gone', 2],
  ],
  ['taken out while its twin stays', [A, B, C, TWIN, D], [A, C, TWIN, D], [0, 'gone', 1, 2, 3]],
  [
    'taken out while its twin is edited',
    [A, B, C, TWIN, D],
    [A, C, TWIN.replace('written', 'signed'), D],
    [0, 'gone', 1, 2, 3],
  ],
  [
    'two twins edited into one text',
    [A, B, TWIN, D],
    [A, B.replace('Amina Vale', 'She').replace('doubled', 'changed'), D],
    [0, 'doubt', 'doubt', 2],
  ],
  ['twins in another order', [A, B, TWIN, D], [A, TWIN, B, D], [0, 2, 1, 3]],
  ['long near twins in another order', [A, LONG, NEAR, A], [A, NEAR, LONG, A], [0, 2, 1, 3]],
  [
    'twins edited where they differed',
    [A, bid('first'), bid('second'), D],
    [A, bid('cheapest'), bid('dearest'), D],
    [0, 1, 2, 3],
  ],
  [
    'twins edited alike',
    [A, B, TWIN, D],
    [C, B.replace('tender', 'contract'), TWIN.replace('tender', 'contract'), D],
    ['gone', 1, 2, 3],
  ],
  ['split', [A, `${B} ${C}`, D], [A, B, C, D], [0, 1, 3]],
  ['merged', [A, B, C, D], [A, `${B} ${C}`, D], [0, 1, 'into 1', 2]],
  ['other words altogether', [A, B, C], [A, D, C], [0, 'gone', 2]],
  ['the same words twice', [A, B, A], [A, B, A], [0, 1, 2]],
  ['the first of two equal ones taken out', [A, B, A, C], [B, A, C], ['gone', 0, 1, 2]],
  ['no text before', [], [A], []],
]

test.each(rows)('%s', (_, before, now, expected) => {
  const { toNow, merges, doubts } = alignPassages(
    before.map((text) => alignableFromText(text)),
    now.map((text) => alignableFromText(text)),
  )
  const fates = before.map((_text, at) => {
    const whole = merges.find(([one]) => one === at)
    return toNow.get(at) ?? (whole ? `into ${whole[1]}` : doubts.some(([one]) => one === at) ? 'doubt' : 'gone')
  })
  expect(fates).toEqual(expected)
  expect(doubts.map(([one]) => fates[one]).filter((fate) => fate !== 'doubt')).toEqual([])
})

test('a split names its further part, another number is marked', () => {
  expect(
    alignPassages(
      [`${A} ${C}`].map((text) => alignableFromText(text)),
      [A, C].map((text) => alignableFromText(text)),
    ).splits,
  ).toEqual([[0, 1]])
  const { changed } = alignPassages(
    [A, B.replace('tender', '2019')].map((text) => alignableFromText(text)),
    [A, B.replace('tender', '2020')].map((text) => alignableFromText(text)),
  )
  expect([...changed]).toEqual([1])
})

test.each([
  [
    B,
    B.replace('doubled since the tender was written', 'gone up twice over after bids closed').replace(
      'price of the machine',
      'bill for it',
    ),
    true,
  ],
  [B, B.replace('machine', 'winch'), false],
  [B, B.toUpperCase(), false],
])('other words are marked', (before, now, isMarked) => {
  const { toNow, changed } = alignPassages(
    [A, before, C].map((text) => alignableFromText(text)),
    [A, now, C].map((text) => alignableFromText(text)),
  )
  expect([toNow.get(1), changed.has(1)]).toEqual([1, isMarked])
})

test('a sketch recognises its text and holds too little to restore it', () => {
  const sketch = sketchText(B)
  expect(sketch.grams.length).toBeLessThan(B.length / 2.5)
  const line = {
    ...alignableFromText(B),
    id: 'p-000000',
    source: '00000000',
    ordinal: 1,
    state: 'live' as const,
    to: [],
    since: 1,
    sketch,
  }
  const { text: _, set: __, names: ___, ...known } = line
  const { toNow } = alignPassages(
    [alignableFromLine(known)],
    [C, B.replace('tender', 'tendre')].map((text) => alignableFromText(text)),
  )
  expect([...toNow]).toEqual([[0, 1]])
})
