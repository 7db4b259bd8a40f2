import type { Matching } from './matching.ts'

/** Two passages, by index, with their likeness. */
export interface LikelyPair {
  readonly before: number
  readonly now: number
  readonly likeness: number
}

/** Every pair of these passages that is at least so alike, in order of the indexes. */
export function findLikenesses(
  matching: Matching,
  before: readonly number[],
  now: readonly number[],
  least: number,
): LikelyPair[] {
  return before.flatMap((one) =>
    now.flatMap((other) => {
      const likeness = matching.likeness(one, other)
      return likeness >= least ? [{ before: one, now: other, likeness }] : []
    }),
  )
}
