import { expect, test } from 'vitest'
import type { FigureRow, FigureTable } from '../../../model/figure.ts'
import { areCompatible, areOneNumber, excludes, isSameNumber, markExclusions } from './compare-values.ts'

const row = (words: string, low?: number, high?: number, rule = 'amount/exact', unit = 'count') =>
  ({ words, rule, unit, ...(low !== undefined && { low }), ...(high !== undefined && { high }) }) as FigureRow

const ABOUT = 'amount/about'
const METRES = ['amount/exact', 'm'] as const

test.each<[string, FigureRow, FigureRow, boolean]>([
  ['two numbers', row('12', 12, 12), row('14', 14, 14), true],
  ['a number above a lower bound', row('at least 12', 12), row('14', 14, 14), false],
  ['a number below a lower bound', row('at least 12', 12), row('nine', 9, 9), true],
  ['near a rough number', row('about 300', 300, 300, ABOUT), row('more than 290', 290), false],
  ['far from a rough number', row('about 300', 300, 300, ABOUT), row('400', 400, 400), true],
  ['none and some', row('no', 0, 0), row('12', 12, 12), true],
  ['a size without a number', row('dozens'), row('12', 12, 12), false],
  ['a length in other units', row('200ft', 61, 61, ...METRES), row('60 metres', 60, 60, ...METRES), false],
  ['another length', row('2,000ft', 609.6, 609.6, ...METRES), row('700 metres', 700, 700, ...METRES), true],
  ['a length within its last digit', row('six', 9656, 9656, ...METRES), row('10', 10_000, 10_000, ...METRES), false],
])('%s', (_, one, other, expected) => {
  expect(excludes(one, other)).toBe(expected)
  expect(excludes(other, one)).toBe(expected)
  expect(areCompatible([one, other])).toBe(!expected)
})

test.each<[FigureRow[], boolean]>([
  [[row('at least 12', 12, undefined, 'amount/at-least'), row('12', 12, 12)], true],
  [[row('over 40', 40, undefined, 'amount/at-least'), row('over 50', 50, undefined, 'amount/at-least')], false],
  [[row('12', 12, 12), row('14', 14, 14)], false],
])('one number of one source: %j', (rows, expected) => {
  expect(areOneNumber(rows)).toBe(expected)
})

test.each<[FigureRow, FigureRow, boolean]>([
  [row('at least 12', 12), row('12', 12, 12), true],
  [row('12', 12, 12), row('13', 13, 13), false],
  [row('dozens'), row('dozens'), false],
  [row('14 miles', 22_530, 22_530, ...METRES), row('22.5 km', 22_500, 22_500, ...METRES), true],
])('the same number: %j %j', (one, other, expected) => {
  expect(isSameNumber(one, other)).toBe(expected)
})

const day = (lo?: string, hi?: string) =>
  ({ unit: 'date', period: { words: '', ...(lo && { lo }), ...(hi && { hi }) } }) as FigureRow

test.each<[string, FigureRow[], (number[] | undefined)[]]>([
  ['two numbers and one that fits both', [row('4', 4, 4), row('5', 5, 5), row('few')], [[1], [0], undefined]],
  ['a number near a rough one', [row('about 300', 300, 300, ABOUT), row('310', 310, 310)], [undefined, undefined]],
  ['two days', [day('2012-05-01', '2012-05-01'), day('2012-05-02', '2012-05-02')], [[1], [0]]],
  ['a month and its day', [day('2012-05-01', '2012-05-31'), day('2012-05-02', '2012-05-02')], [undefined, undefined]],
  ['a day that nobody knows', [day(), day('2012-05-02', '2012-05-02')], [undefined, undefined]],
])('rows that exclude one another: %s', (_, rows, expected) => {
  const table = { rows, isCompatible: false } as unknown as FigureTable
  expect(markExclusions(table).rows.map((one) => one.excludes)).toEqual(expected)
})
