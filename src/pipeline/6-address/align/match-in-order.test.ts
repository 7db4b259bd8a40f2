import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Invented } from './matching.fixture.ts'
import { inventMatching } from './matching.fixture.ts'
import { matchInOrder } from './match-in-order.ts'

function pairsOf(invented: Invented): string {
  const matching = inventMatching(invented)
  matchInOrder(matching)
  return [...matching.toNow]
    .sort(([a], [b]) => a - b)
    .map((pair) => pair.join('-'))
    .join(' ')
}

test.each<[string, number[][], string]>([
  ['one', [[30]], '0-0'],
  ['one not alike enough', [[29]], ''],
  [
    'two in order',
    [
      [90, 0],
      [0, 90],
    ],
    '0-0 1-1',
  ],
  [
    'two that are like each other too',
    [
      [90, 80],
      [80, 90],
    ],
    '0-0 1-1',
  ],
  [
    'another order, which tells nothing',
    [
      [0, 90],
      [90, 0],
    ],
    '',
  ],
  [
    'one of five out of order',
    [
      [90, 0, 0, 0, 0],
      [0, 0, 0, 0, 90],
      [0, 90, 0, 0, 0],
      [0, 0, 90, 0, 0],
      [0, 0, 0, 90, 0],
    ],
    '0-0 2-1 3-2 4-3',
  ],
  [
    'three fifths of all likeness in order',
    [
      [0, 60],
      [0, 0],
      [40, 0],
    ],
    '0-1',
  ],
  [
    'less than three fifths of it',
    [
      [0, 59],
      [0, 0],
      [41, 0],
    ],
    '',
  ],
  [
    'a look-alike beside one taken out',
    [
      [60, 0],
      [58, 0],
      [0, 90],
    ],
    '2-1',
  ],
  [
    'a poor look-alike beside one taken out',
    [
      [60, 0],
      [51, 0],
      [0, 90],
    ],
    '0-0 2-1',
  ],
  ['one that may have become either of two', [[60, 57]], ''],
  [
    'order decides between look-alikes',
    [
      [90, 0, 0],
      [0, 80, 90],
      [0, 80, 80],
    ],
    '0-0 1-1 2-2',
  ],
  [
    'order does not make a look-alike',
    [
      [90, 0, 0],
      [0, 40, 90],
      [0, 40, 79],
    ],
    '0-0',
  ],
  [
    'one a little less alike in order',
    [
      [90, 0, 0],
      [0, 40, 90],
      [0, 40, 80],
    ],
    '0-0 2-2',
  ],
  [
    'one more in front',
    [
      [0, 90, 0],
      [0, 0, 90],
    ],
    '0-1 1-2',
  ],
  [
    'more behind',
    [
      [90, 0],
      [0, 90],
      [0, 0],
    ],
    '0-0 1-1',
  ],
])('%s', (_, likeness, pairs) => {
  expect(pairsOf({ likeness })).toBe(pairs)
})

const FIVE = Array.from({ length: 5 }, () => [50, 0, 0, 0, 0])
const like = (...pairs: [number, number][]) =>
  FIVE.map((_, one) => FIVE.map((__, other) => (pairs.some(([a, b]) => a === one && b === other) ? 50 : 0)))

test.each<[string, [number, number][], [number, number][], string]>([
  ['before a pair', [[1, 1]], [[0, 0]], '0-0 1-1'],
  ['behind a pair', [[1, 1]], [[2, 2]], '1-1 2-2'],
  [
    'between two pairs',
    [
      [0, 0],
      [4, 4],
    ],
    [[2, 3]],
    '0-0 2-3 4-4',
  ],
  ['not across a pair', [[1, 2]], [[0, 3]], '1-2'],
  ['nor to the other side of it', [[2, 1]], [[3, 0]], '2-1'],
  [
    'across a pair that is out of order',
    [
      [0, 0],
      [1, 4],
      [2, 1],
      [4, 3],
    ],
    [[3, 2]],
    '0-0 1-4 2-1 3-2 4-3',
  ],
  [
    'beside a pair that more pairs speak against',
    [
      [0, 0],
      [1, 4],
      [3, 2],
      [4, 3],
    ],
    [[2, 1]],
    '0-0 1-4 2-1 3-2 4-3',
  ],
  [
    'not across a pair that was joined late',
    [
      [3, 3],
      [1, 1],
    ],
    [[0, 2]],
    '1-1 3-3',
  ],
  [
    'in each of two gaps',
    [[2, 2]],
    [
      [0, 1],
      [4, 3],
    ],
    '0-1 2-2 4-3',
  ],
  [
    'pairs joined in another order',
    [
      [4, 4],
      [0, 0],
    ],
    [[2, 2]],
    '0-0 2-2 4-4',
  ],
])('passages match between pairs that are in order: %s', (_, pairs, alike, all) => {
  expect(pairsOf({ likeness: like(...alike), pairs })).toBe(all)
})

/** Every way to pair passages in order, for texts of a few passages. */
function* alignments(likeness: readonly (readonly number[])[], row = 0, column = 0): Generator<[number, number][]> {
  yield []
  for (let one = row; one < likeness.length; one += 1) {
    for (let other = column; other < likeness[0]!.length; other += 1) {
      if (likeness[one]![other]! >= 30)
        for (const rest of alignments(likeness, one + 1, other + 1)) yield [[one, other], ...rest]
    }
  }
}

test('a pair is of the best of all alignments, and every one with another partner is clearly worse', () => {
  const row = fc.array(fc.integer({ min: 20, max: 100 }), { minLength: 3, maxLength: 3 })
  fc.assert(
    fc.property(fc.array(row, { minLength: 3, maxLength: 3 }), (likeness) => {
      const all = [...alignments(likeness)].map((pairs) => ({
        pairs,
        total: pairs.reduce((sum, [one, other]) => sum + likeness[one]![other]!, 0),
      }))
      const totalWith = (isMeant: (one: number, other: number) => boolean) =>
        Math.max(0, ...all.filter(({ pairs }) => pairs.some((pair) => isMeant(...pair))).map(({ total }) => total))
      const best = Math.max(...all.map(({ total }) => total))
      for (const pair of pairsOf({ likeness }).split(' ').filter(Boolean)) {
        const [row, column] = pair.split('-').map(Number)
        expect(totalWith((one, other) => one === row && other === column)).toBe(best)
        expect(totalWith((one, other) => (one === row) !== (other === column))).toBeLessThanOrEqual(best - 8)
      }
    }),
    { seed: 1, numRuns: 200 },
  )
})
