import { isoWeekday } from '../../../../text/calendar.ts'
import type { CalendarUnit } from '../../../dates/calendar-unit.ts'
import { spellDuration } from '../../../dates/calendar-unit.ts'
import { seasonPeriod, timePeriod } from '../../../dates/period.ts'
import {
  nameAnchor,
  placeFrom,
  placeFromNarrative,
  placeFromPublication,
  publicationFor,
} from '../../../dates/place.ts'
import type { DateReading, Resolve } from '../../../dates/reading.ts'
import { readDuration, readInferred, readOpen, yearOf } from '../../../dates/reading.ts'
import type { Match, Recogniser } from '../pattern.ts'
import { hasShift, readShift, recognise } from '../pattern.ts'

const NOT_ENDED = '(?!ended|ending|that|to|{year}|before|after|when|in|until|since|{units}|{name})'
const END = '(?!{dash}(?:old|long|end|on)|old)'

/** One calendar unit relative to the day of writing or to the previous date: "last week", "the following year". */
export const RELATIVE_RECOGNISERS: Recogniser[] = [
  recognise(
    'last-unit',
    `<edge>? (?:the)? {before} (?:full|{fiscal:fiscalYear}|calendar)? {unit:calendarUnit} ${END}`,
    readFromPublication(-1),
  ),
  recognise(
    'this-unit',
    `<edge>? (?:the)? {during} (?:{fiscal:fiscalYear}|calendar)? {unit:calendarUnit} ${END}`,
    readFromPublication(0),
  ),
  recognise('this-unit', '(?:the|its) full {unit:calendarUnit}', readFromPublication(0)),
  recognise(
    'next-unit',
    `<edge>? (?:{after}|this coming|the coming|coming) (?:{fiscal:fiscalYear}|calendar)? {unit:calendarUnit} ${END}`,
    readFromPublication(1),
  ),
  recognise(
    'previous-unit',
    `<edge>? (?:the)? (?:previous|preceding|prior) (?:{fiscal:fiscalYear}|calendar)? {unit:calendarUnit} ${END}`,
    readFromNarrative(-1),
  ),
  recognise(
    'same-unit',
    `<edge>? (?:that|(?:the|that)? same|that very) {unit:calendarUnit} ${END}`,
    readFromNarrative(0),
  ),
  recognise(
    'following-unit',
    `<edge>? (?:the (?:following|next|ensuing|subsequent)) {unit:calendarUnit} ${END}`,
    readFromNarrative(1),
  ),
  recognise('unit-before', 'the {unit:calendarUnit} before (?={stop}|{comma})', readFromNarrative(-1)),
  recognise('unit-after', 'the {unit:calendarUnit} after (?={stop}|{comma})', readFromNarrative(1)),
  recognise(
    'unit-before-last',
    '(?:the)? {unit:calendarUnit} before last (?!{weekday}|{month}|{unit}|{season}|{partOfDay})',
    readFromPublication(-2),
  ),
  recognise('this-unit', `(?<=for|of) the {unit:accountYear} ${NOT_ENDED} ${END}`, readYearOfNews),
  recognise('past-unit', '(?:the|this) past {unit:calendarUnit}', readPast),
  recognise(
    'edge-of-unit',
    `(?:the (?:end|beginning|start|middle|close|rest) of|(?:early|late|earlier|later) in) the (?!day) {unit:calendarUnit} ${END}`,
    readFromPublication(0),
  ),
  recognise(
    'unit-end',
    `(?<!{dash}) (?:the)? {unit:calendarUnit} {possessive}? {dash}? end (?!s)`,
    readFromPublication(0),
  ),
  recognise('the-weekend', '<edge>? the {unit:weekend}', readWeekend),
  recognise(
    'season-relative',
    '<edge>? (?:<which>|the past|this past|this coming|the coming) (?:past|coming)? {season:season}',
    readSeason,
  ),
  recognise(
    'season',
    '(?<=in|into|of|by|during|since|until|through|throughout|over) (?:the (?:early|late)?|(?!fall)) {season:season} (?!{dash}|{name})',
    readSeason,
  ),
]

function unitOf(match: Match): CalendarUnit {
  return match.value('unit') as CalendarUnit
}

function readFromPublication(shift: number): Recogniser['read'] {
  return (match) => (context) => {
    const reading = placeFromPublication(context, unitOf(match), shift)
    return match.has('fiscal') && reading.period ? readOpen('DATE', FISCAL, reading.timex) : reading
  }
}

const FISCAL = 'The words do not tell on which days a fiscal year begins and ends.'

function readFromNarrative(shift: number): Recogniser['read'] {
  return (match) => (context) => placeFromNarrative(context, unitOf(match), shift)
}

