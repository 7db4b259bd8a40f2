import { packFor } from '../../../lang/packs.ts'
import type { DateMention } from '../../../model/date.ts'
import type { Evidenced, Source } from '../../../model/source.ts'
import { formatDay, parseDay } from '../../../text/calendar.ts'
import { partitionPoint } from '../../../text/partition-point.ts'

/** Days, both inclusive, as day numbers. */
export interface Days {
  readonly lo: number
  readonly hi: number
}

/** `2017-01-16`, or the first and the last day. */
export function spellDays({ lo, hi }: Days): string {
  return lo === hi ? formatDay(lo) : `${formatDay(lo)} to ${formatDay(hi)}`
}

/** Reads the dates of a source as if it had appeared on a given day. */
export interface Probe {
  /** The days that a date of the source then means; undefined if it stays open or is none of these. */
  valueAt(mention: DateMention, published: number): Days | undefined
  /**
   * The days of publication for which a date means one of some days; undefined if there are none, or if it is every
   * day.
   */
  reach(mention: DateMention, meant: Days): Days | undefined
}

/** Days before and after what a date means within which the day of publication is looked for. */
const FAR = 800

/**
 * Reads passages of a source as if it had appeared on one day or another. Every date means a later day, or the
 * same, when its source appears later; so the days of publication that fit are one interval, found by binary search.
 */
export function probeSource(source: Source): Probe {
  const known = new Map<string, readonly DateMention[]>()
  const datesAt = (passage: number, day: number): readonly DateMention[] => {
    const key = `${passage} ${day}`
    const dates = known.get(key) ?? findDatesOn(source, day, passage)
    known.set(key, dates)
    return dates
  }
  const valueAt: Probe['valueAt'] = ({ span }, published) => {
    const found = datesAt(span.passage, published).find((one) => one.span.start === span.start)
    return found && found.anchor?.kind !== 'narrative' ? daysOf(found) : undefined
  }
  return { valueAt, reach: (mention, meant) => findReach((day) => valueAt(mention, day), meant) }
}

/** The dates of a source, or of one passage of it, read as if it had appeared on a day. */
export function findDatesOn(source: Source, day: number, passage?: number): readonly DateMention[] {
  const date: Evidenced<string> = {
    value: formatDay(day),
    certainty: 'inferred',
    rule: 'metadata/date-from-sources',
    evidence: [],
  }
  const passages =
    passage === undefined ? source.passages : source.passages.filter(({ ordinal }) => ordinal === passage)
  const published: Source = { ...source, passages, metadata: { ...source.metadata, date } }
  return packFor(source.language)?.findDates?.(published) ?? []
}

/** The days that a date means, where it has both ends. */
export function daysOf({ lo, hi }: Pick<DateMention, 'lo' | 'hi'>): Days | undefined {
  const [first, last] = [lo && parseDay(lo), hi && parseDay(hi)]
  return first !== undefined && first !== '' && last !== undefined && last !== '' ? { lo: first, hi: last } : undefined
}

function findReach(valueAt: (published: number) => Days | undefined, meant: Days): Days | undefined {
  const [first, last] = [meant.lo - FAR, meant.hi + FAR]
  const isBefore = (day: number): boolean => (valueAt(day)?.hi ?? -Infinity) < meant.lo
  const isAfter = (day: number): boolean => (valueAt(day)?.lo ?? Infinity) > meant.hi
  const lo = search(first, last, (day) => !isBefore(day))
  const hi = search(first, last, isAfter) - 1
  const isAll = lo === first && hi === last
  return lo <= hi && !isAll ? { lo, hi } : undefined
}

/** The first day for which a condition holds that holds for every later one; the day after the last when none does. */
function search(first: number, last: number, holds: (day: number) => boolean): number {
  return first + partitionPoint(last + 1 - first, (at) => !holds(first + at))
}
