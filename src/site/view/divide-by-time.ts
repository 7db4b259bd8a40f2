import { wordDate } from '../../figures/word-date.ts'

/** A list longer than this is divided: by year, and a year longer than this by month. */
export const MOST_ON_A_PAGE = 150

/** What no date places. */
export const UNDATED = 'undated'

/** A part of a long list with an address of its own. */
export interface Period<T> {
  /** `2016`, `2016-03` or `undated`: the last folder of the address, which stays as the list grows. */
  readonly id: string
  readonly name: string
  /** All that falls into it. */
  readonly count: number
  /** What its page lists; a divided year lists only what has no month. */
  readonly items: readonly T[]
  /** The months of a divided year. */
  readonly months: readonly Period<T>[]
}

const wordPeriod = (id: string) => (id === UNDATED ? 'Without a date' : wordDate(id))

/** The month or year that an interval of days lies in, by its first known day when it is longer than a year. */
export function nameSpan({ lo, hi }: { readonly lo?: string | undefined; readonly hi?: string | undefined }): string | undefined {
  const first = lo ?? hi
  return first && first.slice(0, 7) === (hi ?? first).slice(0, 7) ? first.slice(0, 7) : first?.slice(0, 4)
}

/** A list by year, and by month where a year is long, in the given order. */
export function divideByTime<T>(items: readonly T[], dateOf: (item: T) => string | undefined): Period<T>[] {
  const years = Map.groupBy(items, (item) => dateOf(item)?.slice(0, 4) ?? UNDATED)
  return [...years].map(([id, of]) => {
    const months = id === UNDATED || of.length <= MOST_ON_A_PAGE ? [] : divideYear(of, dateOf)
    const inMonths = new Set(months.flatMap((month) => month.items))
    return { id, name: wordPeriod(id), count: of.length, items: of.filter((item) => !inMonths.has(item)), months }
  })
}

function divideYear<T>(items: readonly T[], dateOf: (item: T) => string | undefined): Period<T>[] {
  const months = Map.groupBy(items, (item) => dateOf(item)!.slice(0, 7))
  return [...months]
    .filter(([id]) => id.length === 7)
    .map(([id, of]) => ({ id, name: wordPeriod(id), count: of.length, items: of, months: [] }))
}

/** Every period that has a page; none while the whole list fits on one. */
export function listPeriods<T>(items: readonly T[], dateOf: (item: T) => string | undefined): Period<T>[] {
  if (items.length <= MOST_ON_A_PAGE) return []
  return divideByTime(items, dateOf).flatMap((year) => [year, ...year.months])
}
