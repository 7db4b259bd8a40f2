import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Range } from '../../model/span.ts'

type List = 'months' | 'months-short' | 'weekdays' | 'weekdays-short' | 'around' | 'changed'
const lists: Record<List, string[]> = parse(readFileSync(new URL('./calendar.yml', import.meta.url), 'utf8'))

/** Names of the months and their abbreviations, in small letters; January first. */
export const MONTH_NAMES: readonly string[] = [...lists.months, ...lists['months-short']]

/** Names of the days of the week and their abbreviations, in small letters. */
export const WEEKDAY_NAMES: readonly string[] = [...lists.weekdays, ...lists['weekdays-short']]

const MONTH = `(?<month>${MONTH_NAMES.join('|')})\\.?`
const DAY = '(?<day>0?[1-9]|[12]\\d|3[01])(?:st|nd|rd|th)?'
const YEAR = '(?<year>(?:19|20)\\d\\d)'
/** "2 Nov 20232 Nov 2023": a page that shows a day in two ways prints it twice without a space. */
const NO_FIGURE = `(?!\\d(?!\\d? (?:${MONTH_NAMES.join('|')})))`
const FORMS = [
  `(?<!\\d)${DAY}(?: of)?[ \\-]${MONTH},?[ \\-]${YEAR}${NO_FIGURE}`,
  `(?<!\\p{L})${MONTH} ?${DAY},? {1,2}${YEAR}(?!\\d)`,
  `(?<!\\d)${YEAR}[\\-/.](?<number>0?[1-9]|1[0-2])[\\-/.](?<day>0?[1-9]|[12]\\d|3[01])(?!\\d)`,
].map((form) => new RegExp(form, 'giu'))
const YEARLESS = new RegExp(
  `\\b(?:(?<month>${MONTH_NAMES.join('|')})\\.? (?<day>\\d{1,2})|(?<dayFirst>\\d{1,2}) (?<monthLast>${MONTH_NAMES.join('|')})\\.?)\\b`,
  'iu',
)
const NUMBERS = /(?<!\d)(\d{1,2})[-/.](\d{1,2})[-/.]((?:19|20)\d\d)(?!\d)/gu
const KNOWN = new Set(Object.values(lists).flat())
const CLOCK = /\d[:.]\d\d|\d ?[ap]\.?m\b|\bago$|\d[/.]\d{1,2}[/.]\d{4}|(?:published|posted|updated)[: ]/iu
const DAY_AND_MONTH = new RegExp(
  `^(?:\\p{L}{3,9},? )?(?:${DAY} ${MONTH}|${MONTH} ${DAY})$`.replace(/\?<\w+>/g, '?:'),
  'iu',
)
const CHANGED = new RegExp(`\\b(?:${lists.changed.join('|')})\\b`, 'iu')

/** A day that is written out in full. `start` and `end` are offsets into the text it was read from. */
export interface PrintedDay extends Range {
  /** `YYYY-MM-DD` */
  readonly day: string
}

/** Finds every day that a text writes out with day, month and year, in reading order. */
export function findPrintedDays(text: string): PrintedDay[] {
  if (!/(?:19|20)\d\d/.test(text)) return []
  const found = FORMS.flatMap((form) => [...text.matchAll(form)].flatMap((match) => toDay(match, match.groups!)))
  for (const match of text.matchAll(NUMBERS)) found.push(...readNumbers(match))
  return found.sort((a, b) => a.start - b.start)
}

function toDay(match: RegExpExecArray, { day, month, number, year }: Record<string, string | undefined>): PrintedDay[] {
  const value = formatDay(Number(year), number ? Number(number) : monthNumber(month!), Number(day))
  return value ? [{ day: value, start: match.index, end: match.index + match[0].length }] : []
}

/** A day in digits whose day and month could change places. */
export interface OpenDay extends Range {
  /** `YYYY-MM-DD`, day first and month first. */
  readonly readings: readonly string[]
}

/** Finds every day such as "04/02/2017", which is read in two ways. */
export function findOpenDays(text: string): OpenDay[] {
  return [...text.matchAll(NUMBERS)].flatMap(({ 0: words, 1: one, 2: other, 3: year, index }) => {
    const [first, second] = [Number(one), Number(other)]
    if (first === second || first > 12 || second > 12) return []
    const readings = [formatDay(Number(year), second, first)!, formatDay(Number(year), first, second)!]
    return [{ readings, start: index, end: index + words.length }]
  })
}

/** The first day of a text that has no year: "NORTHPORT, March 14 (Agency)". */
export function findYearlessDay(text: string): { readonly month: number; readonly day: number } | undefined {
  const groups = findPrintedDays(text).length > 0 ? undefined : YEARLESS.exec(text)?.groups
  if (!groups) return undefined
  return { month: monthNumber(groups.month ?? groups.monthLast!), day: Number(groups.day ?? groups.dayFirst) }
}

/** The English name of a day's weekday. */
export function weekdayOf(day: string): string {
  const name = lists.weekdays[(new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7]!
  return name[0]!.toUpperCase() + name.slice(1)
}

/** True for a line that only dates a later change. */
export function isChange(text: string): boolean {
  return CHANGED.test(text) && !/publish|posted|first/i.test(text)
}

/** "14/02/2017" can be read in one way only; "04/02/2017" in two, so it gives no day. */
function readNumbers(match: RegExpExecArray): PrintedDay[] {
  const [first, second, year] = [Number(match[1]), Number(match[2]), match[3]!]
  if (first !== second && first <= 12 && second <= 12) return []
  const [day, month] = first > 12 ? [first, second] : [second, first]
  return toDay(match, { day: String(day), number: String(month), year })
}

/** The number of a month from its name or abbreviation, 1 to 12. */
export function monthNumber(name: string): number {
  const start = name.toLowerCase().slice(0, 3)
  return lists.months.findIndex((month) => month.startsWith(start)) + 1
}

/** Writes a day as ISO 8601; undefined when the calendar has no such day. */
export function formatDay(year: number, month: number, day: number): string | undefined {
  const time = new Date(Date.UTC(year, month - 1, day))
  const isReal = time.getUTCMonth() === month - 1 && time.getUTCDate() === day
  return isReal ? time.toISOString().slice(0, 10) : undefined
}

/** True for a line that says nothing but when a text was published or changed: "Updated 3 hours ago". */
export function isTimeLine(line: string): boolean {
  const text = line.replace(/ ?\(\p{Lu}[\p{L} ]{1,20}\)/u, '')
  const words = (text.match(/\p{Lu}?\p{Ll}+|\p{Lu}+/gu) ?? []).map((word) => word.toLowerCase())
  if (words.length > 24 || !/\d|ago|yesterday|today|just now/i.test(text)) return false
  if (!words.every((word) => KNOWN.has(word))) return false
  return findPrintedDays(text).length > 0 || CLOCK.test(text) || DAY_AND_MONTH.test(text)
}

/** The day of publication that a time line states: the first one that is not labelled as a change. */
export function readTimeLine(text: string): PrintedDay | undefined {
  const days = findPrintedDays(text)
  let from = 0
  for (const day of days) {
    const label = text.slice(from, day.start)
    if (!isChange(label)) return day
    from = day.end
  }
  return undefined
}
