import { similarityOf } from './gram-set.ts'
import { isOtherCase } from './is-other-case.ts'
import type { Matching } from './matching.ts'
import { countNeighbours, join, restBefore, restNow } from './matching.ts'

/** Least Dice similarity of two versions of a passage. */
const LEAST = 0.35
/** The same where both stand alone between the same neighbours. */
const LEAST_IN_PLACE = 0.2
/** What each matched neighbour adds. */
const BONUS = 0.05
/** By how much a pair must beat every other claim on either of its passages. */
const MARGIN = 0.08

/** Two passages, by index, that may be versions of one. */
export interface Candidate {
  readonly before: number
  readonly now: number
  readonly likeness: number
}

interface Scored extends Candidate {
  readonly neighbours: number
  readonly score: number
}

/**
 * Matches passages that are alike, all at once: in each round every pair that clearly beats all other claims on both
 * of its passages is joined, and the neighbours so gained speak for the next round. What stays too close to call, or is
 * the same sentence with another number or name in another place, is not joined.
 *
 * @returns pairs that were likely and yet not joined, the likeliest first
 */
export function matchSimilar(matching: Matching): Candidate[] {
  const candidates = findCandidates(matching)
  for (;;) {
    const open = candidates.filter(({ before, now }) => !matching.toNow.has(before) && !matching.toBefore.has(now))
    const winners = findWinners(matching, open)
    if (winners.length === 0) return open.filter(({ likeness }) => likeness >= LEAST).sort((a, b) => b.likeness - a.likeness)
    for (const { before, now } of winners) join(matching, before, now)
  }
}

function findCandidates(matching: Matching): Candidate[] {
  const present = restNow(matching)
  return restBefore(matching).flatMap((before) =>
    present.flatMap((now) => {
      const likeness = similarityOf(matching.before[before]!.set, matching.now[now]!.set)
      return likeness >= LEAST_IN_PLACE ? [{ before, now, likeness }] : []
    }),
  )
}

function findWinners(matching: Matching, open: readonly Candidate[]): Scored[] {
  const scored = open.map((candidate) => scoreCandidate(matching, candidate))
  const [rows, columns] = [topTwo(scored, 'before'), topTwo(scored, 'now')]
  return scored.filter((pair) => {
    const rivals = [rows.get(pair.before)!, columns.get(pair.now)!]
    return rivals.every(([best, second]) => best === pair.score && best - second >= MARGIN) && isAcceptable(matching, pair)
  })
}

function scoreCandidate(matching: Matching, candidate: Candidate): Scored {
  const neighbours = countNeighbours(matching, candidate.before, candidate.now)
  return { ...candidate, neighbours, score: candidate.likeness + BONUS * neighbours }
}

function isAcceptable({ before, now }: Matching, pair: Scored): boolean {
  if (pair.likeness < (pair.neighbours === 2 ? LEAST_IN_PLACE : LEAST)) return false
  return pair.neighbours === 2 || !isOtherCase(before[pair.before]!, now[pair.now]!)
}

/** The two best scores of each row or column. */
function topTwo(scored: readonly Scored[], side: 'before' | 'now'): Map<number, [number, number]> {
  const tops = new Map<number, [number, number]>()
  for (const pair of scored) {
    const [best, second] = tops.get(pair[side]) ?? [0, 0]
    tops.set(pair[side], pair.score > best ? [pair.score, best] : [best, Math.max(second, pair.score)])
  }
  return tops
}
