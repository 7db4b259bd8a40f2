import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { daysInMonth, easterSunday, isoWeekday, toDayNumber } from '../../../text/calendar.ts'

/** How the day of a feast is found: a fixed day, days from Easter, or the nth weekday of a month (-1 the last). */
export type Holiday = { on: [number, number] } | { easter: number } | { nth: [number, number, number] }

/** Name (lower case) -> how its day is found. */
export const HOLIDAYS: Readonly<Record<string, Holiday>> = parse(
  readFileSync(new URL('./holidays.yml', import.meta.url), 'utf8'),
)

/** Day number of a feast in a year. */
export function dayOfHoliday(holiday: Holiday, year: number): number {
  if ('on' in holiday) return toDayNumber(year, ...holiday.on)
  if ('easter' in holiday) return easterSunday(year) + holiday.easter
  const [month, weekday, nth] = holiday.nth
  if (nth > 0) {
    const first = toDayNumber(year, month, 1)
    return first + ((weekday - isoWeekday(first) + 7) % 7) + 7 * (nth - 1)
  }
  const last = toDayNumber(year, month, daysInMonth(year, month))
  return last - ((isoWeekday(last) - weekday + 7) % 7)
}
