import { isCalendarDay, pad, toDayNumber } from '../../../../text/calendar.ts'
import type { Period } from '../../../dates/period.ts'
import { dayPeriod, timePeriod } from '../../../dates/period.ts'
import {
  placeFrom,
  placeFromNarrative,
  placeFromPublication,
  placeMonthDay,
  placeWeekday,
} from '../../../dates/place.ts'
import type { Context, DateReading, Resolve } from '../../../dates/reading.ts'
import { readInferred, readNoDay, readOpen } from '../../../dates/reading.ts'
import type { Match, Recogniser } from '../pattern.ts'
import { recognise } from '../pattern.ts'

const MERIDIEM = '(?:{meridiem:meridiem}|{p:meridiemLetter} {stop} m)'
const TWELVE = `(?:{hour:hour} (?:{colon} {minute:sixty})?|{dotted:dottedClock}) ${MERIDIEM}`
const HOURS = '(?:{hour:hour} {colon} {minute:sixty}|{dotted:dottedClock} (?={zone})|{four:clock24} (?={zone}|hours))'
const ZONE = '(?:{zone:zone}|local time|hours)? (?:{opener} (?:{number}|{colon}|{zone}|{meridiem}){1,5} {closer})?'
const DAY =
  '(?:{comma}? (?:on)? (?:{weekday:fullWeekday} (?!{comma}?{month})|{dayWord:dayWord}|(?:{aWeekday:weekday}{comma}?)? {month:month} {day:dayNumber} (?:{comma}? {year:year})?|(?:{aWeekday:weekday}{comma}?)? {day:dayNumber} {suffix}? {month:month} (?:{comma}? {year:year})?))?'
const DATE_FIRST =
  '(?:{weekday:weekday} {comma}?)? (?:{day:dayNumber} {suffix}? {month:month}|{monthFirst:month} {dayAfter:dayNumber}) {comma}? {year:year} (?:{comma}|at)?'

/** "2:55 into overtime" is no clock time: hours and minutes need a preposition before them, or a zone or day after. */
const LED = 'at|by|from|until|till|before|after|to|between|and|since|around|about'
const DATED = '{zone}|local time|hours|{comma}? (?:on)? (?:{weekday}|{dayWord}|{month}|{dayNumber}{month})'
const ENDED = '(?!{colon}|{meridiem})'

/** Clock times with the day they belong to. */
export const CLOCK_RECOGNISERS: Recogniser[] = [
  // "at 6 a.m. ten days before the murder": the day is not given.
  recognise('clock', `${TWELVE} (?=(?:{number}|{cardinal}) {units} (?:before|after|earlier))`, readUnplaced),
  recognise('clock', `<approx>? (?:early|late)? ${TWELVE} ${ZONE} ${DAY}`, readClock),
  recognise('clock', `(?<=${LED}) {hour:hour} (?:{colon} {minute:sixty})? in the {half:partOfDay} ${DAY}`, readClock),
  recognise('clock', `(?<=${LED}) <approx>? ${HOURS} ${ZONE} ${ENDED} ${DAY}`, readClock),
  recognise('clock', `(?<!{colon}|{slash}) ${HOURS} (?=${DATED}) ${ZONE} ${ENDED} ${DAY}`, readClock),
  recognise(
    'clock',
    `{four:clock24} (?:{dash}|to|and|until|till) {toFour:clock24} (?={zone}|hours|local time) ${ZONE} ${DAY}`,
    readRange,
  ),
  recognise('date-clock', `${DATE_FIRST} ${HOURS} ${ZONE}`, readClock),
  recognise('date-clock', `${DATE_FIRST} ${TWELVE} ${ZONE}`, readClock),
  recognise('clock-word', `(?<!high) {word:clockWord} ${DAY}`, readClock),
  recognise(
    'weekday-clock',
    `{weekday:fullWeekday} (?:at|by|around|about) (?:${TWELVE}|{word:clockWord}) ${ZONE}`,
    readClock,
  ),
]

