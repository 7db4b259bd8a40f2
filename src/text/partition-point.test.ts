import { expect, test } from 'vitest'
import { partitionPoint } from './partition-point.ts'

test.each<[number[], number, number]>([
  [[], 5, 0],
  [[5], 5, 0],
  [[4], 5, 1],
  [[1, 3, 5, 5, 7], 5, 2],
  [[1, 3, 5, 5, 7], 6, 4],
  [[1, 3, 5, 5, 7], 0, 0],
  [[1, 3, 5, 5, 7], 9, 5],
])('in %j the numbers below %d end at %d', (list, bound, end) => {
  expect(partitionPoint(list.length, (at) => list[at]! < bound)).toBe(end)
})
