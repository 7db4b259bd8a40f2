import { expect, test } from 'vitest'
import { spellDuration } from './calendar-unit.ts'

const rows: [number | undefined, string, string][] = [
  [2, 'year', 'P2Y'],
  [10, 'minute', 'PT10M'],
  [3, 'month', 'P3M'],
  [24, 'hour', 'PT24H'],
  [undefined, 'week', 'PXW'],
  [1, 'fortnight', 'P2W'],
  [2, 'decade', 'P20Y'],
  [undefined, 'decade', 'PXDE'],
  [1, 'century', 'P100Y'],
  [0.5, 'year', 'P6M'],
  [0.5, 'hour', 'PT30M'],
  [2.5, 'year', 'P2Y6M'],
  [5.5, 'hour', 'PT5H30M'],
  [2, 'night', 'P2NI'],
]

test.each(rows)('%j %s', (count, unit, timex) => {
  expect(spellDuration(count, unit)).toBe(timex)
})
