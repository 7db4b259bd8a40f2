import type { Source } from '../../model/source.ts'
import { formatDay, fromDayNumber, isCalendarDay, isoWeekday, pad, parseDay, toDayNumber } from '../../text/calendar.ts'
import type { CalendarUnit } from './calendar-unit.ts'
import { periodOf, shiftedPeriod } from './calendar-unit.ts'
import type { Period } from './period.ts'
import { dayPeriod, monthPeriod, yearPeriod } from './period.ts'
import type { Anchor, Context, Direction, DateReading } from './reading.ts'
import { readInferred, readNoDay, readOpen } from './reading.ts'

/** Whether an anchor is exact enough to count units of this size from. */
export function isExactEnough(period: Period, unit: CalendarUnit): boolean {
  return periodOf(period.lo, unit).timex === periodOf(period.hi, unit).timex
}

/** The publication date, when it is known to the unit. */
export function publicationFor(context: Context, unit: CalendarUnit): Anchor | undefined {
  const { publication } = context
  return publication && isExactEnough(publication.period, unit) ? publication : undefined
}

/** "the publication date 2017-02-13", for reasons. */
export function nameAnchor(anchor: Anchor): string {
  return anchor.kind === 'publication'
    ? `the publication date ${anchor.period.timex}`
    : `${anchor.period.timex}, the date before it in the text`
}

/** Places a unit `count` units away from the publication date: "last week", "tomorrow". */
export function placeFromPublication(context: Context, unit: CalendarUnit, count: number): DateReading {
  const anchor = publicationFor(context, unit)
  if (!anchor) return readOpen('DATE', `No publication date: the ${unit} cannot be placed.`)
  return placeFrom(anchor, unit, count)
}

/** Places a unit `count` units from the previous date of the text: "two days later", "the following month". */
export function placeFromNarrative(context: Context, unit: CalendarUnit, count: number): DateReading {
  const isFirst = context.narrative('century') === undefined
  const anchor = context.narrative(unit) ?? (isFirst || unit === 'year' ? publicationFor(context, unit) : undefined)
  if (!anchor) return readOpen('DATE', `No date before it is exact enough to count from: the ${unit} cannot be placed.`)
  return placeFrom(anchor, unit, count)
}

/** Places a unit `count` units away from an anchor. */
export function placeFrom(anchor: Anchor, unit: CalendarUnit, count: number): DateReading {
  const side = count < 0 ? 'before' : 'after'
  const size = Math.abs(count)
  const where = count === 0 ? `The ${unit} of` : `${size} ${unit}${size === 1 ? '' : 's'} ${side}`
  return readInferred(shiftedPeriod(anchor.period.lo, unit, count), anchor, `${where} ${nameAnchor(anchor)}.`)
}

/**
 * Places a weekday: the most recent one, the publication date's own day included, unless the clause looks ahead.
 *
 * @param step -1 the last one before, 1 the next one after, 0 by the tense of the clause
 */
export function placeWeekday(
  context: Context,
  weekday: number,
  step: -1 | 0 | 1 = 0,
  anchor = publicationFor(context, 'day'),
): DateReading {
  if (!anchor) return readOpen('DATE', 'No publication date: the weekday cannot be placed.', `XXXX-WXX-${weekday}`)
  const isAhead = step === 1 || (step === 0 && context.direction() > 0)
  const distance = (isoWeekday(anchor.period.lo) - weekday + 7) % 7
  const back = distance || (step === -1 ? 7 : 0)
  const ahead = (7 - distance) % 7 || (step === 1 ? 7 : 0)
  const day = anchor.period.lo + (isAhead ? ahead : -back)
  const reason = isAhead
    ? `The first such day from ${nameAnchor(anchor)} on.`
    : `The last such day up to ${nameAnchor(anchor)}.`
  return readInferred(dayPeriod(day), anchor, reason, isAhead ? 'date/weekday-future' : 'date/weekday-past')
}

/** Places a day of a month in the year that brings it nearest to the publication date; tense breaks near ties. */
export function placeMonthDay(context: Context, month: number, day: number): DateReading {
  const afterPrevious = placeAfterPrevious(context, month, (year) =>
    isCalendarDay(year, month, day) ? dayPeriod(toDayNumber(year, month, day)) : undefined,
  )
  if (afterPrevious) return afterPrevious
  const anchor = publicationFor(context, 'month')
  const bare = `XXXX-${pad(month, 2)}-${pad(day, 2)}`
  if (!anchor) return readOpen('DATE', 'No publication date: the year cannot be told.', bare, bare)
  const middle = Math.floor((anchor.period.lo + anchor.period.hi) / 2)
  const direction = context.direction()
  const year = cheapestYear(middle, (year) =>
    isCalendarDay(year, month, day) ? costOfDays(toDayNumber(year, month, day) - middle, direction) : Infinity,
  )
  if (!isCalendarDay(year, month, day)) return readNoDay(bare)
  return readInferred(
    dayPeriod(toDayNumber(year, month, day)),
    anchor,
    `In ${year} the day lies nearest to ${nameAnchor(anchor)}.`,
  )
}

