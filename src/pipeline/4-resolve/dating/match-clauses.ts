import { isDeclaredAct, isRareByWords } from '../../../lang/kinds.ts'
import type { DateMention } from '../../../model/date.ts'
import type { DatedClause } from './list-clauses.ts'
import { groupByEach } from '../../../text/group-by-each.ts'

/** Two clauses of two sources that report the same thing. */
export interface Pair {
  /** A clause of a source whose day is looked for. */
  readonly clause: DatedClause
  readonly other: DatedClause
  /** Cosine of their words weighed by rarity, 0 to 1. */
  readonly likeness: number
  /** Too little to date a source, but enough to choose among days that are known otherwise. */
  readonly isHint: boolean
}

/** Clauses less alike than this report different things; those above `FAINT` may be of one story. */
export const LEAST_LIKENESS = 0.3
const FAINT = 0.15
/** Minimum likeness of two clauses on one act: two such pairs date a source, one does not. */
const SAME_ACT = 0.42
/** Minimum shared words of two clauses: to report the same thing, and to be of one story. */
const LEAST_SHARED = 4
const FEW_SHARED = 3
/** A word in more clauses than this is not looked up, so that the cost stays linear in the number of clauses. */
const MOST_CLAUSES = 120
/** How many of a clause's most similar pairs are kept. */
const MOST_PAIRS = 8

/**
 * Finds the clauses of other sources that report the same thing as a clause, and those that may be of the same story.
 *
 * @param clauses of all sources
 * @param isAsked whether a source's day is looked for
 */
export function matchClauses(clauses: readonly DatedClause[], isAsked: (source: number) => boolean): Pair[] {
  const holders = groupByEach(clauses.keys(), (at) => clauses[at]!.words)
  const weights = new Map(
    [...holders].map(([word, held]) => [word, Math.log(1 + clauses.length / held.length) ** 2] as const),
  )
  const lengths = clauses.map(({ words }) => sum(words.map((word) => weights.get(word)!)))
  const sumShared = sharedWords(clauses, holders, weights)
  return clauses.flatMap((clause, at) =>
    isAsked(clause.source) ? rankPairs(clause, lengths[at]!, sumShared(clause), clauses, lengths) : [],
  )
}

/** What a clause shares with another. */
interface Shared {
  /** Place of the other in the list of clauses. */
  readonly at: number
  readonly count: number
  readonly weight: number
}

/**
 * Sums the words that a clause shares with each clause of other sources, in the order in which they are met. One clause
 * meets some thousand others, so the sums are kept in two arrays, which are cleared for the next.
 */
function sharedWords(
  clauses: readonly DatedClause[],
  holders: ReadonlyMap<number, readonly number[]>,
  weights: ReadonlyMap<number, number>,
): (clause: DatedClause) => Shared[] {
  const counts = new Int32Array(clauses.length)
  const sums = new Float64Array(clauses.length)
  return ({ source, words }) => {
    const met: number[] = []
    for (const word of words) {
      const others = holders.get(word)!
      if (others.length > MOST_CLAUSES) continue
      const weight = weights.get(word)!
      for (const at of others) {
        if (clauses[at]!.source === source) continue
        if (counts[at] === 0) met.push(at)
        counts[at]! += 1
        sums[at]! += weight
      }
    }
    const shared = met.map((at) => ({ at, count: counts[at]!, weight: sums[at]! }))
    for (const at of met) counts[at] = sums[at] = 0
    return shared
  }
}

function rankPairs(
  clause: DatedClause,
  length: number,
  shared: readonly Shared[],
  clauses: readonly DatedClause[],
  lengths: readonly number[],
): Pair[] {
  return shared
    .map(({ at, count, weight }) => {
      const other = clauses[at]!
      const likeness = judge(clause, other, count, weight / Math.sqrt(length * lengths[at]!))
      return { clause, other, likeness, isHint: likeness < LEAST_LIKENESS && isOneDeed(clause, other) }
    })
    .filter(({ likeness, isHint, other }) => (likeness >= FAINT || isHint) && !haveOtherMeasures(clause, other))
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_PAIRS)
}

function judge(clause: DatedClause, other: DatedClause, count: number, cosine: number): number {
  if (isSameAct(clause, other) || isMeasuredAlike(clause, other)) return Math.max(cosine, SAME_ACT)
  if (isSameDayOfYear(clause, other)) return Math.max(cosine, LEAST_LIKENESS)
  if (count < FEW_SHARED) return 0
  return count < LEAST_SHARED ? Math.min(cosine, FAINT) : cosine
}

/**
 * Both report one kind of act with shared names, and neither has as past what the other has as future: a meeting in
 * Lund "next week", and one that is set for 23 May "in Lund"; or they name two of those who take part.
 */
function isOneDeed(a: DatedClause, b: DatedClause): boolean {
  if (areDisjoint(a.acts, b.acts) || !isChecked(a.mention)) return false
  const isNamed = a.words.some((word) => b.words.includes(word) && (a.names.has(word) || b.names.has(word)))
  const areNamed = a.names.intersection(b.names).size > 1
  if (!isNamed && !areNamed) return false
  const [one, other] = [a, b].map(({ readTense }) => readTense() === 'future')
  return one === other && (one ? isNamed : areNamed)
}

/**
 * Both report an announced act of a rare kind, such as a truce, and share what distinguishes it from
 * another: its outcome ("the truce took effect"), or two names, where neither reports anything else that was
 * done. "Norland and Sudmark met to shore up the truce" reports a meeting.
 */
function isSameAct(a: DatedClause, b: DatedClause): boolean {
  if (!areDisjoint(a.outcomes, b.outcomes)) return true
  if (areDisjoint(a.acts, b.acts)) return false
  const isShared = [...a.acts.intersection(b.acts)].some(isRareByWords)
  const isOnlyThat = [...a.acts.symmetricDifference(b.acts)].every(isDeclaredAct)
  return isShared && isOnlyThat && a.names.intersection(b.names).size > 1
}

/** A matching weekday or week is a coincidence if the two events differ; "today" matches any event. */
const isChecked = ({ timex, rule }: DateMention): boolean =>
  (timex?.startsWith('XXXX-') ?? false) || rule.endsWith('-unit')

/** Both report one kind of act on a named day with the same measured number: "a magnitude 4.6 quake". */
function isMeasuredAlike(a: DatedClause, b: DatedClause): boolean {
  return !areDisjoint(a.decimals, b.decimals) && !areDisjoint(a.acts, b.acts) && isChecked(a.mention)
}

const DAY_OF_YEAR = /^[\dX]{4}-(\d\d-\d\d)$/

/** Both name one day of a year, and one kind of act or a name: "will be sworn in on July 1". */
function isSameDayOfYear(a: DatedClause, b: DatedClause): boolean {
  const one = dayOfYear(a.mention)
  return (
    one !== undefined && one === dayOfYear(b.mention) && !(areDisjoint(a.acts, b.acts) && areDisjoint(a.names, b.names))
  )
}

const dayOfYear = ({ timex }: DateMention) => DAY_OF_YEAR.exec(timex ?? '')?.[1]

/** Both give measured numbers, and none in common: "a magnitude 4.4 quake" and one of 4.6 are two. */
function haveOtherMeasures({ decimals: a }: DatedClause, { decimals: b }: DatedClause): boolean {
  return a.size > 0 && b.size > 0 && a.isDisjointFrom(b)
}

/** Most of these sets are empty, and asking for their size is quicker. */
const areDisjoint = <T>(a: ReadonlySet<T>, b: ReadonlySet<T>): boolean =>
  a.size === 0 || b.size === 0 || a.isDisjointFrom(b)

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
