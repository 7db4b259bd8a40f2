import { isoWeekday } from '../../../../text/calendar.ts'
import { hasStop } from '../code.ts'
import type { Match } from '../match.ts'
import { dayPeriod, rangePeriod, timePeriod } from '../../../dates/period.ts'
import type { Period } from '../../../dates/period.ts'
import { nameAnchor, placeWeekday, publicationFor } from '../../../dates/place.ts'
import { readInferred, readOpen } from '../../../dates/reading.ts'
import type { Reading } from '../../../dates/reading.ts'
import { recognise } from '../recogniser.ts'
import type { Recogniser } from '../recogniser.ts'
import type { Context, Resolve } from '../../../dates/reading.ts'
import { readShift } from '../shift.ts'

const PART = '(?:{part:partOfDay})?'
const EDGE = '(?:(?:early|late|mid) {dash}?|(?:earlier|later)|(?:the)? (?:early|small) hours of)?'

/** Weekdays, bare, with a part of the day, or with the week they belong to. */
export const WEEKDAY_RECOGNISERS: Recogniser[] = [
  recognise('weekday', `(?<!{namedDay}) ${EDGE} {weekday:fullWeekday} ${PART}`, readBare),
  recognise('weekday', `{short:weekday} ${PART}`, readShort),
  recognise('weekday-last', `${EDGE} (?:last|this past|the past|the previous) {weekday:weekday} ${PART}`, readStep(-1)),
  recognise(
    'weekday-next',
    `${EDGE} (?:next|this coming|the coming|the following) {weekday:weekday} ${PART}`,
    readStep(1),
  ),
  recognise('weekday-this', `${EDGE} this {weekday:weekday} ${PART}`, readBare),
  recognise('weekday-of-week', `{weekday:weekday} ${PART} (?:of)? <which> week`, readInWeek),
  recognise('weekday-of-week', `<which> week {weekday:fullWeekday}`, readInWeek),
  recognise('weekday-range', '{weekday:fullWeekday} (?:{dash}|to|through) {toWeekday:fullWeekday}', readRange),
  recognise('weekday-from-now', 'a week from {weekday:fullWeekday}', readWeekOn),
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

function readWeekOn(match: Match): Resolve {
  return (context: Context) => {
    const next = placeWeekday(context, match.number('weekday'), 1)
    if (!next.period || !next.anchor) return next
    return readInferred(
      dayPeriod(next.period.lo + 7),
      next.anchor,
      `A week after the next such day from ${nameAnchor(next.anchor)} on.`,
    )
  }
}

function withPart(match: Match, reading: Reading): Reading {
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
