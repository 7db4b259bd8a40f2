/**
 * Calendar arithmetic in whole days of the proleptic Gregorian calendar, free of clocks and time zones.
 *
 * A day is a number: days since 1970-01-01, negative before it. The two conversions follow Howard Hinnant,
 * "chrono-Compatible Low-Level Date Algorithms" (2013), which counts years from 1 March.
 */
export interface CalendarDay {
  readonly year: number
  /** 1 to 12. */
  readonly month: number
  /** 1 to 31. */
  readonly day: number
}

const DAYS_IN_ERA = 146097
const EPOCH_SHIFT = 719468

/** The day's number. Months outside 1 to 12 run on into the neighbouring years, days into the neighbouring months. */
export function toDayNumber(year: number, month: number, day: number): number {
  const months = year * 12 + (month - 1)
  const shiftedYear = Math.floor((months - 2) / 12)
  const shiftedMonth = months - 2 - shiftedYear * 12
  const era = Math.floor(shiftedYear / 400)
  const yearOfEra = shiftedYear - era * 400
  const dayOfYear = Math.floor((153 * shiftedMonth + 2) / 5) + day - 1
  return (
    era * DAYS_IN_ERA +
    yearOfEra * 365 +
    Math.floor(yearOfEra / 4) -
    Math.floor(yearOfEra / 100) +
    dayOfYear -
    EPOCH_SHIFT
  )
}

/** The calendar day of a day number. */
export function fromDayNumber(number: number): CalendarDay {
  const shifted = number + EPOCH_SHIFT
  const era = Math.floor(shifted / DAYS_IN_ERA)
  const dayOfEra = shifted - era * DAYS_IN_ERA
  const leaps = Math.floor(dayOfEra / 1460) - Math.floor(dayOfEra / 36524) + Math.floor(dayOfEra / 146096)
  const yearOfEra = Math.floor((dayOfEra - leaps) / 365)
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return { year, month, day: dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1 }
}

/** Number of days in a month (1 to 12). */
export function daysInMonth(year: number, month: number): number {
  return toDayNumber(year, month + 1, 1) - toDayNumber(year, month, 1)
}

/** Whether year, month and day name a day that exists. */
export function isCalendarDay(year: number, month: number, day: number): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
}

/** ISO weekday of a day number: Monday 1 to Sunday 7. */
export function isoWeekday(number: number): number {
  return ((((number + 3) % 7) + 7) % 7) + 1
}

/** ISO weekday of a date given by its bounds or as TIMEX3 (`XXXX-WXX-4` is some Thursday), when that is known. */
export function weekdayOf(date: {
  readonly lo?: string | undefined
  readonly hi?: string | undefined
  readonly timex?: string | undefined
}): number | undefined {
  const day = date.lo === date.hi ? parseDay(date.lo ?? '') : undefined
  if (day !== undefined) return isoWeekday(day)
  const found = /^XXXX-WXX-([1-7])/.exec(date.timex ?? '')
  return found ? Number(found[1]) : undefined
}

/** ISO 8601 week of a day number: the week's own year, which may differ from the day's, and its number from 1. */
export function isoWeek(number: number): { year: number; week: number } {
  const thursday = number - isoWeekday(number) + 4
  const { year } = fromDayNumber(thursday)
  return { year, week: Math.floor((thursday - toDayNumber(year, 1, 1)) / 7) + 1 }
}

/** `YYYY-MM-DD` of a day number. */
export function formatDay(number: number): string {
  const { year, month, day } = fromDayNumber(number)
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
}

/** Day number of `YYYY-MM-DD`, or nothing when no such day exists. */
export function parseDay(text: string): number | undefined {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (!match) return undefined
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isCalendarDay(year, month, day) ? toDayNumber(year, month, day) : undefined
}

/** Day number of the first day of a date or part of one: `2017`, `2017-02` or `2017-02-13`. */
export function firstDayNumber(date: string): number {
  const [year = 1970, month = 1, day = 1] = date.split('-').map(Number)
  return toDayNumber(year, month, day)
}

/** Last day of a date or part of one: `2017-02` gives `2017-02-28`. */
export function lastDayOf(date: string): string {
  const [year = 1970, month, day] = date.split('-').map(Number)
  return day === undefined ? formatDay(toDayNumber(year, (month ?? 12) + 1, 1) - 1) : date
}

/** A whole number with leading zeros, at least `width` digits long. */
export function pad(number: number, width: number): string {
  return String(number).padStart(width, '0')
}

/** Day number of Easter Sunday in the Gregorian calendar (J.-M. Oudin, 1940). */
export function easterSunday(year: number): number {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const skipped = century - Math.floor(century / 4) - Math.floor((8 * century + 13) / 25)
  const moon = (19 * golden + skipped + 15) % 30
  const epact = moon - Math.floor(moon / 28) * (1 - Math.floor(29 / (moon + 1)) * Math.floor((21 - golden) / 11))
  const sunday = (year + Math.floor(year / 4) + epact + 2 - century + Math.floor(century / 4)) % 7
  const offset = epact - sunday
  const month = 3 + Math.floor((offset + 40) / 44)
  return toDayNumber(year, month, offset + 28 - 31 * Math.floor(month / 4))
}

/**
 * The days from a day, month or year to another, as a person wrote them.
 *
 * @returns undefined where one is not in the calendar or the last comes before the first
 */
export function readInterval(from: string, to = from) {
  const [lo, hi] = [formatDay(firstDayNumber(from)), lastDayOf(to)]
  if (parseDay(hi) === undefined || !lo.startsWith(from) || lo > hi) return undefined
  const isOne = to === from
  const precision = isOne ? (['year', 'month', 'day'] as const)[from.split('-').length - 1]! : ('range' as const)
  return { ...(isOne && { timex: from }), edtf: isOne ? from : `${from}/${to}`, lo, hi, precision }
}
