import { fromDayNumber } from '../../../../text/calendar.ts'
import { shiftedPeriod } from '../../../dates/calendar-unit.ts'
import type { Period } from '../../../dates/period.ts'
import { monthPeriod, quarterPeriod, rangePeriod, yearPeriod } from '../../../dates/period.ts'
import { nameAnchor, placeMonth, publicationFor } from '../../../dates/place.ts'
import type { Context, DateReading, Resolve } from '../../../dates/reading.ts'
import { readInferred, readOpen, readStated, yearOf } from '../../../dates/reading.ts'
import type { Match, Recogniser } from '../pattern.ts'
import { hasShift, readCount, readShift, recognise } from '../pattern.ts'

const YEAR_AGO = 'year {dash} (?:ago|earlier)'
const WHOSE = '(?:(?:the|this) (?:most recent|latest)?|<which> year {possessive})?'
const ORDINAL = '(?:{nth:ordinal}|{number:monthNumber} {suffix})'
const NTH = `${ORDINAL} (?:fiscal|calendar)? quarter`
const OF_YEAR = '(?:of)? (?:fiscal|calendar)? (?:{year:year}|<which> year)'

/** Quarters of a year, and the comparisons of business news that follow them. */
export const QUARTER_RECOGNISERS: Recogniser[] = [
  recognise('quarter', `${WHOSE} (?<past>${YEAR_AGO})? (?:fiscal)? {dash}? ${NTH}`, readNth),
  recognise('quarter', `(?:fiscal)? {dash}? ${ORDINAL} {dash} quarter`, readNth),
  recognise('quarter-of-year', `(?:the)? (?:fiscal)? {dash}? ${NTH} ${OF_YEAR}`, readNth),
  recognise('quarter-of-year', `(?:the)? {year:year} ${NTH}`, readNth),
  recognise('quarter-of-year', '{quarter:quarterName} (?:of)? {year:year}', readNth),
  recognise('quarter-of-year', '(?<!{dash}) {quarter:quarterName} (?!{dash})', readNth),
  recognise(
    'latest-quarter',
    '(?:the|its|their) (?:latest|most recent|just {dash}? ended) (?:fiscal)? (?:quarter|period) (?!{dash})',
    () => readLatest,
  ),
  recognise('the-quarter', '(?:the|that) (?:fiscal)? quarter (?!{dash}|{possessive})', () => readPreviousQuarter),
  recognise(
    'year-ago',
    `(?:the)? (?:comparable|corresponding|same)? ${YEAR_AGO} (?:quarter|period|half)`,
    () => readYearAgo,
  ),
  recognise('year-ago', YEAR_AGO, () => readYearAgo),
  recognise('year-ago', 'last year {possessive} (?:quarter|period)', () => readYearAgo),
  recognise(
    'year-ago',
    '(?:the)? (?:same|comparable|corresponding) (?:quarter|period) (?:(?:a|one) year (?:ago|earlier|before)|last year|the (?:previous|preceding) year)',
    () => readYearAgo,
  ),
]

/** The quarter of a fiscal year is somewhere in that year or in the one before. */
function readNth(match: Match): Resolve | undefined {
  const resolve = readCalendarNth(match)
  const isFiscal = match.coded.tokens.slice(match.from, match.to).some(({ text }) => /^fiscal$/i.test(text))
  return isFiscal && resolve ? (context) => widenFiscal(resolve(context)) : resolve
}

function widenFiscal(reading: DateReading): DateReading {
  if (!reading.period) return reading
  const year = yearOf(reading.period)
  const { lo, hi, edtf } = rangePeriod(yearPeriod(year - 1), yearPeriod(year))
  const reason = 'The words do not tell on which day a fiscal quarter begins; it lies within these years.'
  return {
    ...reading,
    edtf,
    period: { ...reading.period, precision: 'range', lo, hi, edtf },
    certainty: 'inferred',
    reason,
  }
}

function readCalendarNth(match: Match): Resolve | undefined {
  const quarter = match.number(match.has('nth') ? 'nth' : match.has('number') ? 'number' : 'quarter')
  if (quarter > 4) return undefined
  if (match.has('year')) return () => readStated(quarterPeriod(match.number('year'), quarter))
  return (context) => placeQuarter(context, match, quarter)
}

function placeQuarter(context: Context, match: Match, quarter: number): DateReading {
  const anchor = context.publication
  if (!anchor)
    return readOpen('DATE', 'No publication date: the year of the quarter cannot be told.', `XXXX-Q${quarter}`)
  const isNamed = hasShift(match)
  const shift = readShift(match)
  const year = yearOf(anchor.period) + (isNamed ? shift : nearestShift(anchor.period.lo, quarter, context))
  return readInferred(
    quarterPeriod(year - (match.has('past') ? 1 : 0), quarter),
    anchor,
    `The quarter reckoned from ${nameAnchor(anchor)}.`,
  )
}

/** Results are of quarters that are over or running: only a clause in the future reaches a later one. */
function nearestShift(day: number, quarter: number, context: Context): number {
  const ahead = quarter - Math.floor((fromDayNumber(day).month + 2) / 3)
  if (ahead <= 0) return ahead < -1 && context.direction() > 0 ? 1 : 0
  return ahead === 1 && context.direction() >= 0 ? 0 : context.direction() > 0 ? 0 : -1
}

function readLatest(context: Context): DateReading {
  const anchor = publicationFor(context, 'quarter')
  if (!anchor) return readOpen('DATE', 'No publication date: the quarter cannot be placed.')
  return readInferred(
    shiftedPeriod(anchor.period.lo, 'quarter', -1),
    anchor,
    `The last full quarter before ${nameAnchor(anchor)}.`,
  )
}

function readPreviousQuarter(context: Context): DateReading {
  const previous = context.narrative('quarter')
  if (previous?.period.precision !== 'quarter') return readLatest(context)
  return readInferred(previous.period, previous, `The quarter previous before, ${previous.period.timex}.`)
}

function readYearAgo(context: Context): DateReading {
  const previous = context.narrative('year', ({ precision }) => precision === 'quarter')
  if (previous) {
    return {
      ...readInferred(
        shiftedPeriod(previous.period.lo, 'quarter', -4),
        previous,
        `The same quarter a year before ${nameAnchor(previous)}.`,
      ),
      isAside: true,
    }
  }
  const anchor = context.publication
  if (!anchor) return readOpen('DATE', 'No publication date: the year cannot be told.')
  return readInferred(shiftedPeriod(anchor.period.lo, 'year', -1), anchor, `A year before ${nameAnchor(anchor)}.`)
}

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
