import { expect, test } from 'vitest'
import type { Alignable } from './alignable.ts'
import { alignableFromText } from './alignable.ts'
import { compareTexts } from './likeness.ts'

/** A passage of these grams, and of a text when it is known. */
const passage = (grams: readonly number[], text?: string, limit = 1000): Alignable => ({
  hash: '',
  names: [],
  set: { grams: new Set(grams), limit },
  ...(text !== undefined && { text }),
})
const compare = (a: Alignable, b: Alignable) => compareTexts([a], [b])(0, 0)
const count = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => from + at)

test.each<[string, Alignable, Alignable, number]>([
  ['nothing in common', passage([1, 2]), passage([3, 4]), 0],
  ['nothing at all', passage([]), passage([]), 0],
  ['half of the runs', passage([1, 2]), passage([1, 3]), 1 / 2],
  ['all of few runs, some of many', passage([1]), passage([1, 2, 3]), 1 / 2],
  ['a sketch and its text', passage([1, 2], undefined, 3), passage([1, 2, 3, 4, 5]), 1],
  ['a text and its sketch', passage([1, 2, 3, 4, 5]), passage([1, 2], undefined, 3), 1],
  ['the same text', alignableFromText('The crane was sold.'), alignableFromText('the crane was “sold”'), 1],
  ['the same words in another order', passage([1], 'one two'), passage([1], 'two one'), (1 + 1 / 2) / 2],
  ['one word more in front', passage([1], 'one two'), passage([1], 'three one two'), (1 + 4 / 5) / 2],
  ['one word less behind', passage([1], 'one two three'), passage([1], 'one two'), (1 + 4 / 5) / 2],
  ['one word moved to the front', passage([1], 'one two three'), passage([1], 'three one two'), (1 + 2 / 3) / 2],
  ['other words', passage([1], 'one two'), passage([1], 'three four'), 1 / 2],
  ['other signs of Han', passage([1], '東京都'), passage([1], '東京市'), (1 + 2 / 3) / 2],
  ['other signs of Hiragana', passage([1], 'いろは'), passage([1], 'いろに'), (1 + 2 / 3) / 2],
  ['other signs of Katakana', passage([1], 'イロハ'), passage([1], 'イロニ'), (1 + 2 / 3) / 2],
  ['other signs of Thai', passage([1], 'กขค'), passage([1], 'กขง'), (1 + 2 / 3) / 2],
  ['a sign beside a word', passage([1], '東abc'), passage([1], '京abc'), (1 + 1 / 2) / 2],
  ['a text without words', passage([1], '…'), passage([1], 'one'), 1],
  ['a text and a sketch', passage([1, 2], 'one two'), passage([1, 3]), 1 / 2],
  ['a sketch and a text', passage([1, 3]), passage([1, 2], 'one two'), 1 / 2],
  [
    'too few runs to look at the words',
    passage(count(0, 25), 'one two'),
    passage([0, ...count(30, 54)], 'one two'),
    1 / 25,
  ],
  [
    'just enough runs to look at the words',
    passage(count(0, 24), 'one two'),
    passage([0, 1, ...count(30, 52)], 'one two'),
    (2 / 24 + 1) / 2,
  ],
])('%s', (_, a, b, likeness) => {
  expect(compare(a, b)).toBeCloseTo(likeness, 12)
})

test('runs and words weigh by how few passages of either text hold them', () => {
  const [before, now] = [
    [passage([1, 2]), passage([1, 3])],
    [passage([1, 2]), passage([1, 4]), passage([1, 5])],
  ]
  const [common, rare] = [Math.log(1 + 3 / 3), Math.log(1 + 3 / 1)]
  expect(compareTexts(before, now)(1, 1)).toBeCloseTo(common / (common + rare), 12)
  expect(compareTexts(now, before)(1, 1)).toBeCloseTo(common / (common + rare), 12)
  const texts = (...all: string[]) => all.map((text) => passage([1], text))
  const ofWords = compareTexts(texts('the crane', 'the yard'), texts('the winch', 'the yard'))
  expect(ofWords(0, 0)).toBeCloseTo((1 + Math.log(2) / (Math.log(2) + Math.log(3))) / 2, 12)
  expect(ofWords(1, 1)).toBeCloseTo(1, 12)
})

test('the similarity of a pair does not depend on the order of the calls', () => {
  const likeness = compareTexts([passage([1, 2]), passage([3, 4])], [passage([3, 4]), passage([1, 9]), passage([8])])
  expect([likeness(1, 0), likeness(0, 2), likeness(0, 0), likeness(1, 0)]).toEqual([1, 0, 0, 1])
  expect(likeness(0, 1)).toBeGreaterThan(0)
})
