import type { DateMention } from '../../model/date.ts'
import { fromDayNumber } from '../../text/calendar.ts'
import type { CalendarUnit } from './calendar-unit.ts'
import type { Period } from './period.ts'

/** The anchor of a relative expression. */
export interface Anchor {
  readonly kind: 'publication' | 'narrative'
  readonly period: Period
}

/** The meaning of date words: a `DateMention` without its place. */
export interface DateReading {
  readonly type: DateMention['type']
  readonly timex?: string
  readonly edtf?: string
  readonly period?: Period
  readonly anchor?: Anchor
  readonly certainty: DateMention['certainty']
  /** A comparison in passing ("a year earlier"): what follows is not reckoned from it. */
  readonly isAside?: boolean
  /** When it differs from the recogniser's own. */
  readonly rule?: string
  readonly reason: string
}

/** -2 surely past, -1 past, 0 not shown, 1 future. */
export type Direction = -2 | -1 | 0 | 1 | 2

/** Context of a match for resolving its date. */
export interface Context {
  /** The publication date, as exact as it is known. */
  readonly publication: Anchor | undefined
  /** The last date before this place that is exact enough to count such units from. */
  narrative(unit: CalendarUnit, isFit?: (period: Period) => boolean): Anchor | undefined
  /** The previous date of the same sentence, with its year and month, when no comma separates the two. */
  previous(): Anchor | undefined
  /** Tense direction of the clause. */
  direction(): Direction
}

/** Works a match out once the dates before it are known. */
export type Resolve = (context: Context) => DateReading

/** The words name the whole date. */
export function readStated(period: Period, reason = 'The words give the full date.'): DateReading {
  return { ...typed(period), certainty: 'stated', reason }
}

/** The date was reckoned from an anchor. */
export function readInferred(period: Period, anchor: Anchor, reason: string, rule?: string): DateReading {
  return { ...typed(period), anchor, certainty: 'inferred', reason, ...(rule ? { rule } : {}) }
}

/** The text does not determine the date; `timex` and `edtf` keep what is known. */
export function readOpen(type: DateReading['type'], reason: string, timex?: string, edtf?: string): DateReading {
  return { type, certainty: 'stated', reason, ...(timex ? { timex } : {}), ...(edtf ? { edtf } : {}) }
}

/** The words name a day that the calendar does not have: it gets no value. */
export function readNoDay(bare?: string): DateReading {
  return readOpen('DATE', 'The calendar has no such day.', bare, bare)
}

/** A length of time, not placed on the calendar. */
export function readDuration(timex: string): DateReading {
  return {
    type: 'DURATION',
    timex,
    certainty: 'stated',
    reason: 'A length of time; it is not placed on the calendar.',
  }
}

/** A recurring time: a TIMEX3 SET. */
export function readSet(timex: string): DateReading {
  return { type: 'SET', timex, certainty: 'stated', reason: 'Repeated; it stands for no single date.' }
}

/** `PAST_REF`, `PRESENT_REF` or `FUTURE_REF`. */
export function readVague(timex: string): DateReading {
  return { type: 'DATE', timex, certainty: 'stated', reason: 'The words give no more than past, present or future.' }
}

/** The year of a period's first day. */
export function yearOf(period: Period): number {
  return fromDayNumber(period.lo).year
}

function typed(period: Period): Pick<DateReading, 'type' | 'timex' | 'edtf' | 'period'> {
  return { type: period.precision === 'time' ? 'TIME' : 'DATE', timex: period.timex, edtf: period.edtf, period }
}
