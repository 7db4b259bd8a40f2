import type { CalendarUnit } from '../../../dates/calendar-unit.ts'
import { shiftedPeriod, spellDuration } from '../../../dates/calendar-unit.ts'
import { nameAnchor, placeFromNarrative, placeFromPublication, publicationFor } from '../../../dates/place.ts'
import type { Context, Resolve } from '../../../dates/reading.ts'
import { readDuration, readInferred, readVague } from '../../../dates/reading.ts'
import type { Match, Recogniser } from '../pattern.ts'
import { readCount, recognise } from '../pattern.ts'

const COUNTED =
  '(?<approx><approx>)? (?<count><count>) (?:full|more|trading|working)? (?:{units:units}|{unit:unit}) (?:or (?:so|more))?'

/** Units counted back or on: "two days ago" from the day of writing, "two days later" from the previous date. */
export const AGO_RECOGNISERS: Recogniser[] = [
  recognise('ago', `${COUNTED} (?:ago|back (?={stop}|{comma}))`, (match) => readCounted(match, -1, 'publication')),
  recognise('from-now', `${COUNTED} (?:from now|from today|hence)`, (match) => readCounted(match, 1, 'publication')),
  recognise('earlier', `${COUNTED} (?:earlier|previously|beforehand|before (?={stop}|{comma}))`, (match) =>
    readCounted(match, -1, 'narrative'),
  ),
  recognise('later', `${COUNTED} (?:later|afterward|afterwards|thereafter|after (?={stop}|{comma}))`, (match) =>
    readCounted(match, 1, 'narrative'),
  ),
  recognise(
    'vague-ago',
    '(?:{units}|not|a (?:short|long)? (?:while|time)|some time|long) (?:so|too|very)? (?:long)? ago',
    () => () => readVague('PAST_REF'),
  ),
  recognise('vague-earlier', '{units} (?:earlier|before (?={stop}|{comma}))', () => () => readVague('PAST_REF')),
  recognise(
    'vague-later',
    '{units:units} later',
    (match) => () => readDuration(spellDuration(undefined, match.value('units')!)),
  ),
]

const CALENDAR = new Set([
  'day',
  'night',
  'week',
  'weekend',
  'fortnight',
  'month',
  'quarter',
  'year',
  'decade',
  'century',
])

function readCounted(match: Match, sign: -1 | 1, from: 'publication' | 'narrative'): Resolve {
  const unit = match.value(match.has('units') ? 'units' : 'unit')!
  const count = readCount(match.words('count'))
  if (count === undefined || isRounded(match, count)) {
    // "A few days later" in an account of the past is not in the future.
    const isLater = sign > 0 && from === 'narrative'
    return isLater
      ? () => readDuration(spellDuration(undefined, unit))
      : () => readVague(sign < 0 ? 'PAST_REF' : 'FUTURE_REF')
  }
  if (unit === 'decade') return (context) => place(context, 'year', sign * 10 * count, from)
  if (count === 0.5 && unit === 'year') return (context) => place(context, 'month', sign * 6, from)
  if (!CALENDAR.has(unit)) return (context) => placeHours(context, spellDuration(count, unit), from)
  const calendarUnit = unit === 'night' ? 'day' : (unit as CalendarUnit)
  return (context) => place(context, calendarUnit, sign * Math.round(count), from)
}

/** "some 3,300 years ago" names no year. */
function isRounded(match: Match, count: number): boolean {
  return match.value('units') === 'year' && count >= (match.has('approx') ? 50 : 500)
}

function place(
  context: Context,
  unit: CalendarUnit,
  shift: number,
  from: 'publication' | 'narrative',
): ReturnType<Resolve> {
  if (unit === 'year') {
    const inQuarter = placeQuarter(context, shift)
    if (inQuarter) return inQuarter
  }
  const reading =
    from === 'publication' ? placeFromPublication(context, unit, shift) : placeFromNarrative(context, unit, shift)
  return unit === 'year' && Math.abs(shift) === 1 ? { ...reading, isAside: true } : reading
}

/** Hours and minutes are placed on the day that they are counted from; without one they are a length of time. */
function placeHours(context: Context, timex: string, from: 'publication' | 'narrative'): ReturnType<Resolve> {
  if (from === 'narrative' && !context.narrative('day')) return readDuration(timex)
  return place(context, 'day', 0, from)
}

/** After a quarter "a year earlier" means the same quarter: results are compared like with like. */
function placeQuarter(context: Context, years: number): ReturnType<Resolve> | undefined {
  const previous = context.narrative('century', ({ precision }) => precision === 'quarter')
  if (Math.abs(years) !== 1 || !previous || !publicationFor(context, 'century')) return undefined
  return {
    ...readInferred(
      shiftedPeriod(previous.period.lo, 'quarter', 4 * years),
      previous,
      `The same quarter, a year from ${nameAnchor(previous)}.`,
    ),
    isAside: true,
  }
}
