import { daysInMonth, formatDay, fromDayNumber, isoWeek, isoWeekday, pad, toDayNumber } from '../../text/calendar.ts'
import type { DateMention } from '../../model/date.ts'

/** A stretch of whole days with its names in both notations. Bounds are day numbers, both inclusive. */
export interface Period {
  readonly precision: NonNullable<DateMention['precision']>
  readonly timex: string
  readonly edtf: string
  readonly lo: number
  readonly hi: number
}

/** First and last month of each season by meteorology of the northern hemisphere, with its EDTF code. */
const SEASONS: Readonly<Record<string, { first: number; last: number; edtf: number }>> = {
  SP: { first: 3, last: 5, edtf: 21 },
  SU: { first: 6, last: 8, edtf: 22 },
  FA: { first: 9, last: 11, edtf: 23 },
  WI: { first: 12, last: 14, edtf: 24 },
}

/** One day. */
export function dayPeriod(day: number): Period {
  const iso = formatDay(day)
  return { precision: 'day', timex: iso, edtf: iso, lo: day, hi: day }
}

/** A part of a day or a clock time: `suffix` is what follows the `T` in TIMEX3. EDTF keeps the day. */
export function timePeriod(day: number, suffix: string): Period {
  return { ...dayPeriod(day), precision: 'time', timex: `${formatDay(day)}T${suffix}` }
}

/** The ISO week that holds a day. */
export function weekPeriod(day: number): Period {
  const { year, week } = isoWeek(day)
  const lo = day - isoWeekday(day) + 1
  return {
    precision: 'week',
    timex: `${pad(year, 4)}-W${pad(week, 2)}`,
    edtf: `${formatDay(lo)}/${formatDay(lo + 6)}`,
    lo,
    hi: lo + 6,
  }
}

/** Saturday and Sunday of the ISO week that holds a day. */
export function weekendPeriod(day: number): Period {
  const week = weekPeriod(day)
  const lo = week.lo + 5
  return {
    precision: 'range',
    timex: `${week.timex}-WE`,
    edtf: `${formatDay(lo)}/${formatDay(week.hi)}`,
    lo,
    hi: week.hi,
  }
}

/** A month; one outside 1 to 12 runs on into the neighbouring years. */
export function monthPeriod(year: number, month: number): Period {
  const lo = toDayNumber(year, month, 1)
  const start = fromDayNumber(lo)
  const timex = `${pad(start.year, 4)}-${pad(start.month, 2)}`
  return { precision: 'month', timex, edtf: timex, lo, hi: lo + daysInMonth(start.year, start.month) - 1 }
}

/** A quarter of a year; one outside 1 to 4 runs on. */
export function quarterPeriod(year: number, quarter: number): Period {
  const lo = toDayNumber(year, quarter * 3 - 2, 1)
  const start = fromDayNumber(lo)
  const number = Math.floor((start.month + 2) / 3)
  const hi = toDayNumber(start.year, start.month + 3, 1) - 1
  return {
    precision: 'quarter',
    timex: `${pad(start.year, 4)}-Q${number}`,
    edtf: `${pad(start.year, 4)}-${32 + number}`,
    lo,
    hi,
  }
}

/** First or second half of a year. */
export function halfPeriod(year: number, half: number): Period {
  const lo = toDayNumber(year, half * 6 - 5, 1)
  const hi = toDayNumber(year, half * 6 + 1, 1) - 1
  return { precision: 'range', timex: `${pad(year, 4)}-H${half}`, edtf: `${pad(year, 4)}-${39 + half}`, lo, hi }
}

/** A season (`SP`, `SU`, `FA`, `WI`). A winter may be the one the year opens or the one it closes with, so it spans both. */
export function seasonPeriod(year: number, code: string): Period {
  const season = SEASONS[code]!
  const lo = toDayNumber(code === 'WI' ? year - 1 : year, season.first, 1)
  const hi = toDayNumber(year, season.last + 1, 1) - 1
  return { precision: 'season', timex: `${pad(year, 4)}-${code}`, edtf: `${pad(year, 4)}-${season.edtf}`, lo, hi }
}

/** A calendar year. */
export function yearPeriod(year: number): Period {
  const timex = pad(year, 4)
  return { precision: 'year', timex, edtf: timex, lo: toDayNumber(year, 1, 1), hi: toDayNumber(year, 12, 31) }
}

/** The ten years that share all but the last digit with `year`. */
export function decadePeriod(year: number): Period {
  const decade = Math.floor(year / 10)
  const lo = toDayNumber(decade * 10, 1, 1)
  return {
    precision: 'decade',
    timex: pad(decade, 3),
    edtf: `${pad(decade, 3)}X`,
    lo,
    hi: toDayNumber(decade * 10 + 9, 12, 31),
  }
}

/** The hundred years that share their first two digits with `year`. */
export function centuryPeriod(year: number): Period {
  const century = Math.floor(year / 100)
  const lo = toDayNumber(century * 100, 1, 1)
  return {
    precision: 'century',
    timex: pad(century, 2),
    edtf: `${pad(century, 2)}XX`,
    lo,
    hi: toDayNumber(century * 100 + 99, 12, 31),
  }
}

/** From the first day of one period to the last of another. */
export function rangePeriod(from: Period, to: Period): Period {
  const start = from.edtf.split('/')[0]!
  const end = to.edtf.split('/').at(-1)!
  return { precision: 'range', timex: `${from.timex}/${to.timex}`, edtf: `${start}/${end}`, lo: from.lo, hi: to.hi }
}
