import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { toDayNumber } from '../../../text/calendar.ts'

const months: Record<string, number> = parse(readFileSync(new URL('../months.yml', import.meta.url), 'utf8'))
const names = Object.keys(months)
  .sort((a, b) => b.length - a.length)
  .join('|')
const DAY = new RegExp(String.raw`\b(?:(${names})\.? (\d{1,2})|(\d{1,2}) (${names}))\b(?! ?[-–]? ?\d)`, 'gi')
/** A leap year, so that each day of a year has a number; only days of one year are compared. */
const ANY_YEAR = 2000

/** A day of some year, with the words that give it. */
export interface NamedDay {
  readonly words: string
  /** Days, counted within one year. */
  readonly number: number
}

/** The days that a line names by month and number: "Feb. 20", "3 March". A range or a day with its year is none. */
export function readDays(line: string): NamedDay[] {
  return Array.from(line.matchAll(DAY), ([words, month, day, dayFirst, monthAfter]) => ({
    words,
    number: toDayNumber(ANY_YEAR, months[(month ?? monthAfter)!.toLowerCase()]!, Number(day ?? dayFirst)),
  }))
}

/** The day of a date or TIMEX value that names one: `2017-02-20` and `XXXX-02-20` are the same day. */
export function dayWithinYear(value: string | undefined): number | undefined {
  const [, month, day] = /^(?:\d{4}|XXXX)-(\d\d)-(\d\d)$/.exec(value ?? '') ?? []
  return month && day ? toDayNumber(ANY_YEAR, Number(month), Number(day)) : undefined
}
