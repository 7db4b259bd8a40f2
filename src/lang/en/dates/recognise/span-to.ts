import { fromDayNumber } from '../../../../text/calendar.ts'
import type { Period } from '../../../dates/period.ts'
import { monthPeriod, rangePeriod } from '../../../dates/period.ts'
import { placeMonth } from '../../../dates/place.ts'
import type { Resolve } from '../../../dates/reading.ts'
import { readInferred, readOpen, readStated } from '../../../dates/reading.ts'
import type { Match, Recogniser } from '../pattern.ts'
import { recognise } from '../pattern.ts'
import { readCount } from '../shift.ts'

const LENGTH = '(?:{unit:calendarUnit}|(?<count>{number}|{cardinal}) {units:units})'
const MONTHS: Readonly<Record<string, number>> = { month: 1, quarter: 3, year: 12 }

/** Spans of accounts and statistics that are named by their last month: "the year to March". */
export const SPAN_TO_RECOGNISERS: Recogniser[] = [
  recognise(
    'span-to',
    `(?:the|its)? ${LENGTH} to (?:the end of)? {month:month} {comma}? {year:year}? (?!{dayNumber})`,
    read,
  ),
]

function read(match: Match): Resolve | undefined {
  const unit = match.value(match.has('unit') ? 'unit' : 'units')!
  const size = MONTHS[unit]
  if (!size) return undefined
  const length = size * (match.has('count') ? (readCount(match.words('count')) ?? 1) : 1)
  const month = match.number('month')
  if (match.has('year')) return () => readStated(spanTo(monthPeriod(match.number('year'), month), length))
  return (context) => {
    const end = placeMonth(context, month)
    if (!end.period || !end.anchor) return readOpen('DATE', end.reason)
    return readInferred(spanTo(end.period, length), end.anchor, `${end.reason} The span ends with that month.`)
  }
}

function spanTo(last: Period, length: number): Period {
  const { year, month } = fromDayNumber(last.lo)
  return rangePeriod(monthPeriod(year, month - length + 1), last)
}
