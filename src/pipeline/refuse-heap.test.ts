import { expect, test } from 'vitest'
import { refuseHeap } from './refuse-heap.ts'

const GIGABYTE = 2 ** 30
const seeds = (count: number, characters: number) =>
  Array.from({ length: count }, () => ({ text: 'x'.repeat(characters) }))

test.each<[articles: number, characters: number, heap: number, isRefused: boolean]>([
  [1000, 3000, 4 * GIGABYTE, false],
  [1000, 300_000, 4 * GIGABYTE, true],
  [1000, 300_000, 9 * GIGABYTE, false],
  [1, 10, 100 * 2 ** 20, true],
  [0, 0, 4 * GIGABYTE, false],
])('%i articles of %i characters in a heap of %i bytes', (articles, characters, heap, isRefused) => {
  expect(refuseHeap(seeds(articles, characters), heap) !== undefined).toBe(isRefused)
})

test('it says how much the articles need, and how to give it', () => {
  const problem = refuseHeap(seeds(1000, 300_000), 4 * GIGABYTE)!
  const [, needed] = /takes (\S+) GB/.exec(problem.reason)!
  const [, given] = /size=(\d+)/.exec(problem.hint!)!
  expect(Number(given)).toBeGreaterThanOrEqual(Number(needed) * 1000)
  expect(refuseHeap(seeds(1000, 300_000), Number(given) * 2 ** 20)).toBeUndefined()
})
