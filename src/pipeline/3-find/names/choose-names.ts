import { type Candidate, RANK } from './candidate.ts'

/** A several-word name of the register counts for this many tokens more against a name that merely overlaps it, */
const REGISTER_BONUS = 2
/** and a name after "Mr" for one more, since a longer one would take the title in. */
const COURTESY_BONUS = 1

/**
 * Chooses among overlapping candidates of one line: the longest first, then the layer that is believed more.
 *
 * @returns candidates that do not overlap, in text order
 */
export function chooseNames(candidates: readonly Candidate[]): Candidate[] {
  const chosen: Candidate[] = []
  for (const candidate of [...candidates].sort(byWeight)) {
    if (!chosen.some((other) => candidate.from < other.to && other.from < candidate.to)) chosen.push(candidate)
  }
  return chosen.sort((a, b) => a.from - b.from)
}

function byWeight(a: Candidate, b: Candidate): number {
  return weigh(b) - weigh(a) || b.rank - a.rank || a.from - b.from
}

function weigh({ from, to, rank }: Candidate): number {
  const length = to - from
  if (rank === RANK.courtesy) return length + COURTESY_BONUS
  return rank === RANK.register && length > 1 ? length + REGISTER_BONUS : length
}
