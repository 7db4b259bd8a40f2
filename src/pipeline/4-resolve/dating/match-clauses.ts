import { isDeclaredAct, isRareByWords } from '../../../lang/kinds.ts'
import type { DateMention } from '../../../model/date.ts'
import type { DatedClause } from './list-clauses.ts'

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
  const holders = new Map<string, DatedClause[]>()
  for (const clause of clauses)
    for (const word of clause.words) {
      const known = holders.get(word)
      if (known) known.push(clause)
      else holders.set(word, [clause])
    }
  const weightOf = (word: string): number => Math.log(1 + clauses.length / holders.get(word)!.length) ** 2
  const lengths = new Map(clauses.map((clause) => [clause, sum([...clause.words].map(weightOf))]))
  return clauses
    .filter(({ source }) => isAsked(source))
    .flatMap((clause) => matchOne(clause, holders, weightOf, lengths))
}

function matchOne(
  clause: DatedClause,
  holders: ReadonlyMap<string, DatedClause[]>,
  weightOf: (word: string) => number,
  lengths: ReadonlyMap<DatedClause, number>,
): Pair[] {
  const shared = new Map<DatedClause, { count: number; weight: number }>()
  for (const word of clause.words) {
    const others = holders.get(word)!
    if (others.length > MOST_CLAUSES) continue
    const weight = weightOf(word)
    for (const other of others) {
      if (other.source === clause.source) continue
      const sum = shared.get(other) ?? { count: 0, weight: 0 }
      sum.count += 1
      sum.weight += weight
      shared.set(other, sum)
    }
  }
  return [...shared]
    .filter(([other]) => !haveOtherMeasures(clause, other))
    .map(([other, { count, weight }]) => {
      const cosine = weight / Math.sqrt(lengths.get(clause)! * lengths.get(other)!)
      const likeness = judge(clause, other, count, cosine)
      return { clause, other, likeness, isHint: likeness < LEAST_LIKENESS && isOneDeed(clause, other) }
    })
    .filter(({ likeness, isHint }) => likeness >= FAINT || isHint)
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
  if (a.acts.isDisjointFrom(b.acts) || !isChecked(a.mention)) return false
  if (a.tense === 'future' && b.tense === 'future')
    return [...a.words.intersection(b.words)].some((word) => a.names.has(word) || b.names.has(word))
  return a.tense !== 'future' && b.tense !== 'future' && a.names.intersection(b.names).size > 1
}

/**
 * Both report an announced act of a rare kind, such as a truce, and share what distinguishes it from
 * another: its outcome ("the truce took effect"), or two names, where neither reports anything else that was
 * done. "Norland and Sudmark met to shore up the truce" reports a meeting.
 */
function isSameAct(a: DatedClause, b: DatedClause): boolean {
  if (!a.outcomes.isDisjointFrom(b.outcomes)) return true
  if (a.acts.isDisjointFrom(b.acts)) return false
  const isShared = [...a.acts.intersection(b.acts)].some(isRareByWords)
  const isOnlyThat = [...a.acts.symmetricDifference(b.acts)].every(isDeclaredAct)
  return isShared && isOnlyThat && a.names.intersection(b.names).size > 1
}

/** A matching weekday or week is a coincidence if the two events differ; "today" matches any event. */
const isChecked = ({ timex, rule }: DateMention): boolean =>
  (timex?.startsWith('XXXX-') ?? false) || rule.endsWith('-unit')

/** Both report one kind of act on a named day with the same measured number: "a magnitude 4.6 quake". */
function isMeasuredAlike(a: DatedClause, b: DatedClause): boolean {
  return isChecked(a.mention) && !a.acts.isDisjointFrom(b.acts) && !a.decimals.isDisjointFrom(b.decimals)
}

const DAY_OF_YEAR = /^[\dX]{4}-(\d\d-\d\d)$/

/** Both name one day of a year, and one kind of act or a name: "will be sworn in on July 1". */
function isSameDayOfYear(a: DatedClause, b: DatedClause): boolean {
  const [one, other] = [a, b].map(({ mention }) => DAY_OF_YEAR.exec(mention.timex ?? '')?.[1])
  return one !== undefined && one === other && !(a.acts.isDisjointFrom(b.acts) && a.names.isDisjointFrom(b.names))
}

/** Both give measured numbers, and none in common: "a magnitude 4.4 quake" and one of 4.6 are two. */
function haveOtherMeasures({ decimals: a }: DatedClause, { decimals: b }: DatedClause): boolean {
  return a.size > 0 && b.size > 0 && a.isDisjointFrom(b)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
