import type { Range } from '../../model/passage.ts'
import type { BoilerplateFile } from './schema.ts'

/** A day that is written out in full; offsets in UTF-16 code units of the text it was read from. */
export interface PrintedDay extends Range {
  /** `YYYY-MM-DD` */
  readonly day: string
}

/** A day in digits whose day and month could change places; offsets as above. */
export interface OpenDay extends Range {
  /** `YYYY-MM-DD`, day first and month first. */
  readonly readings: readonly string[]
}

/** Readers of days as pages print them. */
export interface PrintedDays {
  /** Every day that a text writes out with day, month and year, in reading order. */
  readonly findPrintedDays: (text: string) => PrintedDay[]
  /** The first day of a text that has no year: "NORTHPORT, March 14 (Agency)". */
  readonly findYearlessDay: (text: string) => { readonly month: number; readonly day: number } | undefined
  /** The number of a month from its name or abbreviation, 1 to 12. */
  readonly monthNumber: (name: string) => number
  /** The name of a day's weekday, capitalised. */
  readonly weekdayOf: (day: string) => string
  /** True for a line that only dates a later change. */
  readonly isChange: (text: string) => boolean
  /** True for a line that says nothing but when a text was published or changed: "Updated 3 hours ago". */
  readonly isTimeLine: (line: string) => boolean
  /** The day of publication that a time line states: the first one that is not labelled as a change. */
  readonly readTimeLine: (text: string) => PrintedDay | undefined
}

const ISO = /(?<!\d)(?<year>(?:19|20)\d\d)[-/.](?<number>0?[1-9]|1[0-2])[-/.](?<day>0?[1-9]|[12]\d|3[01])(?!\d)/giu
const NUMBERS = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)/gu
/** A line of more words is more than a time. */
const MOST_WORDS = 24

/** Makes the readers of dates from a pack's `dates.yml`; without one, only days in digits are found. */
export function readPrintedDays(data: BoilerplateFile<'dates'>): PrintedDays {
  const known = new Set(
    [data.months, data.monthsShort, data.weekdays, data.weekdaysShort, [...data.around], data.changed].flat(),
  )
  const changed = new RegExp(`\\b(?:${data.changed.join('|')})\\b`, 'iu')
  const monthNumber = (name: string): number => {
    const start = name.toLowerCase().slice(0, 3)
    return data.months.findIndex((month) => month.startsWith(start)) + 1
  }
  const findPrintedDays = (text: string): PrintedDay[] => findDays(text, [...data.forms, ISO], monthNumber)
  const isChange = (text: string): boolean => changed.test(text) && !data.published.test(text)
  return {
    findPrintedDays,
    monthNumber,
    isChange,
    findYearlessDay(text) {
      const groups = findPrintedDays(text).length > 0 ? undefined : data.yearless.exec(text)?.groups
      if (!groups) return undefined
      return { month: monthNumber(groups.month ?? groups.monthLast!), day: Number(groups.day ?? groups.dayFirst) }
    },
    weekdayOf(day) {
      const name = data.weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]!
      return name[0]!.toUpperCase() + name.slice(1)
    },
    isTimeLine(line) {
      const text = line.replace(/ ?\(\p{Lu}[\p{L} ]{1,20}\)/u, '')
      const words = (text.match(/\p{Lu}?\p{Ll}+|\p{Lu}+/gu) ?? []).map((word) => word.toLowerCase())
      if (words.length > MOST_WORDS || !data.today.test(text)) return false
      if (!words.every((word) => known.has(word))) return false
      return findPrintedDays(text).length > 0 || data.clock.test(text) || data.dayAndMonth.test(text)
    },
    readTimeLine(text) {
      let from = 0
      for (const day of findPrintedDays(text)) {
        if (!isChange(text.slice(from, day.start))) return day
        from = day.end
      }
      return undefined
    },
  }
}

/** Finds every day in digits whose day and month cannot change places, and so needs no language: "2019-03-04". */
export const findDaysInDigits = (text: string): PrintedDay[] => findDays(text, [ISO], () => 0)

/** Finds every day such as "04/02/2017", which is read in two ways. */
export function findOpenDays(text: string): OpenDay[] {
  return [...text.matchAll(NUMBERS)].flatMap(({ 0: words, 1: one, 2: other, 3: year, index }) => {
    const [first, second] = [Number(one), Number(other)]
    if (first === second || first > 12 || second > 12) return []
    const readings = [isoDayOf(Number(year), second, first)!, isoDayOf(Number(year), first, second)!]
    return [{ readings, start: index, end: index + words.length }]
  })
}

/** Writes a day as ISO 8601; undefined when the calendar has no such day. */
export function isoDayOf(year: number, month: number, day: number): string | undefined {
  const time = new Date(Date.UTC(year, month - 1, day))
  const isReal = time.getUTCMonth() === month - 1 && time.getUTCDate() === day
  return isReal ? time.toISOString().slice(0, 10) : undefined
}

function findDays(text: string, forms: readonly RegExp[], monthNumber: (name: string) => number): PrintedDay[] {
  if (!/(?:19|20)\d\d/.test(text)) return []
  const toDay = (match: RegExpExecArray): PrintedDay[] => {
    const { day, month, number, year } = match.groups!
    return placeDay(match, isoDayOf(Number(year), number ? Number(number) : monthNumber(month!), Number(day)))
  }
  const found = forms.flatMap((form) => [...text.matchAll(form)].flatMap(toDay))
  for (const match of text.matchAll(NUMBERS)) found.push(...placeDay(match, readNumbers(match)))
  return found.sort((a, b) => a.start - b.start)
}

function placeDay({ 0: words, index }: RegExpExecArray, day: string | undefined): PrintedDay[] {
  return day ? [{ day, start: index, end: index + words.length }] : []
}

/** "14/02/2017" can be read in one way only; "04/02/2017" in two, so it gives no day. */
function readNumbers(match: RegExpExecArray): string | undefined {
  const [first, second, year] = [Number(match[1]), Number(match[2]), Number(match[3])]
  if (first !== second && first <= 12 && second <= 12) return undefined
  const [day, month] = first > 12 ? [first, second] : [second, first]
  return isoDayOf(year, month, day)
}
