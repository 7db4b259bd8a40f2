import { isoWeekday } from '../../../../text/calendar.ts'
import type { Period } from '../../../dates/period.ts'
import { dayPeriod, monthPeriod, rangePeriod, timePeriod } from '../../../dates/period.ts'
import { nameAnchor, placeMonth, placeWeekday, publicationFor } from '../../../dates/place.ts'
import type { Context, DateReading, Resolve } from '../../../dates/reading.ts'
import { readInferred, readNoDay, readOpen, readStated, readVague } from '../../../dates/reading.ts'
import { hasStop } from '../code.ts'
import type { Match, Recogniser } from '../pattern.ts'
import { readCount, readShift, recognise } from '../pattern.ts'

const PART = '(?:{part:partOfDay})?'
const EDGE = '(?:(?:early|late|mid) {dash}?|(?:earlier|later)|(?:the)? (?:early|small) hours of)?'

/** "On Monday and Tuesday nights" names no single Monday. */
const NO_SET = '(?!(?:and|or|{comma}) {fullWeekday} {partsOfDay})'
const WEEKS = '(?<weeks><count>) (?:{unit:weekUnit}|{units:weekUnits})'

/** Weekdays, bare, with a part of the day, or with the week they belong to. */
export const WEEKDAY_RECOGNISERS: Recogniser[] = [
  recognise('weekday', `(?<!{namedDay}) ${EDGE} {weekday:fullWeekday} ${PART} ${NO_SET}`, readBare),
  recognise('weekday', `{short:weekday} ${PART}`, readShort),
  recognise('weekday-last', `${EDGE} (?:last|this past|the past|the previous) {weekday:weekday} ${PART}`, readStep(-1)),
  recognise(
    'weekday-next',
    `${EDGE} (?:next|this coming|the coming|the following) {weekday:weekday} ${PART}`,
    readStep(1),
  ),
  recognise('weekday-this', `${EDGE} this {weekday:weekday} ${PART}`, readBare),
  recognise('weekday-last', '(?:the)? day {beside:beforeOrAfter} last {weekday:fullWeekday}', readBeside(-1)),
  recognise('weekday-next', '(?:the)? day {beside:beforeOrAfter} next {weekday:fullWeekday}', readBeside(1)),
  recognise('weekday-of-week', `{weekday:weekday} ${PART} (?:of)? <which> week`, readInWeek),
  recognise('weekday-of-week', `<which> week {weekday:fullWeekday}`, readInWeek),
  recognise('weekday-range', '{weekday:fullWeekday} (?:{dash}|to|through) {toWeekday:fullWeekday}', readRange),
  recognise('weekday-from-now', 'a week from {weekday:fullWeekday}', readWeekOn),
  recognise('weekday-from-now', `${WEEKS} (?:on|from) {weekday:fullWeekday}`, readWeekOn),
  recognise('weekday-from-now', '(?<=on|by|until|till|from) {weekday:fullWeekday} week (?!{dash}|of|in)', readWeekOn),
  recognise('weekday-from-now', '(?<weeks><count>) {weekday:weekdays} (?:from now|hence)', readCounted(1)),
  recognise('weekday-ago', '(?<weeks><count>) {weekday:weekdays} ago', readCounted(-1)),
  recognise('weekday-ago', `${WEEKS} (?:ago)? last {weekday:fullWeekday}`, readWeeksBack),
  recognise('weekday-ago', `${WEEKS} ago (?:on)? {weekday:fullWeekday}`, readWeeksBack),
  recognise('weekday-ago', '(?:the)? {weekday:fullWeekday} before last', readBeforeLast),
  recognise(
    'weekday-of-month',
    '(?:the)? (?:{nth:ordinal}|(?<last>last)) {weekday:fullWeekday} (?:of|in) {month:month} (?:{comma}? {year:year})?',
    readOfMonth,
  ),
]

function readBare(match: Match): Resolve {
  return (context) => withPart(match, placeWeekday(context, match.number('weekday')))
}

/** "Sun" and "Mon" are words of other languages and trades: a short form needs its full stop. */
function readShort(match: Match): Resolve | undefined {
  return hasStop(match.coded.tokens[match.from]!)
    ? (context) => withPart(match, placeWeekday(context, match.number('short')))
    : undefined
}

function readStep(step: -1 | 1): Recogniser['read'] {
  return (match) => (context) => {
    const isNarrative = hasWord(match, 'following') || hasWord(match, 'previous')
    const anchor = isNarrative ? context.narrative('day') : undefined
    return withPart(match, placeWeekday(context, match.number('weekday'), step, anchor))
  }
}

