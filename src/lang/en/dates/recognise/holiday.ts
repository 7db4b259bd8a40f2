import { fromDayNumber } from '../../../../text/calendar.ts'
import type { Period } from '../../../dates/period.ts'
import { dayPeriod, weekPeriod } from '../../../dates/period.ts'
import { costOfDays, nameAnchor, publicationFor } from '../../../dates/place.ts'
import type { Context, Resolve } from '../../../dates/reading.ts'
import { readInferred, readOpen, readStated } from '../../../dates/reading.ts'
import type { Holiday } from '../holidays.ts'
import { dayOfHoliday, HOLIDAYS } from '../holidays.ts'
import type { Match, Recogniser } from '../pattern.ts'
import { compilePattern, recognise } from '../pattern.ts'
import { readShift } from '../shift.ts'

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

/** "Sheriff Wade Easter", "Easter said": a person bears the name of the feast. */
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