/** Places a month in the nearest year, and skips years that contradict the clause's tense. */
export function placeMonth(context: Context, month: number): DateReading {
  const afterPrevious = placeAfterPrevious(context, month, (year) => monthPeriod(year, month))
  if (afterPrevious) return afterPrevious
  const anchor = publicationFor(context, 'month')
  const bare = `XXXX-${pad(month, 2)}`
  if (!anchor) return readOpen('DATE', 'No publication date: the year cannot be told.', bare, bare)
  const now = fromDayNumber(anchor.period.lo)
  const direction = context.direction()
  const year = cheapestYear(anchor.period.lo, (year) =>
    costOfMonths((year - now.year) * 12 + month - now.month, direction),
  )
  return readInferred(
    monthPeriod(year, month),
    anchor,
    `In ${year} the month lies nearest to ${nameAnchor(anchor)}, given the tense.`,
  )
}

/** "arrested in November 2018 and charged in March": a clause in the past continues in the earlier year that its sentence gave. */
function placeAfterPrevious(
  context: Context,
  month: number,
  periodIn: (year: number) => Period | undefined,
): DateReading | undefined {
  const { publication } = context
  const anchor = context.previous()
  if (!anchor || !publication || context.direction() > 0) return undefined
  const start = fromDayNumber(anchor.period.lo)
  const period = periodIn(month < start.month ? start.year + 1 : start.year)
  const isEarlier = start.year < fromDayNumber(publication.period.lo).year
  if (!isEarlier || !period || period.lo < anchor.period.lo || period.lo > publication.period.hi) return undefined
  return readInferred(period, anchor, `The first such ${period.precision} from ${nameAnchor(anchor)}, on.`)
}

function cheapestYear(day: number, cost: (year: number) => number): number {
  const { year } = fromDayNumber(day)
  return [year, year - 1, year + 1].reduce((best, candidate) => (cost(candidate) < cost(best) ? candidate : best))
}

/** Distance of a day from the anchor, plus a penalty if it is on the wrong side for the clause's tense. */
export function costOfDays(days: number, direction: Direction): number {
  if ((direction === -2 && days > 0) || (direction === 2 && days < -60)) return Infinity
  const wrongSide =
    direction > 0 && days < -1 ? 120 : direction < 0 && days > 1 ? 180 : direction === 0 && days > 0 ? 20 : 0
  return Math.abs(days) + wrongSide
}

function costOfMonths(months: number, direction: Direction): number {
  if ((direction === -2 && months > 0) || (direction === 2 && months < 0)) return Infinity
  const wrongSide =
    direction > 0 && months < 0 ? 6 : direction < 0 && months > 0 ? 7 : direction === 0 && months > 0 ? 3 : 0
  return Math.abs(months) + wrongSide
}

/** `YYYY-MM-DD` bounds of a period. */
export function boundsOf(period: Period): { lo: string; hi: string } {
  return { lo: formatDay(period.lo), hi: formatDay(period.hi) }
}

/** Dates that are remembered; an older one is too far away to count from. */
const MEMORY = 12

/** The dates read so far in one source, newest last. */
export interface Narrative {
  remember(reading: DateReading): void
  /** Forgets quarters: what follows compares other spans. */
  forgetQuarters(): void
  /** The newest date exact enough to count such units from. */
  recall(unit: CalendarUnit, isFit?: (period: Period) => boolean): Anchor | undefined
}

/** Starts a narrative without any date. */
export function startNarrative(): Narrative {
  let recent: Anchor[] = []
  return {
    remember({ period, isAside }) {
      if (!period || isAside) return
      recent.push({ kind: 'narrative', period })
      if (recent.length > MEMORY) recent.shift()
    },
    forgetQuarters() {
      recent = recent.filter(({ period }) => period.precision !== 'quarter')
    },
    recall: (unit, isFit = () => true) => recent.findLast(({ period }) => isExactEnough(period, unit) && isFit(period)),
  }
}

/** The source's publication date as an anchor, as exact as its metadata gives it. */
export function readPublication(source: Source): Anchor | undefined {
  const period = readPartialDate(source.metadata.date?.value ?? '')
  return period && { kind: 'publication', period }
}

function readPartialDate(text: string): Period | undefined {
  const [year, month] = [Number(text.slice(0, 4)), Number(text.slice(5, 7))]
  const day = parseDay(text)
  if (day !== undefined) return dayPeriod(day)
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return monthPeriod(year, month)
  return /^\d{4}$/.test(text) ? yearPeriod(year) : undefined
}
