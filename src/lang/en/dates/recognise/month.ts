import type { Period } from '../../../dates/period.ts'
import { dayPeriod, monthPeriod, rangePeriod } from '../../../dates/period.ts'
import { placeMonth } from '../../../dates/place.ts'
import type { Context, Resolve } from '../../../dates/reading.ts'
import { readInferred, readOpen, readStated, yearOf } from '../../../dates/reading.ts'
import { hasStop } from '../code.ts'
import type { Match, Recogniser } from '../pattern.ts'
import { hasShift, readShift, recognise } from '../pattern.ts'

const LED = '(?:in|since|until|till|during|throughout|before|after|through|early|late|mid)'
const HALF_LED = '(?:by|of|for|and|or|from|{dash})'
const NO_DAY = '(?!{dayNumber}{comma}?{year})'

/** Months, with the year, with "last" or "next", or bare; bare "May" and "March" need a preposition. */
export const MONTH_RECOGNISERS: Recogniser[] = [
  recognise('month-year', '<edge>? {month:month} {comma}? (?:of)? (?:the year)? {year:year} (?!{counted})', readFull),
  recognise(
    'month-month-year',
    '{month:month} {fromYear:year}? <and> {toMonth:month} {comma}? (?:of)? {year:year}',
    readFull,
  ),
  recognise(
    'month-year',
    '(?:that|one|a|an)? <edge>? {month:month} (?:day|weekend|{partOfDay}) (?:in|of|{comma}) {year:year}',
    readFull,
  ),
  recognise(
    'half-month',
    '(?:the)? (?:{half:ordinal}|latter) half of {month:month} (?:{comma}? {year:year})?',
    readHalf,
  ),
  recognise('month-spoken-year', '<edge>? {month:month} (?:of)? <spoken>', readSpoken),
  recognise(
    'month-in-year',
    '<edge>? {month:month} (?:of)? (?:<which>|the (?:same|(?<earlier>previous|preceding)|(?<later>following))|that) year',
    readInNamedYear,
  ),
  recognise(
    'month-last-next',
    '<edge>? (?:(?:<which>|the following|that) (?:past|coming)?) {month:month} (?!{dayNumber}(?!{counted}))',
    readWhich,
  ),
  recognise('month-range', '{month:month} <and> {toMonth:month} (?!{dayNumber})', readRange),
  recognise('month', '<edge> {month:month} (?!{dayNumber}{counted})', readBare),
  recognise('month', `{month:plainMonth} (?!{possessive}{name}) ${NO_DAY}`, readBare),
  recognise('month', `(?<=${LED}) {month:month} (?!{possessive}) ${NO_DAY}`, readBare),
  recognise('month', '(?<=the) {month:month} (?={plannedEvent})', readBare),
  recognise('month', `(?<=${HALF_LED}) {month:month} (?!{possessive}|{name}) ${NO_DAY}`, readBare),
  recognise('month', '(?<!{name}) {month:namingMonth} (?!{name}|{possessive}|{past}|{ed}|{be}|{dayNumber})', readBare),
]

function readFull(match: Match): Resolve {
  const [year, month] = [match.number('year'), match.number('month')]
  if (!match.has('toMonth')) return () => readStated(monthPeriod(year, month))
  const toMonth = match.number('toMonth')
  const fromYear = match.has('fromYear') ? match.number('fromYear') : month > toMonth ? year - 1 : year
  return () => readStated(rangePeriod(monthPeriod(fromYear, month), monthPeriod(year, toMonth)))
}

/** The first half of a month ends with its 15th day. */
function readHalf(match: Match): Resolve | undefined {
  const half = match.has('half') ? match.number('half') : 2
  if (half > 2) return undefined
  const halfOf = ({ lo, hi }: Period): Period =>
    half === 1 ? rangePeriod(dayPeriod(lo), dayPeriod(lo + 14)) : rangePeriod(dayPeriod(lo + 15), dayPeriod(hi))
  const month = match.number('month')
  if (match.has('year')) return () => readStated(halfOf(monthPeriod(match.number('year'), month)))
  return (context) => {
    const placed = placeMonth(context, month)
    if (!placed.period || !placed.anchor) return readOpen('DATE', placed.reason)
    return readInferred(halfOf(placed.period), placed.anchor, placed.reason)
  }
}

function readSpoken(match: Match): Resolve {
  const year = match.number('century') * 100 + match.number('tens') + (match.has('digit') ? match.number('digit') : 0)
  return () => readStated(monthPeriod(year, match.number('month')))
}

function readInNamedYear(match: Match): Resolve {
  const month = match.number('month')
  return (context) => {
    const anchor = hasShift(match) ? context.publication : context.narrative('year')
    if (!anchor) return openMonth(month)
    const shift = match.has('earlier') ? -1 : match.has('later') ? 1 : readShift(match)
    return readInferred(
      monthPeriod(yearOf(anchor.period) + shift, month),
      anchor,
      `The year is reckoned from ${anchor.period.timex}.`,
    )
  }
}

function readWhich(match: Match): Resolve {
  const month = match.number('month')
  return (context) => {
    if (match.has('during')) return placeMonth(context, month)
    if (!match.has('before') && !match.has('after')) return placeAfterNarrative(context, month)
    const anchor = context.publication
    if (!anchor || anchor.period.precision === 'year') return openMonth(month)
    const now = Number(anchor.period.timex.slice(5, 7))
    const shift = match.has('before') ? (month < now ? 0 : -1) : month > now ? 0 : 1
    const side = match.has('before') ? 'last before' : 'first after'
    return readInferred(
      monthPeriod(yearOf(anchor.period) + shift, month),
      anchor,
      `The ${side} the publication date ${anchor.period.timex}.`,
    )
  }
}

function placeAfterNarrative(context: Context, month: number): ReturnType<typeof placeMonth> {
  const anchor = context.narrative('month')
  if (!anchor) return placeMonth(context, month)
  const shift = month >= Number(anchor.period.timex.slice(5, 7)) ? 0 : 1
  return readInferred(
    monthPeriod(yearOf(anchor.period) + shift, month),
    anchor,
    `The first from ${anchor.period.timex} on.`,
  )
}

function readRange(match: Match): Resolve {
  const [from, to] = [match.number('month'), match.number('toMonth')]
  return (context) => {
    const end = placeMonth(context, to)
    if (!end.period || !end.anchor) {
      const [lo, hi] = [placeMonth(context, from), end]
      return { ...lo, timex: `${lo.timex}/${hi.timex}`, edtf: `${lo.edtf}/${hi.edtf}` }
    }
    const start = monthPeriod(yearOf(end.period) - (from > to ? 1 : 0), from)
    return readInferred(rangePeriod(start, end.period), end.anchor, end.reason)
  }
}

/** "Mar" and "Jan" without a stop begin names ("Mar Vista"). */
const NAME_START = /^(?:jan|mar|jun|sep|dec)$/i

function readBare(match: Match): Resolve | undefined {
  const words = match.coded.tokens.slice(match.from, match.to)
  if (words.some((token) => NAME_START.test(token.text) && !hasStop(token))) return undefined
  const month = match.number('month')
  return (context) => placeMonth(context, month)
}

function openMonth(month: number): ReturnType<typeof readOpen> {
  const bare = `XXXX-${String(month).padStart(2, '0')}`
  return readOpen('DATE', 'No publication date: the year cannot be told.', bare, bare)
}
