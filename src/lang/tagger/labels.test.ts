import fc from 'fast-check'
import { expect, test } from 'vitest'
import { decodeLabels, encodeLabels, isTransition, LABEL_COUNT, NAME_TYPES, type TokenSpan } from './labels.ts'

const rows: [string, number, TokenSpan[], number[]][] = [
  ['nothing', 2, [], [0, 0]],
  ['a unit', 2, [{ first: 1, last: 1, type: 'PER' }], [0, 4]],
  ['begin and last', 3, [{ first: 0, last: 1, type: 'ORG' }], [5, 7, 0]],
  ['begin, inside, last', 3, [{ first: 0, last: 2, type: 'LOC' }], [9, 10, 11]],
  [
    'two side by side',
    3,
    [
      { first: 0, last: 0, type: 'MISC' },
      { first: 1, last: 2, type: 'MISC' },
    ],
    [16, 13, 15],
  ],
]

test.each(rows)('%s', (_, length, spans, labels) => {
  expect([...encodeLabels(length, spans)]).toEqual(labels)
  expect(decodeLabels(labels)).toEqual(spans)
})

test('any spans that do not overlap survive encoding and decoding', () => {
  const gaps = fc.array(fc.tuple(fc.nat(2), fc.nat(3), fc.constantFrom(...NAME_TYPES)), { maxLength: 6 })
  fc.assert(
    fc.property(gaps, (parts) => {
      let next = 0
      const spans = parts.map(([gap, size, type]) => {
        const first = next + gap
        next = first + size + 1
        return { first, last: first + size, type }
      })
      const labels = encodeLabels(next + 1, spans)
      expect(decodeLabels(labels)).toEqual(spans)
      labels.forEach((label, at) => expect(isTransition(labels[at - 1] ?? 0, label)).toBe(true))
    }),
  )
})

test.each([
  [0, 1, true],
  [0, 4, true],
  [0, 2, false],
  [0, 3, false],
  [1, 2, true],
  [1, 3, true],
  [1, 0, false],
  [1, 4, false],
  [1, 6, false],
  [4, 0, true],
  [4, 2, false],
  [3, 5, true],
])('label %i may be followed by %i: %s', (from, to, expected) => {
  expect(isTransition(from, to)).toBe(expected)
  expect(from).toBeLessThan(LABEL_COUNT)
})
