import { expect, test } from 'vitest'
import { findRepeated } from './find-repeated.ts'

const LARGE = 2 ** 50

test.each<[things: number[][], number: number, isRepeated: boolean]>([
  [[[1, 2], [2]], 2, true],
  [[[1, 2], [2]], 1, false],
  [[[LARGE], [LARGE + 1]], LARGE, false],
  [[[LARGE], [LARGE]], LARGE, true],
  [[[1], [1 + 2 ** 32]], 1, false],
  [[[1]], 2, false],
  [[], 1, false],
])('of %j, %d: %j', (things, number, isRepeated) => {
  expect(findRepeated(things, (thing) => thing)(number)).toBe(isRepeated)
})

test('a number of two things is never missed among very many', () => {
  const things = Array.from({ length: 3000 }, (_, at) => [at * 2 ** 28, 2 ** 48 + (at % 1500)])
  const isRepeated = findRepeated(things, (thing) => thing)
  expect(things.every(([, shared]) => isRepeated(shared!))).toBe(true)
  expect(things.filter(([own]) => isRepeated(own!)).length).toBeLessThan(300)
})
