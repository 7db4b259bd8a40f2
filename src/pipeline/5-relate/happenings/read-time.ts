import type { DateMention } from '../../../model/date.ts'
import { isoWeekday, parseDay } from '../../../text/calendar.ts'
import type { DayInterval } from './day-interval.ts'
import { gapBetween, toInterval } from './day-interval.ts'

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
/** Days in the leap year that yearless dates are kept in. */
const YEAR = 366

/** Reads the time of a date; nothing for durations, sets and vague references ("recently", "now"). */
export function readTime(date: DateMention): Time | undefined {
  const { type, timex, lo, hi, precision } = date
  if (type !== 'DATE' && type !== 'TIME') return undefined
  if (lo !== undefined || hi !== undefined) return { kind: 'placed', interval: toInterval(date) }
  if (precision === 'vague' || timex?.endsWith('_REF')) return undefined
  const days = (timex ?? '').split('/').map((part) => YEARLESS.exec(part))
  const [first, last] = [days[0], days.at(-1)]
  if (first && last) return { kind: 'yearless', interval: toInterval({ lo: `2000-${first[1]}-${first[2] ?? '01'}`, hi: `2000-${last[1]}-${last[2] ?? lastDay(last[1]!)}` }) }
  const weekday = WEEKDAY.exec(timex ?? '')?.[1]
  return { kind: 'unknown', interval: toInterval({}), ...(weekday !== undefined && { weekday: Number(weekday) }) }
}

function lastDay(month: string): string {
  return ['31', '30', '29', '28'].find((day) => parseDay(`2000-${month}-${day}`) !== undefined) ?? '28'
}

/**
 * Days between two times, in the nearest year that the statements allow; nothing when one is unknown.
 */
export function gapOfTimes(a: Time, b: Time): number | undefined {
  if (a.kind === 'unknown' || b.kind === 'unknown') return undefined
  const gap = gapBetween(a.interval, b.interval)
  if (a.kind === 'placed' && b.kind === 'placed') return gap
  return Math.min(...[a, b].map(({ interval }) => interval.last - interval.first)) >= YEAR ? 0 : gapInYear(a.interval, b.interval)
}

/** The gap after both are turned into the same year, across New Year where that is nearer. */
function gapInYear(a: DayInterval, b: DayInterval): number {
  const turns = Math.round((a.first - b.first) / 365.2425)
  return Math.min(...[turns - 1, turns, turns + 1].map((turn) => gapBetween(a, move(b, Math.round(turn * 365.2425)))))
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
