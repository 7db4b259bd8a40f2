import fc from 'fast-check'
import { expect, test } from 'vitest'
import { SAMPLES, shapesOf } from './code.ts'

const rows: [string, string[]][] = [
  ['5', ['dayNumber', 'monthNumber', 'hour', 'number']],
  ['31', ['dayNumber', 'sixty', 'twoDigits', 'number']],
  ['32', ['sixty', 'twoDigits', 'number']],
  ['1990', ['year', 'modernYear', 'decade', 'number']],
  ['1660', ['year', 'decade', 'number']],
  ['2254', ['clock24', 'number']],
  ['20.30', ['dottedClock', 'number']],
  ['13.2.2017', ['dottedDate', 'number']],
  ['12,500', ['number']],
]

test.each(rows)('%s', (digits, shapes) => {
  expect(shapesOf(digits).filter((shape) => shape !== 'tens')).toEqual(shapes)
})

test('the samples cover every set of shapes once', () => {
  const known = SAMPLES.map((sample) => shapesOf(sample).join())
  expect(new Set(known).size).toBe(SAMPLES.length)
  const digits = fc.stringMatching(/^\d{1,6}(?:[.,]\d{1,4}){0,2}$/)
  fc.assert(
    fc.property(digits, (text) => known.includes(shapesOf(text).join())),
    { numRuns: 2000, seed: 7 },
  )
  for (let number = 0; number < 10_000; number += 1) expect(known).toContain(shapesOf(String(number)).join())
})
