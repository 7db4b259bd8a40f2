import { isCommonAct, isWeakAct } from '../../../lang/kinds.ts'
import type { JoinStep } from '../../../model/evidence.ts'
import { formatDay } from '../../../text/calendar.ts'
import { intersect } from '../../../text/compare.ts'
import { startNumbering } from '../../../text/numbering.ts'
import type { DatedStatement } from './collect-statements.ts'
import { findRepeated } from './find-repeated.ts'
import {
  canBeNear,
  collectNamed,
  ENOUGH,
  findObjection,
  NEAR,
  sayEvidence,
  sharedStems,
  wordsNeeded,
} from './find-objection.ts'
import type { Time } from './read-time.ts'
import { gapOfTimes } from './read-time.ts'

/** Statements of one dated event. */
export interface StatementGroup {
  readonly first: DatedStatement
  readonly others: { readonly statement: DatedStatement; readonly step: JoinStep }[]
  /** Groups that may be of the same event, with the weight of evidence. */
  readonly possibly: { readonly cluster: StatementGroup; readonly step: JoinStep; readonly weight: number }[]
}

/** Maximum earlier statements with the same act, name and month that one statement is compared with. */
const CROWD = 60
/** Uncertain joins kept for one dated event: those with most evidence. */
export const POSSIBLE = 6

/**
 * Groups statements of the same dated event. Each is compared with the first statements of groups that share
 * an act, a name and a month, so the work grows with the number of statements, and chains never form.
 *
 * @param statements in the order in which they are to be read
 */
export function groupStatements(statements: readonly DatedStatement[]): StatementGroup[] {
  const clusters: StatementGroup[] = []
  const index: BlockIndex<StatementGroup> = new Map()
  const isRepeated = findRepeated(statements, pairsOf)
  for (const statement of statements) {
    const pairs = pairsOf(statement).filter(isRepeated)
    const found = seekBlocks(index, { times: timesToSeek(statement), pairs })
    const likenesses = [...new Set(found.flatMap((held) => held.slice(-CROWD)))].flatMap((cluster) => {
      const likeness = compareWithCluster(cluster, statement)
      return likeness ? [{ cluster, ...likeness }] : []
    })
    likenesses.sort((a, b) => b.weight - a.weight)
    const same = likenesses.find(({ kind }) => kind === 'same')
    if (same) {
      same.cluster.others.push({ statement, step: same.explain() })
      continue
    }
    const cluster: StatementGroup = { first: statement, others: [], possibly: [] }
    clusters.push(cluster)
    putInBlocks(index, { times: timesToPut(statement), pairs }, cluster)
    for (const { cluster: other, explain, weight } of likenesses.slice(0, POSSIBLE)) {
      const step = explain()
      cluster.possibly.push({ cluster: other, step, weight })
      other.possibly.push({ cluster, step, weight })
    }
  }
  return clusters
}

/** Compares with the first statement; one that another member excludes (its sentence, or another day) is at most possibly the same. */
function compareWithCluster(
  { first, others }: StatementGroup,
  statement: DatedStatement,
): StatementLikeness | undefined {
  const likeness = compareStatements(first, statement)
  if (likeness?.kind !== 'same') return likeness
  const excluding = others.find(
    (other) =>
      other.statement.sentence === statement.sentence || gapOfTimes(other.statement.time, statement.time) !== 0,
  )
  return excluding ? compareStatements(excluding.statement, statement) : likeness
}

/** The result of comparing two dated statements; the weight grows with what they share. */
export interface StatementLikeness {
  readonly kind: 'same' | 'possibly'
  /** Only asked for the few that are kept. */
  readonly explain: () => JoinStep
  readonly weight: number
}

/**
 * Compares two dated statements by time, participants and wording.
 *
 * @returns `same` when all three agree, `possibly` when they report the same kind of act of the same names at
 *   nearly the same time, nothing otherwise
 */
function compareStatements(a: DatedStatement, b: DatedStatement): StatementLikeness | undefined {
  const gap = gapOfTimes(a.time, b.time)
  if (!canBeNear(a, b, gap) || a.sentence === b.sentence || haveOtherOrdinals(a, b) || !shareName(a, b))
    return undefined
  const named = collectNamed(a, b)
  const needed = wordsNeeded(a, b, gap, named)
  if (needed > a.stems.length) return undefined
  const evidence = { ...named, stems: sharedStems(a, b) }
  const { acts, actors, names, stems } = evidence
  if ((acts.length === 0 && stems.length < ENOUGH) || stems.length < needed) return undefined
  const weight = acts.length * 2 + actors.length * 2 + names.length + stems.length
  const shown = () => sayEvidence(evidence, a.sentence)
  const objection = findObjection(a, b, gap, evidence)
  if (objection === undefined)
    return {
      kind: 'same',
      weight,
      explain: () => ({ rule: 'event/same', reason: `The days agree and both mention ${shown()}.` }),
    }
  const isOtherDay = gap !== undefined && gap > 0 && isOnce(a, b, acts)
  const rule = isOtherDay ? 'event/near-dates' : 'event/possibly-same'
  return { kind: 'possibly', weight, explain: () => ({ rule, reason: `Both mention ${shown()}, but ${objection}.` }) }
}

function shareName(a: DatedStatement, b: DatedStatement): boolean {
  return !a.actors.isDisjointFrom(b.actors) || !a.places.isDisjointFrom(b.places)
}