/** "a high for the year": the year of the news, where the text has named no other. */
function readYearOfNews(): Resolve {
  return (context) => {
    const { publication } = context
    const previous = context.narrative('year')
    const isOther = previous && publication && yearOf(previous.period) !== yearOf(publication.period)
    return isOther
      ? readOpen('DATE', 'The text tells of more than one year.')
      : placeFromPublication(context, 'year', 0)
  }
}

function readPast(match: Match): Resolve {
  const unit = unitOf(match)
  if (unit === 'year' || unit === 'day') return (context) => placeFromPublication(context, unit, -1)
  return () => readDuration(spellDuration(1, unit))
}

/** "over the weekend" is the last one when the clause looks back, the coming one when it looks ahead. */
function readWeekend(): Resolve {
  return (context) => {
    const anchor = publicationFor(context, 'day')
    if (!anchor) return readOpen('DATE', 'No publication date: the weekend cannot be placed.')
    const isOver = context.direction() <= 0 && isoWeekday(anchor.period.lo) < 6
    return placeFrom(anchor, 'weekend', isOver ? -1 : 0)
  }
}

/** Days: "it rained in the spring" means this year's once that much of it has gone. */
const HALF_A_SEASON = 45

/** "last summer" is over, "next summer" has not begun; for a season alone the clause's tense decides. */
function readSeason(match: Match): Resolve {
  const code = match.value('season')!
  return (context) => {
    const { publication } = context
    if (!publication) return readOpen('DATE', 'No publication date: the year of the season cannot be told.')
    const now = yearOf(publication.period)
    const { lo, hi } = seasonPeriod(now, code)
    const isOver = hi < publication.period.lo
    const isAhead = lo > publication.period.hi
    const isYoung = publication.period.hi < lo + HALF_A_SEASON
    const side = hasShift(match) ? readShift(match) : context.direction() < 0 && isYoung ? -1 : 0
    const shift = side < 0 && !isOver ? -1 : side > 0 && !isAhead ? 1 : 0
    return readInferred(
      seasonPeriod(now + shift, code),
      publication,
      `The season reckoned from ${nameAnchor(publication)}.`,
    )
  }
}

const EDGE = '(?:(?:early|late|mid|earlier|later) {dash}? (?:on)?)?'

/** Days and their parts as seen from the day of writing: "yesterday", "late tonight", "this morning". */
export const TODAY_RECOGNISERS: Recogniser[] = [
  // "today's world" is not a day; "today's meeting" is on one.
  recognise('day-word', `${EDGE} {day:dayWord} (?!{possessive}{name}?{ofTheTimes}) {part:partOfDay}?`, (match) =>
    readDay(match.number('day'), match.value('part')),
  ),
  recognise('day-word', `{part:partOfDay} {day:dayWord}`, (match) => readDay(match.number('day'), match.value('part'))),
  recognise('day-word', `mid {dash}? {part:partOfDay} {day:dayWord}`, (match) =>
    readDay(match.number('day'), match.value('part')),
  ),
  recognise('day-word', '(?:the)? day before yesterday', () => readDay(-2)),
  recognise('day-word', '(?:the)? day after tomorrow', () => readDay(2)),
  recognise('tonight', `${EDGE} tonight`, () => readDay(0, 'NI')),
  recognise('this-part', `${EDGE} this {part:partOfDay}`, (match) => readDay(0, match.value('part'))),
  recognise('last-night', `${EDGE} last {part:partOfDay}`, (match) => readDay(-1, match.value('part'))),
  recognise('overnight', '(?<!{dash}) overnight (?!{dash}|{name})', () => readDay(-1, 'NI')),
  recognise('that-part', `(?:${EDGE} (?:that|the same)|later that) {part:partOfDay}`, (match) =>
    readPreviousDay(0, match),
  ),
  recognise('next-part', '(?:the)? (?:next|following) {part:partOfDay}', (match) => readPreviousDay(1, match)),
  recognise('previous-part', 'the previous {part:partOfDay}', (match) => readPreviousDay(-1, match)),
]

function readDay(shift: number, part?: string): Resolve {
  return (context) => withPart(placeFromPublication(context, 'day', shift), part)
}

function readPreviousDay(shift: number, match: Match): Resolve {
  return (context) => withPart(placeFromNarrative(context, 'day', shift), match.value('part'))
}

function withPart(reading: DateReading, part: string | undefined): DateReading {
  if (!part || !reading.period || !reading.anchor) return part ? { ...reading, type: 'TIME' } : reading
  return readInferred(timePeriod(reading.period.lo, part), reading.anchor, reading.reason)
}
