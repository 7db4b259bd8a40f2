import { intersect } from '../../../text/compare.ts'
import { compareFigures } from './compare-figures.ts'
import { areOfTwoStories } from './compare-scopes.ts'
import { excludes } from './compare-values.ts'
import type { FigureStatement } from './figure-statement.ts'
import type { StatementTable } from './group-rows.ts'
import { blockKeys, membersOf, putLatest } from './group-rows.ts'
import { countsPeople } from '../../../lang/kinds.ts'
import type { Objection } from './evidence.ts'
import { forceOf, isFarApart, isOneQuake, QUAKE } from './evidence.ts'

/** Two figures that may be of one thing and differ, and are not sure enough to be shown so. */
export interface LikelyDifference {
  readonly own: FigureStatement
  readonly other: FigureStatement
  /** The table of the other. */
  readonly otherTable: StatementTable
  /** Why they are not compared. */
  readonly objection: Objection
}

/**
 * Finds pairs of figures from two tables that may differ, for a person to decide. Of each quantity of a story, only
 * the pair with the
 * most similar wording is listed, so that there is one question about it.
 *
 * @returns the pairs of each table that has some
 */
export function findLikelyPairs(tables: readonly StatementTable[]): Map<StatementTable, LikelyDifference[]> {
  const best = new Map<string, { table: StatementTable; pair: LikelyDifference; alike: number }>()
  for (const [table, others] of neighbours(tables))
    for (const pair of others.flatMap((other) => pairsBetween(table, other))) {
      const [thing, alike] = [thingOf(pair.own), intersect(pair.own.stems, pair.other.stems).length]
      if (alike > (best.get(thing)?.alike ?? -1)) best.set(thing, { table, pair, alike })
    }
  const byTable = Map.groupBy(best.values(), ({ table }) => table)
  return new Map([...byTable].map(([table, held]) => [table, held.map(({ pair }) => pair)]))
}

/** Each table with the earlier ones that can be of the same quantity. */
function* neighbours(tables: readonly StatementTable[]): Generator<readonly [StatementTable, StatementTable[]]> {
  const index = new Map<string, StatementTable[]>()
  for (const table of tables) {
    const keys = blockKeys(table.first)
    const held = [...new Set(keys.flatMap((key) => index.get(key) ?? []))]
    yield [table, held.filter((other) => !areOfTwoStories(other.first, table.first))]
    for (const key of keys) putLatest(index, key, table)
  }
}

function pairsBetween(table: StatementTable, earlier: StatementTable): LikelyDifference[] {
  return membersOf(earlier).flatMap((other) =>
    membersOf(table).flatMap((own) => {
      if (!isCandidate(other, own)) return []
      const { objection } = compareFigures(other, own)
      return objection && isLikely(other, own, objection) ? [{ own, other, otherTable: earlier, objection }] : []
    }),
  )
}

const thingOf = ({ story, row, quantity, head }: FigureStatement) =>
  `${story} ${row.unit} ${head === '' || countsPeople(quantity) ? quantity : ''} ${head}`

/** Two numbers in one story that exclude one another, each the only one of its source. */
function isCandidate(a: FigureStatement, b: FigureStatement): boolean {
  if (a.story !== b.story || a.row.at.file === b.row.at.file || !excludes(a.row, b.row)) return false
  const isOne = (a.isOnly && b.isOnly) || areTwins(a, b)
  return isOne && !isFarApart(a, b) && shareNames(a, b) && ![a, b].some(countsName)
}

/** Of one kind, and separated only by a weak objection. */
function isLikely(a: FigureStatement, b: FigureStatement, objection: Objection): boolean {
  if (areTwins(a, b)) return true
  if (objection.code === 'part') return isPartOfOneKind(a, b)
  const isDoubted = objection.code === 'lead-day' || ['weak', 'none'].includes(forceOf(objection))
  const isPlain = [a, b].every(
    ({ scope }) => scope.time === undefined && [...scope.cues].every((cue) => cue === 'minor'),
  )
  if (objection.code === 'other-kind') return isPlain && isOneUnsaid(a, b)
  return isDoubted && isPlain && areOfOneKind(a, b)
}

/** "Magnitudes of 7.6 and 7.4", "of 7.6 and 7.5": beside an equal one, the other is of the same earthquake. */
function areTwins(a: FigureStatement, b: FigureStatement): boolean {
  if (a.row.unit !== 'magnitude' || b.row.unit !== 'magnitude') return false
  const own = new Set([a, b].map(({ row }) => `${row.low} magnitude`))
  const isNear = Math.abs((a.row.low ?? 0) - (b.row.low ?? 0)) <= QUAKE
  return isNear && intersect(a.anchors, b.anchors).some((anchor) => !own.has(anchor))
}

/** Minimum share of the shorter source's names that both mention: reports of two matches are worded alike. */
const NAMES = 1 / 6

function shareNames({ known: a }: FigureStatement, { known: b }: FigureStatement): boolean {
  return intersect(a, b).length >= NAMES * Math.min(a.size, b.size)
}

/** "Ayr 6 Berwick 0": a number before a name is a score, or a place in a table. */
function countsName({ quantity, row }: FigureStatement): boolean {
  return quantity === 'count' && row.unit === 'count' && /(?:^| )\p{Lu}\S*(?: \d+)*$/u.test(row.counted ?? '')
}

/** "Three bombs exploded", "five bombs, of which four exploded": what became of the things is the same part of them. */
function isPartOfOneKind(a: FigureStatement, b: FigureStatement): boolean {
  const isOneHead = a.head === b.head || a.head === '' || b.head === ''
  return isOneHead && a.quantity === b.quantity && a.quantity !== 'count' && !countsPeople(a.quantity)
}

/** "A dozen ships", "17 hijacked ships": each source counts these things once, and neither says what became of them. */
function isOneUnsaid(a: FigureStatement, b: FigureStatement): boolean {
  return a.quantity === 'count' && b.quantity === 'count' && isOneThing(a, b)
}

function isOneThing(a: FigureStatement, b: FigureStatement): boolean {
  const isNamed = a.head !== '' && a.head === b.head && a.row.unit === 'count'
  return isNamed && a.isOnlyOfThing && b.isOnlyOfThing && intersect(a.stems, b.stems).length >= ALIKE
}

/** One says what became of the things and the other need not; of people, and where neither says it, more must agree. */
function areOfOneKind(a: FigureStatement, b: FigureStatement): boolean {
  if (a.head !== b.head || (a.row.unit === 'magnitude' && !isOneQuake(a, b))) return false
  const areLeading = a.isLeading || b.isLeading
  if (a.quantity === b.quantity && a.quantity !== 'count')
    return a.quantity === 'distance' ? a.head !== '' : areLeading || (a.head !== '' && !countsPeople(a.quantity))
  const shared = intersect(a.stems, b.stems).length
  if (a.head === '' || a.row.unit !== 'count') return false
  return shared >= (areLeading ? ALIKE : VERY_ALIKE) || isOneThing(a, b)
}

/** Words that two sentences share where at least one source leads with its number, and where none does. */
const ALIKE = 2
const VERY_ALIKE = 3
