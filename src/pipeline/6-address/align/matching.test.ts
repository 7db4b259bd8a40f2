import { expect, test } from 'vitest'
import { inventMatching } from './matching.fixture.ts'
import { countNeighbours, restBefore, restNow } from './likeness.ts'

const NINE = Array.from({ length: 3 }, () => [0, 0, 0])

test('passages without a partner', () => {
  const matching = inventMatching({ likeness: NINE, pairs: [[0, 2]] })
  expect([restBefore(matching), restNow(matching)]).toEqual([
    [1, 2],
    [0, 1],
  ])
})

test.each<[string, [number, number][], number, number, number]>([
  ['both ends of texts without pairs', [], 1, 1, 2],
  ['the beginning and the end, from anywhere', [], 0, 2, 2],
  [
    'a partner before and one after',
    [
      [0, 0],
      [2, 2],
    ],
    1,
    1,
    2,
  ],
  ['a partner before and the end', [[0, 0]], 1, 1, 2],
  ['the beginning and a partner after', [[2, 2]], 0, 0, 2],
  ['partners further away', [[0, 0]], 2, 1, 2],
  ['a pair before one, the beginning before the other', [[0, 1]], 1, 0, 0],
  ['the beginning before one, a pair before the other', [[1, 0]], 0, 1, 0],
  [
    'another before',
    [
      [0, 1],
      [1, 0],
    ],
    2,
    2,
    1,
  ],
  [
    'others on both sides',
    [
      [0, 2],
      [2, 0],
    ],
    1,
    1,
    0,
  ],
])('%s', (_, pairs, before, now, count) => {
  expect(countNeighbours(inventMatching({ likeness: NINE, pairs }), before, now)).toBe(count)
})
