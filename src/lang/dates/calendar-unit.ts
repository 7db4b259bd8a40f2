import { fromDayNumber } from '../../text/calendar.ts'
import type { Period } from './period.ts'
import {
  centuryPeriod,
  dayPeriod,
  decadePeriod,
  monthPeriod,
  quarterPeriod,
  weekendPeriod,
  weekPeriod,
  yearPeriod,
} from './period.ts'

/** Units of the calendar a period can have. */
export type CalendarUnit =
  | 'day'
  | 'weekend'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'year'
  | 'decade'
  | 'century'

/** The period of a calendar unit that holds a day. */
export function periodOf(day: number, unit: CalendarUnit): Period {
  const { year, month } = fromDayNumber(day)
  switch (unit) {
    case 'day':
      return dayPeriod(day)
    case 'week':
    case 'fortnight':
      return weekPeriod(day)
    case 'weekend':
      return weekendPeriod(day)
    case 'month':
      return monthPeriod(year, month)
    case 'quarter':
      return quarterPeriod(year, Math.floor((month + 2) / 3))
    case 'year':
      return yearPeriod(year)
    case 'decade':
      return decadePeriod(year)
    case 'century':
      return centuryPeriod(year)
  }
}

/** The period `count` units after (before, if negative) the one that contains a day. */
export function shiftedPeriod(day: number, unit: CalendarUnit, count: number): Period {
  const { year, month } = fromDayNumber(day)
  switch (unit) {
    case 'day':
      return dayPeriod(day + count)
    case 'week':
    case 'weekend':
      return periodOf(day + 7 * count, unit)
    case 'fortnight':
      return weekPeriod(day + 14 * count)
    case 'month':
      return monthPeriod(year, month + count)
    case 'quarter':
      return quarterPeriod(year, Math.floor((month + 2) / 3) + count)
    case 'year':
      return yearPeriod(year + count)
    case 'decade':
      return decadePeriod(year + 10 * count)
    case 'century':
      return centuryPeriod(year + 100 * count)
  }
}

/** Letter of each unit in a TIMEX3 duration, `T` before units of time. */
const LETTERS: Readonly<Record<string, string>> = {
  second: 'TS',
  minute: 'TM',
  hour: 'TH',
  day: 'D',
  night: 'NI',
  week: 'W',
  weekend: 'WE',
  fortnight: 'W',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
  decade: 'DE',
  century: 'CE',
}

/** Larger units counted in smaller ones. */
const FACTORS: Readonly<Record<string, { factor: number; unit: string }>> = {
  fortnight: { factor: 2, unit: 'week' },
  decade: { factor: 10, unit: 'year' },
  century: { factor: 100, unit: 'year' },
}

/** Halves of units, spelled in the next smaller one. */
const HALVES: Readonly<Record<string, string>> = {
  year: 'P6M',
  hour: 'PT30M',
  decade: 'P5Y',
  century: 'P50Y',
  minute: 'PT30S',
  day: 'PT12H',
}

/**
 * A TIMEX3 duration such as `P2Y`, `PT30M`, `PXW`.
 *
 * @param count how many, or nothing when the words do not say
 */
export function spellDuration(count: number | undefined, unit: string): string {
  if (count === 0.5 && HALVES[unit]) return HALVES[unit]
  const bigger = FACTORS[unit]
  if (count !== undefined && bigger) return spellDuration(count * bigger.factor, bigger.unit)
  if (count !== undefined && count % 1 === 0.5) {
    if (unit === 'year') return `P${count - 0.5}Y6M`
    if (unit === 'hour') return `PT${count - 0.5}H30M`
    if (unit === 'minute') return `PT${count - 0.5}M30S`
  }
  const letters = LETTERS[unit]!
  const number = count === undefined ? 'X' : String(count)
  return letters.length > 1 && letters.startsWith('T') ? `PT${number}${letters[1]}` : `P${number}${letters}`
}