function readClock(match: Match): Resolve | undefined {
  const clock = readTime(match)
  if (!clock) return undefined
  return (context) => {
    const on = placeDay(context, match)
    if (!on.period) return readOpen('TIME', 'The day of this hour cannot be told.', `T${clock}`)
    const period = timePeriod(on.period.lo, clock + (match.value('zone') === 'Z' ? 'Z' : ''))
    if (on.certainty === 'stated' || !on.anchor)
      return { ...on, type: 'TIME', timex: period.timex, edtf: period.edtf, period }
    return readInferred(period, on.anchor, on.reason)
  }
}

function readUnplaced(match: Match): Resolve | undefined {
  const clock = readTime(match)
  return clock ? () => readOpen('TIME', 'The day of this hour cannot be told.', `T${clock}`) : undefined
}

/** "from 1130 to 1215 GMT" */
function readRange(match: Match): Resolve | undefined {
  const resolve = readClock(match)
  const end = match.words('toFour')
  return (
    resolve &&
    ((context) => {
      const from = resolve(context)
      if (!from.period || !from.timex) return from
      const zone = from.timex.endsWith('Z') ? 'Z' : ''
      const timex = `${from.timex}/${from.period.edtf}T${end.slice(0, 2)}:${end.slice(2)}${zone}`
      return { ...from, timex, period: { ...from.period, timex } }
    })
  )
}

function readTime(match: Match): string | undefined {
  if (match.has('word')) return match.value('word')
  const digits = match.has('four') ? match.words('four') : match.words('dotted').replace('.', '')
  const hour = match.has('hour') ? match.number('hour') : Number(digits.slice(0, -2))
  const minute = match.has('hour') ? match.words('minute') || '00' : digits.slice(-2)
  const shift = shiftOf(match)
  if (shift === undefined) return `${pad(hour, 2)}:${minute}`
  return hour > 12 ? undefined : `${pad((hour % 12) + shift, 2)}:${minute}`
}

/** Hours to add: 0 before noon, 12 after it, nothing where the clock counts to 24. */
function shiftOf(match: Match): number | undefined {
  if (match.has('meridiem')) return match.number('meridiem')
  if (match.has('half')) return match.value('half') === 'MO' ? 0 : 12
  return match.has('p') ? (match.value('p') === 'p' ? 12 : 0) : undefined
}

function placeDay(context: Context, match: Match): DateReading {
  const month = match.has('month') ? match.number('month') : match.number('monthFirst')
  const day = match.has('day') ? match.number('day') : match.number('dayAfter')
  if (match.has('year')) {
    if (!isCalendarDay(match.number('year'), month, day)) return readNoDay()
    const period = dayPeriod(toDayNumber(match.number('year'), month, day))
    return {
      type: 'DATE',
      timex: period.timex,
      edtf: period.edtf,
      period,
      certainty: 'stated',
      reason: 'The words give the full date.',
    }
  }
  if (match.has('month')) return placeMonthDay(context, month, day)
  if (match.has('weekday')) return placeWeekday(context, match.number('weekday'))
  if (match.has('dayWord')) return placeFromPublication(context, 'day', match.number('dayWord'))
  return placeWithoutDay(context)
}

/** A previous date further from the publication date than this is background, and no hour of the report belongs to it. */
const NEAR = 31

/** An hour belongs to the previous day of the news, but what has happened cannot be on a day still to come. */
function placeWithoutDay(context: Context): DateReading {
  const { publication } = context
  if (!publication) return placeFromNarrative(context, 'day', 0)
  const isNews = ({ lo, hi }: Period): boolean =>
    lo >= publication.period.lo - NEAR && hi <= publication.period.hi + NEAR
  const previous = context.narrative('day', isNews)
  const isAhead = context.direction() > 0
  if (previous && (isAhead || previous.period.lo <= publication.period.hi)) return placeFrom(previous, 'day', 0)
  if (isAhead && context.narrative('day')) return readOpen('TIME', 'The day of this hour cannot be told.')
  return placeFromPublication(context, 'day', 0)
}
