import type { DateInterval } from '../model/date.ts'
import { firstDayNumber, formatDay, lastDayOf } from '../text/calendar.ts'

const MONTHS = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
] as const

/** A calendar date or part of one in words: `2017-02-13` gives "13 February 2017", `2017-02` "February 2017". */
export function formatDate(date: string): string {
  const [year = '', month, day] = date.split('-')
  const name = month ? MONTHS[Number(month) - 1] : undefined
  return [day && String(Number(day)), name, year].filter(Boolean).join(' ')
}

/** The shortest name of a closed interval when it is exactly a year or a month: `2017`, `2017-02`. */
function nameWholePeriod(lo: string, hi: string): string | undefined {
  const year = lo.slice(0, 4)
  const month = lo.slice(0, 7)
  if (lo === `${year}-01-01` && hi === `${year}-12-31`) return year
  return lo === `${month}-01` && hi === lastDayOf(month) ? month : undefined
}

/** Two days in words, what they share said once: "15–16 February 2017", "28 January – 2 February 2017". */
function wordSpan(lo: string, hi: string): string {
  const [first, last] = [formatDate(lo).split(' '), formatDate(hi).split(' ')]
  if (lo.slice(0, 7) === hi.slice(0, 7)) return `${first[0]}–${last.join(' ')}`
  if (lo.slice(0, 4) === hi.slice(0, 4)) return `${first.slice(0, 2).join(' ')} – ${last.join(' ')}`
  return `${first.join(' ')} – ${last.join(' ')}`
}

/** An interval in words: "16 January 2017", "January 2017", "after 3 May 2017"; "date uncertain" when both ends are. */
export function formatInterval({ lo, hi }: DateInterval): string {
  if (lo && hi) {
    if (lo === hi) return formatDate(lo)
    const period = nameWholePeriod(lo, hi)
    return period ? formatDate(period) : wordSpan(lo, hi)
  }
  if (lo) return `${formatDate(lo)} or later`
  return hi ? `${formatDate(hi)} or earlier` : 'date uncertain'
}

/** Short axis label of a day: "2017" at New Year, "Feb" at the start of a month, "13" within one. */
export function labelTick(days: number): string {
  const [year = '', month = '01', day = '01'] = formatDay(days).split('-')
  if (day !== '01') return String(Number(day))
  return month === '01' ? year : (MONTHS[Number(month) - 1] ?? '').slice(0, 3)
}

/** First day of each month between two day counts, for axes. */
export function listMonths(from: number, to: number): number[] {
  const [year = 1970, month = 1] = formatDay(from).split('-').map(Number)
  const firsts: number[] = []
  for (let step = 0; ; step++) {
    const total = month - 1 + step
    const first = firstDayNumber(`${year + Math.floor(total / 12)}-${(total % 12) + 1}-1`)
    if (first > to) return firsts
    if (first >= from) firsts.push(first)
  }
}
