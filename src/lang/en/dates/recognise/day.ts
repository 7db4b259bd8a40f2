import { isCalendarDay, toDayNumber } from '../../../../text/calendar.ts'
import { dayPeriod, rangePeriod, weekPeriod } from '../../../dates/period.ts'
import { nameAnchor, placeFromPublication, placeMonthDay } from '../../../dates/place.ts'
import type { Context, DateReading, Resolve } from '../../../dates/reading.ts'
import { readInferred, readNoDay, readOpen, readStated, yearOf } from '../../../dates/reading.ts'
import { DATE_WORD_CLASSES } from '../lexicon.ts'
import type { Match, Recogniser } from '../pattern.ts'
import { readShift, recognise } from '../pattern.ts'
import { nearestCentury } from './year.ts'

const WEEKDAY = '(?:(?:this|next|last)? (?:past|coming)? {weekday} {comma}?)?'
const SECOND_DAY = '(?:<and> (?:the)? (?<toDay><day>))?'
const YEAR = '(?:of)? {comma}? {year:year} (?!{year}|{stop}{number})'
const WHICH_YEAR = '(?:of)? {comma}? <which> year'
/** "March 10 percent": the number counts something. */
const NOT_COUNTED = '(?!{counted}|{dash}?{cardinal}|{comma}{number}|{colon}{sixty}|{meridiem})'

/** Days named by month and day, with or without the year, alone or as a range inside one month or over two. */
export const DAY_RECOGNISERS: Recogniser[] = [
  recognise('month-day-year', `${WEEKDAY} {month:month} (?<day><day>) ${SECOND_DAY} ${YEAR}`, readFull),
  recognise(
    'day-month-year',
    `${WEEKDAY} (?:the)? (?<day><day>) ${SECOND_DAY} (?:of)? {month:month} ${YEAR}`,
    readFull,
  ),
  recognise(
    'month-day-month-day-year',
    `{month:month} (?<day><day>) (?:{comma}? {fromYear:year})? <and> {toMonth:month} (?<toDay><day>) ${YEAR}`,
    readFull,
  ),
  recognise(
    'day-month-day-month-year',
    `(?<day><day>) (?:of)? {month:month} {fromYear:year}? <and> (?:the)? (?<toDay><day>) (?:of)? {toMonth:month} ${YEAR}`,
    readFull,
  ),
  recognise('year-month-day', `{year:year} {month:month} (?<day><day>) ${NOT_COUNTED} (?!{comma}? {year})`, readFull),
  recognise(
    'year-month-day',
    `(?<!since|until|till|by|before|after|from|in) {year:year} {comma} {month:month} (?<day><day>) ${NOT_COUNTED} (?!{comma}? {year})`,
    readFull,
  ),
  recognise(
    'year-month-day',
    `(?<!{number}{dash}) {year:year} (?:{dash}|{slash}) {month:month} (?:{dash}|{slash}) (?<day><day>)`,
    readFull,
  ),
  recognise(
    'day-month-year',
    `(?<!{number}{dash}) (?<day><day>) (?:{dash}|{slash}) {month:month} (?:{dash}|{slash}) (?:{year:year}|{short:twoDigits}) (?!{dash}|{slash})`,
    readTight,
  ),
  recognise('day-month-year', `(?<day>{twoDigits}) {month:month} {year:year}`, readBeyondMonth),
  recognise('month-day-in-year', `${WEEKDAY} {month:month} (?<day><day>) ${SECOND_DAY} ${WHICH_YEAR}`, readInNamedYear),
  recognise(
    'day-month-in-year',
    `${WEEKDAY} (?:the)? (?<day><day>) ${SECOND_DAY} (?:of)? {month:month} ${WHICH_YEAR}`,
    readInNamedYear,
  ),
  recognise('month-day', `${WEEKDAY} {month:month} (?<day><day>) ${SECOND_DAY} ${NOT_COUNTED}`, readBare),
  recognise('day-month', `${WEEKDAY} (?:the)? (?<day><day>) ${SECOND_DAY} (?:of)? {month:month}`, readBare),
  recognise('day-of-month', '(?:the)? (?<day>{dayNumber} {suffix}) of <which> month', readOfMonth),
  recognise(
    'week-of-day',
    'the week (?:of|beginning|starting) (?:{weekday} {comma}?)? {month:month} (?<day><day>)',
    readWeekOf,
  ),
  recognise(
    'month-day-month-day',
    `{month:month} (?<day><day>) <and> {toMonth:month} (?<toDay><day>) ${NOT_COUNTED}`,
    readBare,
  ),
  recognise(
    'day-month-day-month',
    '(?<day><day>) (?:of)? {month:month} <and> (?:the)? (?<toDay><day>) (?:of)? {toMonth:month}',
    readBare,
  ),
]

/** "the 15th of next month" */
function readOfMonth(match: Match): Resolve {
  const shift = readShift(match)
  return (context) => {
    const month = placeFromPublication(context, 'month', shift)
    if (!month.period || !month.anchor) return month
    const day = month.period.lo + dayOf(match.words('day')) - 1
    return day > month.period.hi ? month : readInferred(dayPeriod(day), month.anchor, month.reason)
  }
}

