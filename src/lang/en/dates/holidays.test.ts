import { expect, test } from 'vitest'
import { formatDay } from '../../../text/calendar.ts'
import { HOLIDAYS, dayOfHoliday } from './holidays.ts'

const rows: [string, number, string][] = [
  ['christmas eve', 2023, '2023-12-24'],
  ['good friday', 2024, '2024-03-29'],
  ['thanksgiving', 2023, '2023-11-23'],
  ['memorial day', 2024, '2024-05-27'],
  ['labor day', 2024, '2024-09-02'],
]

test.each(rows)('%s %i', (name, year, day) => {
  expect(formatDay(dayOfHoliday(HOLIDAYS[name]!, year))).toBe(day)
})
