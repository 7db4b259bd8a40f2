import type { Candidate } from '../../names/candidate.ts'

/** What is known in one line, by where it begins and ends, so that asking takes no longer in a long line. */
export interface KnownSpans {
  startingAt(token: number): readonly Candidate[]
  /** Those whose last token is the one before `token`. */
  endingAt(token: number): readonly Candidate[]
}

/** Indexes candidates of one line. */
export function indexSpans(candidates: readonly Candidate[]): KnownSpans {
  const starts = groupBy(candidates, ({ from }) => from)
  const ends = groupBy(candidates, ({ to }) => to)
  return { startingAt: (token) => starts.get(token) ?? [], endingAt: (token) => ends.get(token) ?? [] }
}

function groupBy(candidates: readonly Candidate[], place: (candidate: Candidate) => number): Map<number, Candidate[]> {
  const groups = new Map<number, Candidate[]>()
  for (const candidate of candidates) {
    const group = groups.get(place(candidate))
    if (group) group.push(candidate)
    else groups.set(place(candidate), [candidate])
  }
  return groups
}
