import { expect, test } from 'vitest'
import { findRepeated } from './find-repeated.ts'

test.each<[things: string[][], text: string, isRepeated: boolean]>([
  [[['met Vale', 'met Okafor'], ['met Okafor']], 'met Okafor', true],
  [[['met Vale', 'met Okafor'], ['met Okafor']], 'met Vale', false],
  [[['met Vale'], ['met Vale']], 'met vale', false],
  [[['met Vale']], 'fled Vale', false],
  [[], 'met Vale', false],
])('of %j, “%s”: %j', (things, text, isRepeated) => {
  expect(findRepeated(things, (thing) => thing)(text)).toBe(isRepeated)
})

test('a string of two things is never missed among very many', () => {
  const things = Array.from({ length: 3000 }, (_, at) => [`own ${at}`, `shared ${at % 1500}`])
  const isRepeated = findRepeated(things, (thing) => thing)
  expect(things.every(([, shared]) => isRepeated(shared!))).toBe(true)
  expect(things.filter(([own]) => isRepeated(own!)).length).toBeLessThan(300)
})
