import { splitWords } from '../../../lang/words.ts'
import type { DateMention } from '../../../model/date.ts'
import { fromDayNumber, isoWeekday, parseDay, toDayNumber } from '../../../text/calendar.ts'

/**
 * When a statement's date is: `placed` on the calendar; `yearless`, a day or month whose year its source does not give
 * (kept in the leap year 2000); or `unknown` ("on Friday" in an undated source).
 */
export interface Time {
  readonly kind: 'placed' | 'yearless' | 'unknown'
  readonly interval: DayInterval
  /** ISO weekday of an unknown day, Monday 1. */
  readonly weekday?: number
}

const YEARLESS = /^XXXX-(\d{2})(?:-(\d{2}))?$/
const WEEKDAY = /^XXXX-WXX-([1-7])$/
/** Days of the leap year that yearless dates are kept in. */
const YEAR = 366

/**
 * Reads the time of a date.
 *
 * @param words the date's own words
 * @param wide words of its language that make a date no single day
 * @returns nothing for durations, sets and vague references ("recently", "now", "a year ago" in an undated source)
 */
export function readTime(date: DateMention, words: string, wide: readonly string[]): Time | undefined {
  const { type, timex, lo, hi, precision } = date
  if (type !== 'DATE' && type !== 'TIME') return undefined
  if (lo !== undefined || hi !== undefined) return { kind: 'placed', interval: toInterval(date) }
  if (precision === 'vague' || timex?.endsWith('_REF')) return undefined
  const days = (timex ?? '').split('/').map((part) => YEARLESS.exec(part))
  const [first, last] = [days[0], days.at(-1)]
  if (first && last)
    return {
      kind: 'yearless',
      interval: toInterval({
        lo: `2000-${first[1]}-${first[2] ?? '01'}`,
        hi: `2000-${last[1]}-${last[2] ?? lastDay(last[1]!)}`,
      }),
    }
  if (splitWords(words).some(({ key }) => wide.includes(key))) return undefined
  const weekday = WEEKDAY.exec(timex ?? '')?.[1]
  return { kind: 'unknown', interval: toInterval({}), ...(weekday !== undefined && { weekday: Number(weekday) }) }
}

function lastDay(month: string): string {
  return ['31', '30', '29', '28'].find((day) => parseDay(`2000-${month}-${day}`) !== undefined) ?? '28'
}

/** Days between two times, in the nearest year that the statements allow; nothing when one is unknown. */
export function gapOfTimes(a: Time, b: Time): number | undefined {
  if (a.kind === 'unknown' || b.kind === 'unknown') return undefined
  if (a.kind === 'placed' && b.kind === 'placed') return gapBetween(a.interval, b.interval)
  if (a.kind === b.kind)
    return Math.min(...[-YEAR, 0, YEAR].map((days) => gapBetween(a.interval, move(b.interval, days))))
  return a.kind === 'placed' ? gapInYears(a.interval, b.interval) : gapInYears(b.interval, a.interval)
}

/** The least gap when the yearless days are put into each year that the placed ones touch, and its neighbours. */
function gapInYears(placed: DayInterval, yearless: DayInterval): number {
  const bounds = [placed.first, placed.last].filter(Number.isFinite).map((day) => fromDayNumber(day).year)
  const { month, day } = fromDayNumber(yearless.first)
  const years = [...new Set(bounds.flatMap((year) => [year - 1, year, year + 1]))]
  return Math.min(
    ...years.map((year) => gapBetween(placed, move(yearless, toDayNumber(year, month, day) - yearless.first))),
  )
}

function move({ first, last }: DayInterval, days: number): DayInterval {
  return { first: first + days, last: last + days }
}

/** Whether an unknown weekday can be the other's day, which only a single placed day decides. */
export function isWeekdayPossible(a: Time, b: Time): boolean {
  const [day, other] = a.weekday === undefined ? [b, a] : [a, b]
  if (day.weekday === undefined) return true
  if (other.weekday !== undefined) return other.weekday === day.weekday
  const { first, last } = other.interval
  return other.kind !== 'placed' || first !== last || isoWeekday(first) === day.weekday
}

/** Days that something may have been on, as day numbers, both inclusive; an open end is infinite. */
export interface DayInterval {
  readonly first: number
  readonly last: number
}

/** Reads the bounds of a date. */
export function toInterval({ lo, hi }: { lo?: string | undefined; hi?: string | undefined }): DayInterval {
  return {
    first: (lo === undefined ? undefined : parseDay(lo)) ?? -Infinity,
    last: (hi === undefined ? undefined : parseDay(hi)) ?? Infinity,
  }
}

/** Number of days; infinite when an end is open. */
export function lengthOf({ first, last }: DayInterval): number {
  return last - first + 1
}

/** Number of days between two intervals; 0 if they touch, never negative. */
export function gapBetween(a: DayInterval, b: DayInterval): number {
  return Math.max(0, b.first - a.last, a.first - b.last)
}

/** Whether an interval is before, on or after a day of publication, given as a date or a part of one. */
export function seenFrom({ first, last }: DayInterval, published: string | undefined): 'past' | 'future' | 'open' {
  if (published === undefined) return 'open'
  const [lo, hi] = [
    parseDay(`${published}-01-01`.slice(0, 10)),
    parseDay(published.length === 10 ? published : published.length === 7 ? `${published}-28` : `${published}-12-31`),
  ]
  if (hi !== undefined && first > hi + (published.length === 7 ? 3 : 0)) return 'future'
  return lo !== undefined && last < lo ? 'past' : 'open'
}
