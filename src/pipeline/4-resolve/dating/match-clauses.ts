import type { DatedClause } from './list-clauses.ts'

/** Two clauses of two sources that tell the same. */
export interface Pair {
  /** A clause of a source whose day is looked for. */
  readonly clause: DatedClause
  readonly other: DatedClause
  /** Cosine of their words weighed by rarity, 0 to 1. */
  readonly likeness: number
}

/** Clauses less alike than this tell two things; those above `FAINT` may be of one story. */
export const LEAST_LIKENESS = 0.3
const FAINT = 0.15
/** Words that two clauses share at least, to tell one thing and to be of one story. */
const LEAST_SHARED = 4
const FEW_SHARED = 3
/** A word of more clauses than this leads to none: the cost stays linear in the number of clauses. */
const MOST_CLAUSES = 120
/** The likest pairs of one clause that are kept. */
const MOST_PAIRS = 8

/**
 * Finds the clauses of other sources that tell what a clause tells, and those that may be of the same story.
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
    for (const other of others) {
      if (other.source === clause.source) continue
      const { count = 0, weight = 0 } = shared.get(other) ?? {}
      shared.set(other, { count: count + 1, weight: weight + weightOf(word) })
    }
  }
  return [...shared]
    .filter(([other, { count }]) => count >= FEW_SHARED && !isMeasuredApart(clause, other))
    .map(([other, { count, weight }]) => {
      const likeness = weight / Math.sqrt(lengths.get(clause)! * lengths.get(other)!)
      return { clause, other, likeness: count < LEAST_SHARED ? Math.min(likeness, FAINT) : likeness }
    })
    .filter(({ likeness }) => likeness >= FAINT)
    .sort((a, b) => b.likeness - a.likeness)
    .slice(0, MOST_PAIRS)
}

/** Both give measured numbers, and none in common: "a magnitude 4.4 quake" and one of 4.6 are two. */
function isMeasuredApart({ decimals: a }: DatedClause, { decimals: b }: DatedClause): boolean {
  return a.size > 0 && b.size > 0 && a.isDisjointFrom(b)
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, number) => total + number, 0)
