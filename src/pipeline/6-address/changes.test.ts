import { expect, test } from 'vitest'
import { BREAKING } from '../../test/bench/permalinks/breaking-changes.ts'
import { HARMLESS } from '../../test/bench/permalinks/harmless-changes.ts'
import { publishWorld, rebuild } from '../../test/bench/permalinks/world.ts'

const world = publishWorld()

test('there are at least fifty kinds of either', () => {
  expect(Object.keys(BREAKING).length).toBeGreaterThanOrEqual(50)
  expect(Object.keys(HARMLESS).length).toBeGreaterThanOrEqual(50)
})

test.each(Object.entries(BREAKING))('%s stops the build and says what to do', (_, change) => {
  const { errors } = rebuild(change(world), world.record)
  expect(errors.length).toBeGreaterThan(0)
  expect(errors.every(({ hint }) => hint)).toBe(true)
})

test.each(Object.entries(HARMLESS))('%s does not, and the next build changes nothing', (_, change) => {
  const { errors, world: next } = rebuild(change(world), world.record)
  expect(errors).toEqual([])
  const again = rebuild(next, next.record)
  expect(again.errors).toEqual([])
  expect(again.world.record).toBe(next.record)
})
