import { expect, test } from 'vitest'
import type { Alignable } from './alignable.ts'
import { explainRest } from './explain-rest.ts'
import type { Matching } from './likeness.ts'
import { join } from './likeness.ts'

/** A passage whose grams are these letters. */
const passage = (letters: string): Alignable => ({
  hash: letters,
  set: { grams: new Set([...letters].map((letter) => letter.charCodeAt(0))), limit: 200 },
  names: [],
  text: '',
})

function explain(before: readonly string[], now: readonly string[], pairs: readonly (readonly [number, number])[]) {
  const matching: Matching = {
    before: before.map(passage),
    now: now.map(passage),
    likeness: () => 0,
    toNow: new Map(),
    toBefore: new Map(),
  }
  for (const [one, other] of pairs) join(matching, one, other)
  const { splits, merges } = explainRest(matching)
  const show = (all: Iterable<readonly [number, number]>) => [...all].map((pair) => pair.join('-')).join(' ')
  return [show(matching.toNow), show(splits), show(merges)]
}

/** Earlier and present passages, pairs there were; then pairs, splits (earlier and part) and merges (part and present). */
test.each<[string, string[], string[], [number, number][], string, string, string]>([
  ['nothing left', ['a'], ['a'], [[0, 0]], '0-0', '', ''],
  ['a part of a whole that has its first part', ['abcdefghij'], ['abcde', 'fghij'], [[0, 0]], '0-0', '0-1', ''],
  ['both parts of a whole without a partner', ['abcdefghij'], ['abcde', 'fghij'], [], '0-0', '0-1', ''],
  ['a whole that took in another', ['abcde', 'fghij'], ['abcdefghij'], [[0, 0]], '0-0', '', '1-0'],
  ['a whole without a partner that took in both', ['abcde', 'fghij'], ['abcdefghij'], [], '0-0', '', '1-0'],
  ['three fifths of a part', ['abcdefghij'], ['abcde', 'fghkl'], [[0, 0]], '0-0', '0-1', ''],
  ['less of a part', ['abcdefghij'], ['abcde', 'fgklm'], [[0, 0]], '0-0', '', ''],
  ['what the partner explains already', ['abcdefghij'], ['abcde', 'abcde'], [[0, 0]], '0-0', '', ''],
  [
    'a part of either of two',
    ['abcdefghij', 'fghijklmno'],
    ['abcde', 'klmno', 'fghij'],
    [
      [0, 0],
      [1, 1],
    ],
    '0-0 1-1',
    '',
    '',
  ],
  ['three parts', ['abcdefghi'], ['abc', 'def', 'ghi'], [[0, 0]], '0-0', '0-1 0-2', ''],
  ['parts that repeat each other', ['abcdefghi'], ['abc', 'defg', 'defg'], [[0, 0]], '0-0', '', ''],
  [
    'parts of which one repeats half the other',
    ['abcdefghij'],
    ['abcde', 'fghk', 'ijgh'],
    [[0, 0]],
    '0-0',
    '0-1 0-2',
    '',
  ],
  ['a short part that a long one holds', ['abcdefghij'], ['abc', 'de', 'defghij'], [[0, 0]], '0-0', '', ''],
  [
    'parts of two wholes that are alike',
    ['abcdefgh', 'ABCDefgh'],
    ['abcd', 'ABCD', 'efgh'],
    [
      [0, 0],
      [1, 1],
    ],
    '0-0 1-1',
    '',
    '',
  ],
  [
    'parts, of two wholes, that are alike and each in its own',
    ['abcdefghij', 'ABCvwxyzghij'],
    ['abc', 'defghij', 'ABC', 'ghijvwxyz'],
    [
      [0, 0],
      [1, 2],
    ],
    '0-0 1-2',
    '0-1 1-3',
    '',
  ],
  [
    'parts of two wholes',
    ['abcdef', 'ghijkl'],
    ['abc', 'def', 'ghi', 'jkl'],
    [
      [0, 0],
      [1, 2],
    ],
    '0-0 1-2',
    '0-1 1-3',
    '',
  ],
])('%s', (_, before, now, pairs, joined, splits, merges) => {
  expect(explain(before, now, pairs)).toEqual([joined, splits, merges])
})

test('a part with another number is no part', () => {
  const [whole, part] = [
    { ...passage('abcdef'), text: 'paid 15' },
    { ...passage('def'), text: 'paid 16' },
  ]
  const likeness = () => 0
  const matching = {
    before: [whole],
    now: [passage('abc'), part],
    likeness,
    toNow: new Map([[0, 0]]),
    toBefore: new Map([[0, 0]]),
  }
  expect(explainRest(matching)).toEqual({ splits: [], merges: [] })
})
