import { expect, test } from 'vitest'
import { contradicts } from './also-reported.ts'

const row = (low?: number, high?: number) => ({ unit: 'count', low, high }) as never
const day = (lo?: string, hi?: string) => ({ unit: 'date', period: { words: '', lo, hi } }) as never

test.each([
  ['two numbers', row(4, 4), row(5, 5), true],
  ['one number', row(4, 4), row(4, 4), false],
  ['a number within bounds', row(40), row(46, 46), false],
  ['a number under an open bound', row(40), row(12, 12), true],
  ['words without a bound', row(), row(12, 12), false],
  ['two days', day('2012-05-01', '2012-05-01'), day('2012-05-02', '2012-05-02'), true],
  ['a day of the month', day('2012-05-01', '2012-05-31'), day('2012-05-02', '2012-05-02'), false],
  ['a day that nobody knows', day(), day('2012-05-02', '2012-05-02'), false],
])('%s', (_, a, b, expected) => {
  expect([contradicts(a, b), contradicts(b, a)]).toEqual([expected, expected])
})
