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
  const taken = new Set<number>()
  for (const candidate of [...candidates].sort(byWeight)) {
    const tokens = tokensOf(candidate)
    if (tokens.some((token) => taken.has(token))) continue
    for (const token of tokens) taken.add(token)
    chosen.push(candidate)
  }
  return chosen.sort((a, b) => a.from - b.from)
}

function tokensOf({ from, to }: Candidate): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index)
}

function byWeight(a: Candidate, b: Candidate): number {
  return weigh(b) - weigh(a) || b.rank - a.rank || a.from - b.from
}

function weigh({ from, to, rank }: Candidate): number {
  const length = to - from
  if (rank === RANK.courtesy) return length + COURTESY_BONUS
  return rank === RANK.register && length > 1 ? length + REGISTER_BONUS : length
}