/**
 * Can only be of one day: a plan, or an act that is not reported daily, as attacks and meetings are. Of what
 * only one of them numbers ("the sixth aftershock") there are several.
 */
function isOnce(a: DatedStatement, b: DatedStatement, acts: readonly string[]): boolean {
  if (a.mode.mode !== b.mode.mode || a.ordinals.size > 0 !== b.ordinals.size > 0) return false
  return a.mode.mode === 'plan' || acts.some((act) => !isCommonAct(act))
}

/** Both number what they report ("the sixth round"), with different numbers. */
export function haveOtherOrdinals(a: DatedStatement, b: DatedStatement): boolean {
  return a.ordinals.size > 0 && b.ordinals.size > 0 && intersect(a.ordinals, b.ordinals).length === 0
}

/** Where a thing is looked for: every time with every pair of a subject and a name. */
export interface BlockKeys {
  readonly times: readonly string[]
  /** Numbers of the pairs (`pairUp`). */
  readonly pairs: readonly number[]
}

/** The only thing under a pair. */
interface Single<T> {
  readonly times: readonly string[]
  readonly thing: T
}

/**
 * Items by pair and then by time: a pair is looked up once for all times. The pairs that only one
 * thing has share an entry.
 */
export type BlockIndex<T> = Map<number, Single<T> | Map<string, T[]>>

/** Puts a thing under all its keys. */
export function putInBlocks<T>(index: BlockIndex<T>, { times, pairs }: BlockKeys, thing: T): void {
  const single = { times, thing }
  for (const pair of pairs) {
    const held = index.get(pair)
    if (held === undefined) index.set(pair, single)
    else if (held instanceof Map) putAtTimes(held, single)
    else index.set(pair, putAtTimes(putAtTimes(new Map(), held), single))
  }
}

function putAtTimes<T>(byTime: Map<string, T[]>, { times, thing }: Single<T>): Map<string, T[]> {
  for (const time of times) {
    const things = byTime.get(time)
    if (things) things.push(thing)
    else byTime.set(time, [thing])
  }
  return byTime
}

/** The keys without the pairs that nobody looks for. */
export function keepPairs({ times, pairs }: BlockKeys, isSought: (pair: number) => boolean): BlockKeys {
  return { times, pairs: pairs.filter(isSought) }
}

/** The things under each key that holds any, time by time, in the order in which they were put there. */
export function seekBlocks<T>(index: BlockIndex<T>, { times, pairs }: BlockKeys): T[][] {
  const found = pairs.map((pair) => index.get(pair)).filter((held) => held !== undefined)
  return times.flatMap((time) => found.map((held) => thingsAt(held, time)).filter((things) => things !== undefined))
}

function thingsAt<T>(held: Single<T> | Map<string, T[]>, time: string): T[] | undefined {
  if (held instanceof Map) return held.get(time)
  return held.times.includes(time) ? [held.thing] : undefined
}

/** Longest interval (days) that is looked up month by month; longer ones are too vague to be joined. */
const LONGEST = 366

/** Keys under which a statement is found: month, kind of act and name; without an act, its words take their place. */
export function putKeys(statement: DatedStatement): BlockKeys {
  return { times: timesToPut(statement), pairs: pairsOf(statement) }
}

/** Keys under which statements of the same time, as far as it is known, are found. */
export function seekKeys(statement: DatedStatement): BlockKeys {
  return { times: timesToSeek(statement), pairs: pairsOf(statement) }
}

const pairsOf = (statement: DatedStatement) => pairUp(statement, [...statement.actors, ...statement.places])

function timesToPut({ time }: DatedStatement): string[] {
  if (time.kind === 'unknown') return ['unknown']
  return [...monthsOf(time), ...monthNames(time).map((month) => `${time.kind} ${month}`), time.kind]
}

function timesToSeek({ time }: DatedStatement): string[] {
  const months = monthNames(time)
  const yearless = months.map((month) => `yearless ${month}`)
  return {
    placed: [...monthsOf(time), ...yearless, 'unknown'],
    yearless: [...months.map((month) => `placed ${month}`), ...yearless, 'unknown'],
    unknown: ['placed', 'yearless', 'unknown'],
  }[time.kind]
}

/** Keys of act and name without a time, for links over weeks; names of the sentence and of the opening of its source. */
export function looseKeys(statement: DatedStatement): BlockKeys {
  return { times: [''], pairs: pairUp(statement, [...statement.names, ...statement.opening]) }
}

const [numberAct, numberName] = [startNumbering(), startNumbering()]
/** More than there are names. */
const NAMES = 2 ** 28

/** One number for each pair of a subject and a name: a large dossier has millions, which as texts would be most of this stage. */
function pairUp({ acts, stems }: DatedStatement, names: readonly string[]): number[] {
  const strong = [...acts].filter((act) => !isWeakAct(act))
  const subjects = strong.length > 0 ? strong.map((act) => 2 * numberAct(act)) : stems.map((stem) => 2 * stem + 1)
  const once = [...new Set(names)].map(numberName)
  return subjects.flatMap((subject) => once.map((name) => subject * NAMES + name))
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

/** `MM` of each month, in any year. */
function monthNames(time: Time): string[] {
  if (time.kind === 'unknown') return []
  return [...new Set(monthsOf({ ...time, kind: 'placed' }).map((month) => month.slice(5)))]
}
