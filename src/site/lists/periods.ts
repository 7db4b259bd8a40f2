import { formatNumber, t } from '../text/text.ts'
import { formatDate } from '../../figures/word-date.ts'

/** A longer list is divided: by year, longer years by month, and longer months into runs of this length. */
export const MOST_ON_A_PAGE = 100
/** The same of dated events, of which each takes two lines. */
export const MOST_DATED_EVENTS = 200

/** Items without a date. */
export const UNDATED = 'undated'

/** Lengths of a year, a month and a day as they are written: `2016`, `2016-03`, `2016-03-14`. */
const LENGTHS = [4, 7, 10]

/** A part of a long list with its own address. */
export interface ListPart<T> {
  /** `2016`, `2016-03`, `undated`, or a later run as `undated-part-2`: the last folder of the address, which stays as the list grows. */
  readonly id: string
  readonly name: string
  /** All that falls into it. */
  readonly count: number
  /** Items on its page: for a divided period only those in none of its parts. */
  readonly items: readonly T[]
  readonly parts: readonly ListPart<T>[]
}

type DateOf<T> = (item: T) => string | undefined

/** The day, month or year of an interval of days, by its first known day if it is longer than a year. */
export function spanOf({
  lo,
  hi,
}: {
  readonly lo?: string | undefined
  readonly hi?: string | undefined
}): string | undefined {
  const first = lo ?? hi
  const last = hi ?? first
  const length = LENGTHS.findLast((one) => first?.slice(0, one) === last?.slice(0, one))
  return first?.slice(0, length ?? 4)
}

/** The years of a list that is too long for one page, in order, undated items last; empty for a shorter list. */
export function divideByTime<T>(items: readonly T[], dateOf: DateOf<T>, most = MOST_ON_A_PAGE): ListPart<T>[] {
  if (items.length <= most) return []
  return groupInOrder(items, (item) => dateOf(item)?.slice(0, 4) ?? UNDATED).map(([id, of]) =>
    divide(id, of, dateOf, most),
  )
}

function divide<T>(id: string, items: readonly T[], dateOf: DateOf<T>, most: number): ListPart<T> {
  const finer = items.length > most && id !== UNDATED ? groupByMonth(id, items, dateOf) : []
  const inFiner = new Set(finer.flatMap(([, of]) => of))
  const [own = [], ...runs] = cutRuns(
    items.filter((item) => !inFiner.has(item)),
    most,
  )
  const name = id === UNDATED ? t.lists.withoutDate : formatDate(id)
  const later = runs.map((run, index) => ({
    id: `${id}-part-${index + 2}`,
    name: t.lists.part(name, index + 2),
    count: run.length,
    items: run,
    parts: [],
  }))
  return {
    id,
    name,
    count: items.length,
    items: own,
    parts: [...later, ...finer.map(([month, of]) => divide(month, of, dateOf, most))],
  }
}

/** The months of a year. Items without a month are dropped; days are not subdivided. */
function groupByMonth<T>(id: string, items: readonly T[], dateOf: DateOf<T>): [string, T[]][] {
  const [year, length] = LENGTHS
  if (id.length !== year) return []
  return groupInOrder(items, (item) => dateOf(item)!.slice(0, length)).filter(([month]) => month.length === length)
}

function groupInOrder<T>(items: readonly T[], idOf: (item: T) => string): [string, T[]][] {
  return [...Map.groupBy(items, idOf)].sort(([a], [b]) => (a < b ? -1 : 1))
}

function cutRuns<T>(items: readonly T[], most: number): T[][] {
  const count = Math.ceil(items.length / most)
  return Array.from({ length: count }, (_, index) => items.slice(index * most, (index + 1) * most))
}

/** Periods with all their parts, in the order in which a reader turns the pages. */
export function listPeriods<T>(periods: readonly ListPart<T>[]): ListPart<T>[] {
  return periods.flatMap((period) => [period, ...listPeriods(period.parts)])
}

/** The period with this id, after those that contain it; undefined if there is none. */
export function findTrail<T>(periods: readonly ListPart<T>[], id: string): ListPart<T>[] {
  for (const period of periods) {
    if (period.id === id) return [period]
    const inside = findTrail(period.parts, id)
    if (inside.length > 0) return [period, ...inside]
  }
  return []
}

/** The pages before and after a period's that list something. */
export function findBeside<T>(
  periods: readonly ListPart<T>[],
  id: string,
): { previous?: ListPart<T> | undefined; next?: ListPart<T> | undefined } {
  const all = listPeriods(periods)
  const here = all.findIndex((period) => period.id === id)
  const isListing = ({ items }: ListPart<T>) => items.length > 0
  return { previous: all.slice(0, here).findLast(isListing), next: all.slice(here + 1).find(isListing) }
}

/** A link from the page of one part to that of another. */
export interface PartLink {
  readonly id: string
  /** Within its parent: "March" of "March 2016". */
  readonly name: string
  /** The name in full, where that is another. */
  readonly title?: string | undefined
  /** How much it holds. */
  readonly count: string
}

/** The years of a list, and the parts of each period that the page of one is in, outermost first. */
export function listRows(years: readonly ListPart<unknown>[], here?: string): PartLink[][] {
  const trail = here === undefined ? [] : findTrail(years, here)
  const rows = [{ whole: undefined, parts: years }, ...trail.map((whole) => ({ whole, parts: whole.parts }))]
  return rows
    .filter(({ parts }) => parts.length > 0)
    .map(({ whole, parts }) =>
      parts.map((part) => ({
        id: part.id,
        name: shortenName(part, whole),
        ...(whole && { title: part.name }),
        count: formatNumber(part.count),
      })),
    )
}

/** A part's name without the name of its parent: "March" of "March 2016" within "2016". */
export function shortenName(
  { name }: Pick<ListPart<unknown>, 'name'>,
  whole: Pick<ListPart<unknown>, 'name'> | undefined,
): string {
  return whole ? name.replace(whole.name, '').replace(/^, /, '').trim() : name
}