/** "the day before last Tuesday" */
function readBeside(step: -1 | 1): Recogniser['read'] {
  return (match) => (context) => {
    const { period, anchor, reason } = placeWeekday(context, match.number('weekday'), step)
    if (!period || !anchor) return readOpen('DATE', reason)
    return { ...readInferred(dayPeriod(period.lo + match.number('beside')), anchor, reason), isAside: true }
  }
}

function readInWeek(match: Match): Resolve {
  const shift = readShift(match)
  return (context) => {
    const anchor = publicationFor(context, 'day')
    if (!anchor) return placeWeekday(context, match.number('weekday'))
    const day = anchor.period.lo - isoWeekday(anchor.period.lo) + match.number('weekday') + 7 * shift
    return withPart(
      match,
      readInferred(dayPeriod(day), anchor, `That day of the week reckoned from ${nameAnchor(anchor)}.`),
    )
  }
}

function readRange(match: Match): Resolve {
  return (context) => {
    const end = placeWeekday(context, match.number('toWeekday'))
    if (!end.period || !end.anchor) return readOpen('DATE', end.reason)
    const length = (match.number('toWeekday') - match.number('weekday') + 7) % 7
    return readInferred(rangePeriod(dayPeriod(end.period.lo - length), end.period), end.anchor, end.reason)
  }
}

/** "a week from Tuesday", "Tuesday week", "two weeks on Tuesday" */
function readWeekOn(match: Match): Resolve | undefined {
  const weeks = match.has('weeks') ? weeksOf(match) : 1
  return weeks === undefined ? undefined : shifted(match, 1, weeks)
}

/** "a week last Tuesday", "two weeks ago on Tuesday" */
function readWeeksBack(match: Match): Resolve | undefined {
  const weeks = weeksOf(match)
  return weeks === undefined ? undefined : shifted(match, -1, weeks)
}

/** "three Sundays ago", "two Sundays from now" */
function readCounted(step: -1 | 1): Recogniser['read'] {
  return (match) => {
    const count = readCount(match.words('weeks'))
    if (count === undefined) return () => readVague(step < 0 ? 'PAST_REF' : 'FUTURE_REF')
    return count >= 1 ? shifted(match, step, Math.round(count) - 1) : undefined
  }
}

function readBeforeLast(match: Match): Resolve {
  return shifted(match, -1, 1)
}

function weeksOf(match: Match): number | undefined {
  const count = readCount(match.words('weeks'))
  const unit = match.value('unit') ?? match.value('units')
  return count === undefined ? undefined : Math.round(count) * (unit === 'fortnight' ? 2 : 1)
}

/** The weekday so many weeks before the last such day, or after the next one. */
function shifted(match: Match, step: -1 | 1, weeks: number): Resolve {
  return (context: Context) => {
    const near = placeWeekday(context, match.number('weekday'), step)
    if (!near.period || !near.anchor || weeks === 0) return near
    const side = step < 0 ? 'before the last such day before' : 'after the next such day after'
    const reason = `${weeks} week${weeks === 1 ? '' : 's'} ${side} ${nameAnchor(near.anchor)}.`
    return readInferred(dayPeriod(near.period.lo + step * 7 * weeks), near.anchor, reason)
  }
}

/** "the second Sunday of June", "the last Friday in March 2017" */
function readOfMonth(match: Match): Resolve | undefined {
  const nth = match.has('last') ? -1 : match.number('nth')
  if (nth > 5) return undefined
  return (context) => {
    const month = match.number('month')
    if (match.has('year')) {
      const day = nthWeekday(monthPeriod(match.number('year'), month), match.number('weekday'), nth)
      return day ? readStated(day) : readNoDay()
    }
    const placed = placeMonth(context, month)
    if (!placed.period || !placed.anchor) return readOpen('DATE', placed.reason)
    const day = nthWeekday(placed.period, match.number('weekday'), nth)
    return day ? readInferred(day, placed.anchor, placed.reason) : readNoDay()
  }
}

/** @param nth from 1, or -1 for the last one of the month */
function nthWeekday(month: Period, weekday: number, nth: number): Period | undefined {
  const first = month.lo + ((weekday - isoWeekday(month.lo) + 7) % 7)
  const day = nth < 0 ? month.hi - ((isoWeekday(month.hi) - weekday + 7) % 7) : first + 7 * (nth - 1)
  return day <= month.hi ? dayPeriod(day) : undefined
}

function withPart(match: Match, reading: DateReading): DateReading {
  if (!match.has('part')) return reading
  const suffix = match.value('part')!
  if (!reading.period)
    return { ...reading, type: 'TIME', ...(reading.timex ? { timex: `${reading.timex}T${suffix}` } : {}) }
  const period: Period = timePeriod(reading.period.lo, suffix)
  return { ...reading, type: 'TIME', timex: period.timex, period }
}

function hasWord(match: Match, word: string): boolean {
  return match.coded.tokens.slice(match.from, match.to).some((token) => token.text.toLowerCase() === word)
}
