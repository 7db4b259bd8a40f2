import fc from 'fast-check'
import { expect, test } from 'vitest'
import { indexRanges } from './ranges.ts'

const range = fc
  .tuple(fc.nat(5000), fc.integer({ min: 1, max: 2500 }))
  .map(([start, length]) => ({ start, end: start + length }))

test('finds the same items as a linear search, in the same order', () => {
  fc.assert(
    fc.property(fc.array(range, { maxLength: 30 }), range, (items, wanted) => {
      const sorted = items.toSorted((a, b) => a.start - b.start)
      const expected = sorted.filter(({ start, end }) => start < wanted.end && end > wanted.start)
      expect(indexRanges(sorted, (item) => item)(wanted)).toEqual(expected)
    }),
  )
})
