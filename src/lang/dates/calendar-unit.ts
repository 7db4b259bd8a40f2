import { fromDayNumber } from '../../text/calendar.ts'
import {
  centuryPeriod,
  dayPeriod,
  decadePeriod,
  monthPeriod,
  quarterPeriod,
  weekPeriod,
  weekendPeriod,
  yearPeriod,
} from './period.ts'
import type { Period } from './period.ts'

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

/** The period that lies `count` units after (before, when negative) the one that holds a day. */
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
