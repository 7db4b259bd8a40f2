import fc from 'fast-check'
import { expect, test } from 'vitest'
import { countCodePoints } from './characters.ts'
import { positionAt } from './lines.ts'

test('offsets count code points', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), fc.nat(), (text, seed) => {
      const points = [...text]
      const point = seed % (points.length + 1)
      expect(countCodePoints(text)(points.slice(0, point).join('').length)).toBe(point)
    }),
  )
})

const rows: [string, number, object][] = [
  ['abc', 0, { line: 1, column: 1 }],
  ['a\nbc', 3, { line: 2, column: 2 }],
  ['a\r\nbc', 3, { line: 2, column: 1 }],
  ['a\rb', 2, { line: 2, column: 1 }],
  ['😀b', 2, { line: 1, column: 2 }],
]

test.each(rows)('%j at %d', (text, offset, expected) => {
  expect(positionAt(text, offset)).toEqual(expected)
})
