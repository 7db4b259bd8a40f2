import { formatDay } from '../../../text/calendar.ts'
import { isWeakAct } from '../../../lang/acts.ts'
import type { DatedStatement } from './collect-statements.ts'
import { NEAR } from './find-objection.ts'
import type { Time } from './read-time.ts'

/** Where a thing is looked for: every time with every pair of a subject and a name. */
export interface BlockKeys {
  readonly times: readonly string[]
  readonly pairs: readonly string[]
}

/** Things by pair and then by time: most pairs stand nowhere else, and are looked up once for all times. */
export type BlockIndex<T> = Map<string, Map<string, T[]>>

/** Puts a thing under all its keys. */
export function putInBlocks<T>(index: BlockIndex<T>, { times, pairs }: BlockKeys, thing: T): void {
  for (const pair of pairs) {
    let byTime = index.get(pair)
    if (!byTime) index.set(pair, (byTime = new Map()))
    for (const time of times) {
      const things = byTime.get(time)
      if (things) things.push(thing)
      else byTime.set(time, [thing])
    }
  }
}

/** The things under each key that holds any, time by time, in the order in which they were put there. */
export function seekBlocks<T>(index: BlockIndex<T>, { times, pairs }: BlockKeys): T[][] {
  const found = pairs.map((pair) => index.get(pair)).filter((byTime) => byTime !== undefined)
  return times.flatMap((time) => found.map((byTime) => byTime.get(time)).filter((things) => things !== undefined))
}

/** Longest interval (days) that is looked up month by month; longer ones are too vague to be joined. */
const LONGEST = 366

/** Keys under which a statement is found: month, kind of act and name; words stand in where it tells of no act. */
export function putKeys(statement: DatedStatement): BlockKeys {
  const { kind } = statement.time
  const times =
    kind === 'unknown'
      ? ['unknown']
      : [...monthsOf(statement.time), ...monthNames(statement.time).map((month) => `${kind} ${month}`), kind]
  return { times, pairs: pairUp(statement, [...statement.actors, ...statement.places]) }
}

/** Keys under which statements of the same time as far as it is known are looked for. */
export function seekKeys(statement: DatedStatement): BlockKeys {
  const months = monthNames(statement.time)
  const yearless = months.map((month) => `yearless ${month}`)
  const times = {
    placed: [...monthsOf(statement.time), ...yearless, 'unknown'],
    yearless: [...months.map((month) => `placed ${month}`), ...yearless, 'unknown'],
    unknown: ['placed', 'yearless', 'unknown'],
  }[statement.time.kind]
  return { times, pairs: pairUp(statement, [...statement.actors, ...statement.places]) }
}

/** Keys of act and name without a time, for links over weeks; names of the sentence and of the opening of its source. */
export function looseKeys(statement: DatedStatement): BlockKeys {
  return { times: [''], pairs: pairUp(statement, [...statement.names, ...statement.opening]) }
}

function pairUp({ acts, stems }: DatedStatement, names: readonly string[]): string[] {
  const strong = [...acts].filter((act) => !isWeakAct(act))
  const subjects = strong.length > 0 ? strong : [...stems]
  return subjects.flatMap((subject) => [...new Set(names)].map((name) => `${subject} ${name}`))
}

/** `YYYY-MM` of each month of a placed time, with the days on either side that still count as near. */
function monthsOf({ kind, interval }: Time): string[] {
  if (kind !== 'placed') return []
  const [from, to] = [
    Number.isFinite(interval.first) ? interval.first : interval.last,
    Number.isFinite(interval.last) ? interval.last : interval.first,
  ]
  if (to - from > LONGEST) return []
  const months = new Set<string>()
  for (let day = from - NEAR; day < to + NEAR; day += 28) months.add(formatDay(day).slice(0, 7))
  return [...months.add(formatDay(to + NEAR).slice(0, 7))]
}

/** `MM` of each month, whatever the year. */
function monthNames(time: Time): string[] {
  if (time.kind === 'unknown') return []
  return [...new Set(monthsOf({ ...time, kind: 'placed' }).map((month) => month.slice(5)))]
}
