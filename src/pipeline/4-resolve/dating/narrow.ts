import type { Clue } from './clues.ts'
import type { Days } from './probe.ts'

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
  const strongest = new Map<Clue['of'], number>()
  for (const clue of clues) strongest.set(clue.of, Math.max(strongest.get(clue.of) ?? 0, clue.bits))
  return [...strongest.values()].reduce((sum, bits) => sum + bits, 0)
}

/** Days from what another source tells of the same story within which a source lies. */
const NEAR = 60
/** So many clauses of one story decide between two days that are known. */
const ENOUGH_NEAR = 2

/** Somebody who took office twice: the day near to what the other sources tell of the story, when there is one such day. */
export function chooseKnown(clues: readonly Clue[], told: readonly Days[]): readonly Clue[] {
  if (new Set(clues.map(({ meant }) => meant.lo)).size <= 1) return clues
  const near = clues.map(({ lo, hi }) => told.filter((days) => days.hi >= lo - NEAR && days.lo <= hi + NEAR).length)
  const isOne = near.filter((count) => count > 0).length === 1
  return isOne ? clues.filter((_, at) => near[at]! >= ENOUGH_NEAR) : []
}
