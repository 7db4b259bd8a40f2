import { isCalendarDay, toDayNumber } from '../../../../text/calendar.ts'
import type { Period } from '../../../dates/period.ts'
import { dayPeriod, rangePeriod } from '../../../dates/period.ts'
import { publicationFor } from '../../../dates/place.ts'
import type { Context, DateReading, Resolve } from '../../../dates/reading.ts'
import { readInferred, readNoDay, readOpen, readStated } from '../../../dates/reading.ts'
import type { Match, Recogniser } from '../pattern.ts'
import { recognise } from '../pattern.ts'

const ALONE = '(?!{dash}{number}|{slash})'
/** Maximum distance, in days, of a date near the day of publication. */
const NEAR = 31

/** Dates in digits: ISO, with stops (day first), and with strokes, where the order differs by country. */
export const NUMERIC_RECOGNISERS: Recogniser[] = [
  recognise(
    'iso',
    `(?<!{dash}|{number}) {year:year} (?:{dash} {month:monthNumber} {dash}|{slash} {month:monthNumber} {slash}) {day:dayNumber} ${ALONE}`,
    readIso,
  ),
  recognise('numeric-stops', '{dotted:dottedDate}', readDotted),
  recognise('numeric-stops', '{dotted:dottedIso}', readDottedIso),
  recognise(
    'numeric-strokes',
    `(?<!{slash}) {first:dayNumber} {slash} {second:dayNumber} {slash} {year:year} ${ALONE}`,
    readStrokes,
  ),
]

function readIso(match: Match): Resolve | undefined {
  const period = toPeriod(match.number('year'), match.number('month'), match.number('day'))
  return () => (period ? readStated(period) : readNoDay())
}

function readDotted(match: Match): Resolve | undefined {
  const [day, month, year] = match.words('dotted').split('.').map(Number)
  const period = toPeriod(year! < 100 ? year! + 2000 : year!, month!, day!)
  if (period) return () => readStated(period)
  // "3.14.2016" numbers something else.
  return year! >= 1900 && month! <= 12 && day! <= 31 ? () => readNoDay() : undefined
}

/** "2017.06.05" */
function readDottedIso(match: Match): Resolve {
  const [year, month, day] = match.words('dotted').split('.').map(Number)
  const period = toPeriod(year!, month!, day!)
  return () => (period ? readStated(period) : readNoDay())
}

function readStrokes(match: Match): Resolve | undefined {
  const [first, second, year] = [match.number('first'), match.number('second'), match.number('year')]
  const dayFirst = toPeriod(year, second, first)
  const monthFirst = toPeriod(year, first, second)
  const only = first === second ? dayFirst : dayFirst && monthFirst ? undefined : (dayFirst ?? monthFirst)
  if (only) return () => readStated(only)
  return dayFirst && monthFirst ? (context) => choose(context, dayFirst, monthFirst) : () => readNoDay()
}

/** Day and month could be swapped: the publication date decides if only one reading is near it. */
function choose(context: Context, dayFirst: Period, monthFirst: Period): DateReading {
  const anchor = publicationFor(context, 'day')
  const near = [dayFirst, monthFirst].filter((period) => anchor && Math.abs(period.lo - anchor.period.lo) <= NEAR)
  if (anchor && near.length === 1)
    return readInferred(
      near[0]!,
      anchor,
      'Day and month could change places; only this order lies near the publication date.',
    )
  const [early, late] = dayFirst.lo < monthFirst.lo ? [dayFirst, monthFirst] : [monthFirst, dayFirst]
  const { precision, lo, hi } = rangePeriod(early, late)
  const edtf = `[${early.edtf},${late.edtf}]`
  return {
    ...readOpen('DATE', 'Day and month could change places; either is possible.'),
    edtf,
    period: { precision, lo, hi, edtf, timex: '' },
  }
}

function toPeriod(year: number, month: number, day: number): Period | undefined {
  return isCalendarDay(year, month, day) ? dayPeriod(toDayNumber(year, month, day)) : undefined
}
