import { expect, test } from 'vitest'
import type { Period } from './divide-by-time.ts'
import { findBeside, findTrail, listPeriods } from './walk-periods.ts'

const period = (id: string, own: number, ...parts: Period<number>[]): Period<number> => ({
  id,
  name: id,
  count: own,
  items: Array.from({ length: own }, (_, index) => index),
  parts,
})
const YEARS = [
  period('2015', 3),
  period('2016', 0, period('2016-02', 0, period('2016-02-03', 2), period('2016-02-04', 1)), period('2016-05', 4)),
  period('undated', 1),
]

test('all periods in the order of their pages', () =>
  expect(listPeriods(YEARS).map(({ id }) => id)).toEqual([
    '2015',
    '2016',
    '2016-02',
    '2016-02-03',
    '2016-02-04',
    '2016-05',
    'undated',
  ]))

test.each([
  ['2015', ['2015']],
  ['2016-02-04', ['2016', '2016-02', '2016-02-04']],
  ['2017', []],
])('the way to %s', (id, trail) => expect(findTrail(YEARS, id).map((one) => one.id)).toEqual(trail))

test.each([
  ['2015', undefined, '2016-02-03'],
  ['2016-02', '2015', '2016-02-03'],
  ['2016-02-03', '2015', '2016-02-04'],
  ['2016-05', '2016-02-04', 'undated'],
  ['undated', '2016-05', undefined],
])('beside %s stand pages that list something', (id, previous, next) => {
  const beside = findBeside(YEARS, id)
  expect([beside.previous?.id, beside.next?.id]).toEqual([previous, next])
})
