import type { Days, Probe } from './probe.ts'
import type { Pair } from './match-clauses.ts'

/** A pair of clauses and the days of publication from which both tell the same. */
export interface Clue extends Days {
  readonly pair: Pair
  /** What the date means, as the other source tells. */
  readonly meant: Days
  /** How much it takes for the clue to be chance, in bits. */
  readonly bits: number
}

/** When a source appeared, and the clues that say so. */
export interface Dating extends Days {
  readonly clues: readonly Clue[]
}

/** What the other sources say of a day of publication. */
export type Verdict = Dating | { readonly disagreeing: readonly [Clue, Clue] } | undefined

/** Clues weigh so many bits together, a chance of one in a hundred, before they date a source … */
const ENOUGH = 6.6
/** … and those against them no more than this part of it. */
const MOST_AGAINST = 0.2
/** Dates that mean more days than this narrow nothing. */
const WIDEST = 31

/**
 * The clue of a pair: what is told "today" is often printed with the day after. Undefined when nothing follows from it.
 */
export function readClue(pair: Pair, meant: Days, probe: Probe): Clue | undefined {
  if (meant.hi - meant.lo >= WIDEST) return undefined
  const reached = probe.reach(pair.clause.mention, meant)
  const days = reached && { lo: reached.lo, hi: Math.max(reached.hi, reached.lo + 1) }
  return days && { ...days, pair, meant, bits: chance(pair.clause.mention.timex ?? '', meant) + likeness(pair) }
}

/** That a weekday, a month, or a day of a month fits by chance. Words such as "yesterday" fit every day. */
function chance(timex: string, { lo, hi }: Days): number {
  const days = hi - lo + 1
  if (/^XXXX-WXX-\d/.test(timex)) return Math.max(0, Math.log2(7 / days))
  if (/^XXXX-\d\d-\d\d/.test(timex)) return Math.log2(365 / days)
  return /^XXXX-\d\d/.test(timex) ? Math.log2(12) : 0
}

/**
 * That two clauses so alike tell two things. Of clauses in six stories that name a weekday each, a fifth named two
 * weekdays at a likeness of 0.3 to 0.4, and none above.
 */
const likeness = (pair: Pair): number => Math.min(8, 2 + 22 * (pair.likeness - 0.3))

/** Weighs the clues: the days on which most of them agree, unless too many speak against them. */
export function weighClues(clues: readonly Clue[]): Verdict {
  const groups = clues.map(({ lo }) => clues.filter((clue) => clue.lo <= lo && clue.hi >= lo))
  const best = groups.reduce<readonly Clue[]>((most, group) => (weigh(group) > weigh(most) ? group : most), [])
  const others = clues.filter((clue) => !best.includes(clue))
  if (weigh(best) < ENOUGH) return undefined
  if (weigh(others) > MOST_AGAINST * weigh(best)) return { disagreeing: [best[0]!, others[0]!] }
  return { lo: Math.max(...best.map(({ lo }) => lo)), hi: Math.min(...best.map(({ hi }) => hi)), clues: best }
}

/** Several printings of one clause are one clue. */
function weigh(clues: readonly Clue[]): number {
  const strongest = new Map<Pair['clause'], number>()
  for (const { pair, bits } of clues) strongest.set(pair.clause, Math.max(strongest.get(pair.clause) ?? 0, bits))
  return [...strongest.values()].reduce((sum, bits) => sum + bits, 0)
}