function readWeekOf(match: Match): Resolve | undefined {
  const resolve = readBare(match)
  return (
    resolve &&
    ((context) => {
      const day = resolve(context)
      return day.period && day.anchor
        ? readInferred(weekPeriod(day.period.lo), day.anchor, day.reason)
        : readOpen('DATE', day.reason)
    })
  )
}

interface Ends {
  readonly from: { month: number; day: number }
  readonly to: { month: number; day: number }
}

function readEnds(match: Match): Ends | undefined {
  const from = { month: match.number('month'), day: dayOf(match.words('day')) }
  const to = match.has('toDay')
    ? { month: match.has('toMonth') ? match.number('toMonth') : from.month, day: dayOf(match.words('toDay')) }
    : from
  return to === from || to.month !== from.month || to.day > from.day ? { from, to } : undefined
}

/** Whether the calendar of two years has both ends. */
function hasEnds({ from, to }: Ends, fromYear: number, toYear = fromYear): boolean {
  return isCalendarDay(fromYear, from.month, from.day) && isCalendarDay(toYear, to.month, to.day)
}

/** "17-May-17": the century is the nearest to the publication date. */
function readTight(match: Match): Resolve | undefined {
  if (match.has('year')) return readFull(match)
  const ends = readEnds(match)
  const short = match.number('short')
  if (!ends) return undefined
  return ({ publication }) => {
    if (!publication) return readOpen('DATE', 'No publication date: the century cannot be told.')
    const year = nearestCentury(yearOf(publication.period), short)
    if (!hasEnds(ends, year)) return readNoDay()
    const day = dayPeriod(toDayNumber(year, ends.from.month, ends.from.day))
    return readInferred(day, publication, `In ${year} the day lies nearest to ${nameAnchor(publication)}.`)
  }
}

/** "45 March 2017" */
function readBeyondMonth(match: Match): Resolve | undefined {
  const day = dayOf(match.words('day'))
  return day > 31 || day === 0 ? () => readNoDay() : undefined
}

function readFull(match: Match): Resolve | undefined {
  const ends = readEnds(match)
  const year = match.number('year')
  const fromYear = match.has('fromYear')
    ? match.number('fromYear')
    : ends && ends.from.month > ends.to.month
      ? year - 1
      : year
  if (!ends) return undefined
  if (!hasEnds(ends, fromYear, year)) return () => readNoDay()
  return () =>
    readStated(
      join(toDayNumber(fromYear, ends.from.month, ends.from.day), toDayNumber(year, ends.to.month, ends.to.day)),
    )
}

function readInNamedYear(match: Match): Resolve | undefined {
  const ends = readEnds(match)
  if (!ends) return undefined
  const shift = readShift(match)
  return (context) => {
    const anchor = context.publication
    if (!anchor) return placeMonthDay(context, ends.from.month, ends.from.day)
    const year = Number(anchor.period.timex.slice(0, 4)) + shift
    if (!hasEnds(ends, year)) return readNoDay()
    return readInferred(
      join(toDayNumber(year, ends.from.month, ends.from.day), toDayNumber(year, ends.to.month, ends.to.day)),
      anchor,
      `The year is reckoned from the publication date ${anchor.period.timex}.`,
    )
  }
}

function readBare(match: Match): Resolve | undefined {
  const ends = readEnds(match)
  if (!ends) return undefined
  if (!hasEnds(ends, 2000)) return isLed(match) ? () => readNoDay() : undefined
  return (context) => placeRange(context, ends)
}

/** "on April 31", "the 31st of April": a day for all that the calendar lacks it. "In April 31 fell ill" counts people. */
function isLed({ coded, from }: Match): boolean {
  const led = /^(?:on|by|until|till|since|from|before|after|the)$/i
  return led.test(coded.tokens[from - 1]?.text ?? '') || led.test(coded.tokens[from]!.text)
}

function placeRange(context: Context, { from, to }: Ends): DateReading {
  const start = placeMonthDay(context, from.month, from.day)
  if (to === from) return start
  const end = placeMonthDay(context, to.month, to.day)
  if (start.period && end.period && start.anchor) {
    const year = Number(start.period.timex.slice(0, 4)) + (to.month < from.month ? 1 : 0)
    return readInferred(join(start.period.lo, toDayNumber(year, to.month, to.day)), start.anchor, start.reason)
  }
  return { ...start, timex: `${start.timex}/${end.timex}`, edtf: `${start.edtf}/${end.edtf}` }
}

function join(from: number, to: number): ReturnType<typeof dayPeriod> {
  return from === to ? dayPeriod(from) : rangePeriod(dayPeriod(from), dayPeriod(to))
}

const ORDINALS = DATE_WORD_CLASSES.get('ordinal')!

function dayOf(words: string): number {
  const digits = Number.parseInt(words, 10)
  return Number.isNaN(digits) ? Number(ORDINALS.get(words)) : digits
}
