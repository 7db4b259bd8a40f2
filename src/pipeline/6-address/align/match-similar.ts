import { isOtherCase } from './explain-rest.ts'
import type { Matching } from './likeness.ts'
import { countNeighbours, join, restBefore, restNow } from './likeness.ts'

/** Least likeness of two versions of a passage. */
const LEAST = 0.35
/** The same where nothing else in either text comes near. */
const LEAST_DISTINCT = 0.25
/**
 * Below this, a passage in another place must also be clearly more similar than all others, including matched ones.
 */
const PLAIN = 0.6
/** Bonus for each matched neighbour. */
const BONUS = 0.05

interface Scored extends LikelyPair {
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
export function matchSimilar(matching: Matching): LikelyPair[] {
  const candidates = findLikenesses(matching, restBefore(matching), restNow(matching), LEAST_DISTINCT)
  for (;;) {
    const open = candidates.filter(({ before, now }) => !matching.toNow.has(before) && !matching.toBefore.has(now))
    const winners = findWinners(matching, open)
    if (winners.length === 0)
      return open.filter(({ likeness }) => likeness >= LEAST).sort((a, b) => b.likeness - a.likeness)
    for (const { before, now } of winners) join(matching, before, now)
  }
}

function findWinners(matching: Matching, open: readonly LikelyPair[]): Scored[] {
  return takeClear(open.map((candidate) => scoreCandidate(matching, candidate))).filter((pair) =>
    isAcceptable(matching, pair),
  )
}

function scoreCandidate(matching: Matching, candidate: LikelyPair): Scored {
  const neighbours = countNeighbours(matching, candidate.before, candidate.now)
  return { ...candidate, neighbours, score: candidate.likeness + BONUS * neighbours }
}

function isAcceptable(matching: Matching, pair: Scored): boolean {
  if (pair.likeness < LEAST && !isDistinct(matching, pair, 0.7)) return false
  if (pair.neighbours === 2) return true
  if (pair.likeness < PLAIN && !isDistinct(matching, pair, 0.9)) return false
  return !isOtherCase(matching.before[pair.before]!, matching.now[pair.now]!)
}

/** True when nothing in either text comes nearer than this share of the pair's likeness. */
function isDistinct({ before, now, likeness }: Matching, pair: LikelyPair, share: number): boolean {
  const isRival = (one: number, other: number) => likeness(one, other) > share * pair.likeness
  return (
    !before.some((_, rival) => rival !== pair.before && isRival(rival, pair.now)) &&
    !now.some((_, rival) => rival !== pair.now && isRival(pair.before, rival))
  )
}

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

/** By how much a pair must beat every other claim on either of its passages. */
const MARGIN = 0.08

/** Two passages, by index, with their evidence. */
export interface Claim {
  readonly before: number
  readonly now: number
  readonly score: number
}

/** The claims that clearly beat all others on both of their passages: each passage is in one of them at most. */
export function takeClear<C extends Claim>(claims: readonly C[]): C[] {
  const [rows, columns] = [topTwo(claims, 'before'), topTwo(claims, 'now')]
  return claims.filter((claim) =>
    [rows.get(claim.before)!, columns.get(claim.now)!].every(
      ([best, second]) => best === claim.score && best - second >= MARGIN,
    ),
  )
}

/** The two best scores of each passage. */
function topTwo(claims: readonly Claim[], side: 'before' | 'now'): Map<number, [number, number]> {
  const tops = new Map<number, [number, number]>()
  for (const claim of claims) {
    const [best, second] = tops.get(claim[side]) ?? [0, 0]
    tops.set(claim[side], claim.score > best ? [claim.score, best] : [best, Math.max(second, claim.score)])
  }
  return tops
}
