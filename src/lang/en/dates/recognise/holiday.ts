import { readData } from '../../../../text/read-data.ts'
import type { Range } from '../../../../model/passage.ts'
import { daysInMonth, easterSunday, fromDayNumber, isoWeekday, toDayNumber } from '../../../../text/calendar.ts'
import type { Period } from '../../../dates/period.ts'
import { dayPeriod, weekPeriod } from '../../../dates/period.ts'
import { costOfDays, nameAnchor, publicationFor } from '../../../dates/place.ts'
import type { Context, Resolve } from '../../../dates/reading.ts'
import { readInferred, readOpen, readStated } from '../../../dates/reading.ts'
import type { Match, Recogniser } from '../pattern.ts'
import { compilePattern, readShift, recognise } from '../pattern.ts'

/** How the day of a feast is found: a fixed day, days from Easter, or the nth weekday of a month (-1 the last). */
export type Holiday = { on: [number, number] } | { easter: number } | { nth: [number, number, number] }

/** Name (lower case) -> how its day is found. */
export const HOLIDAYS: Readonly<Record<string, Holiday>> = readData('../holidays.yml', import.meta.url)

/** Day number of a feast in a year. */
export function dayOfHoliday(holiday: Holiday, year: number): number {
  if ('on' in holiday) return toDayNumber(year, ...holiday.on)
  if ('easter' in holiday) return easterSunday(year) + holiday.easter
  const [month, weekday, nth] = holiday.nth
  if (nth > 0) {
    const first = toDayNumber(year, month, 1)
    return first + ((weekday - isoWeekday(first) + 7) % 7) + 7 * (nth - 1)
  }
  const last = toDayNumber(year, month, daysInMonth(year, month))
  return last - ((isoWeekday(last) - weekday + 7) % 7)
}

/** Name -> the days on which its bearer took office. */
export const INAUGURATIONS: Readonly<Record<string, readonly string[]>> = readData(
  '../inaugurations.yml',
  import.meta.url,
)
const TAKES =
  '(?:\\b(?:takes?|took|taking|assumes?|assumed|enters?|entered) office|\\bsworn in|\\binaugurat(?:ed|ion))\\b'
/** "Trump takes office on", "on January 20, when Trump takes office": the name is within 60 code units. */
const BEFORE_DATE = new RegExp(`(?<named>[^;!?]{0,60}?)${TAKES}[^.;!?\\d]{0,30}$`)
const AFTER_DATE = new RegExp(`^,? when (?<named>[^;!?]{0,60}?)${TAKES}`)
/** Code units beside the date that are looked at. */
const REACH = 120

/**
 * The days, `YYYY-MM-DD`, on which somebody took office of whom the text says so beside a date: "after President-elect
 * Trump takes office on January 20". It is not asked whether they fit the date.
 */
export function findInaugurations(text: string, { start, end }: Range): readonly string[] {
  const found =
    BEFORE_DATE.exec(text.slice(Math.max(0, start - REACH), start)) ?? AFTER_DATE.exec(text.slice(end, end + REACH))
  const named = found?.groups?.['named']
  return named ? Object.entries(INAUGURATIONS).flatMap(([name, days]) => (isNamed(name, named) ? days : [])) : []
}

/** By the whole name, or by the surname behind a title. */
function isNamed(name: string, text: string): boolean {
  const surname = name.slice(name.lastIndexOf(' ') + 1)
  return text.includes(name) || new RegExp(`\\b(?:President(?:-elect)?|Minister) ${surname}\\b`).test(text)
}

const BY_WORDS = new Map(Object.entries(HOLIDAYS).map(([name, holiday]) => [splitName(name), holiday]))
const ANY = [...BY_WORDS.keys()]
  .map((name) => name.replaceAll("'s", '{possessive}').replaceAll(/'(?!s)/g, '{apostrophe}'))
  .join('|')

/** Feasts by name, with or without their year. */
export const HOLIDAY_RECOGNISERS: Recogniser[] = [
  recognise('holiday', `<which>? (?<name>${ANY}) (?<week>week)? (?:(?:of|{comma})? {year:year})?`, read),
]

function read(match: Match): Resolve | undefined {
  const holiday = BY_WORDS.get(match.words('name').replaceAll('’', "'"))
  if (!holiday || !/^\p{Lu}/u.test(match.coded.tokens[match.from + (match.has('before') ? 1 : 0)]!.text))
    return undefined
  if (match.from + 1 === match.to && isSurname(match)) return undefined
  const toPeriod = match.has('week') ? weekPeriod : dayPeriod
  if (match.has('year')) return () => readStated(toPeriod(dayOfHoliday(holiday, match.number('year'))))
  const step = readShift(match)
  return (context) => place(context, holiday, step, toPeriod)
}

const NAMED = compilePattern('(?<!{sentenceEnd}|{quote}|^) {name}$').regex
const SPEAKS = compilePattern('^{sayingVerb}').regex

/** "Sheriff Wade Easter", "Easter said": the name of the holiday is a surname here. */
function isSurname({ coded, from, to }: Match): boolean {
  return coded.codes.slice(0, from).search(NAMED) >= 0 || coded.codes.slice(to, to + 1).search(SPEAKS) >= 0
}

function place(
  context: Context,
  holiday: Holiday,
  step: number,
  toPeriod: (day: number) => Period,
): ReturnType<Resolve> {
  const anchor = publicationFor(context, 'day')
  if (!anchor) return readOpen('DATE', 'No publication date: the year of the feast cannot be told.')
  const now = anchor.period.lo
  const { year } = fromDayNumber(now)
  const days = [year - 1, year, year + 1].map((candidate) => dayOfHoliday(holiday, candidate))
  const fitting = step === 0 ? days : days.filter((day) => (day - now) * step > 0)
  const cost = (day: number): number => costOfDays(day - now, step === 0 ? context.direction() : 0)
  const day = fitting.reduce((best, candidate) => (cost(candidate) < cost(best) ? candidate : best))
  return readInferred(toPeriod(day), anchor, `The feast nearest to ${nameAnchor(anchor)}.`)
}

/** A name as its tokens: "new year's eve" gives "new year 's eve". */
function splitName(name: string): string {
  return name.replaceAll("'", " '")
}
