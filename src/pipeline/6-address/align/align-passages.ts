import type { Alignable } from './alignable.ts'
import type { Explained, Part } from './explain-rest.ts'
import { explainRest, hasOtherFigures } from './explain-rest.ts'
import { matchInOrder } from './match-in-order.ts'
import { matchSimilar } from './match-similar.ts'
import type { Matching } from './likeness.ts'
import { countNeighbours, join, restBefore, restNow, startMatching } from './likeness.ts'

/** Likeness below which a passage is carried on in other words, and says so. */
const SAME_WORDS = 0.5

/** The results for the passages of an earlier text, by index. */
export interface Alignment extends Explained {
  /** Earlier passage to the present one that carries it on. */
  readonly toNow: ReadonlyMap<number, number>
  /** Earlier passages that are carried on with another number or name, or mostly other words. */
  readonly changed: ReadonlySet<number>
  /** Earlier passage and a present one that it may have become: too close to call. */
  readonly doubts: readonly Part[]
}

/**
 * Aligns all passages of two texts of one source at once, one to one: equal texts, then similar ones in the same
 * order, then similar ones anywhere with a margin and a bonus for matched neighbours, then splits and merges of the
 * rest.
 */
export function alignPassages(before: readonly Alignable[], now: readonly Alignable[]): Alignment {
  const matching = startMatching(before, now)
  matchEqual(matching)
  matchInOrder(matching)
  const likely = matchSimilar(matching)
  const explained = explainRest(matching)
  const { toNow, toBefore } = matching
  const merged = new Set(explained.merges.map(([one]) => one))
  const parts = new Set(explained.splits.map(([, part]) => part))
  const isOpen = (one: number, other: number) =>
    !toNow.has(one) && !merged.has(one) && !toBefore.has(other) && !parts.has(other)
  return {
    ...explained,
    toNow,
    changed: new Set([...toNow].filter((pair) => isChanged(matching, ...pair)).map(([one]) => one)),
    doubts: likely.filter((pair) => isOpen(pair.before, pair.now)).map((pair): Part => [pair.before, pair.now]),
  }
}

function isChanged({ before, now, likeness }: Matching, one: number, other: number): boolean {
  const [was, is] = [before[one]!, now[other]!]
  return was.hash !== is.hash && (hasOtherFigures(was, is) || likeness(one, other) < SAME_WORDS)
}

/** Matches passages of equal normalised text: single ones first, then repeated ones by their neighbours, then in order. */
export function matchEqual(matching: Matching): void {
  const texts = groupByHash(matching)
  for (const [before, now] of texts) if (before.length === 1 && now.length === 1) join(matching, before[0]!, now[0]!)
  for (const bar of [2, 1]) for (const [before, now] of texts) matchRepeated(matching, before, now, bar)
  for (const [before, now] of groupByHash(matching))
    for (const [at, index] of before.entries()) if (at < now.length) join(matching, index, now[at]!)
}

function matchRepeated(matching: Matching, before: readonly number[], now: readonly number[], bar: number): void {
  for (const one of before) {
    if (matching.toNow.has(one)) continue
    const place = now.find((other) => !matching.toBefore.has(other) && countNeighbours(matching, one, other) >= bar)
    if (place !== undefined) join(matching, one, place)
  }
}

/** Unmatched passages of both texts by hash. */
function groupByHash(matching: Matching): [number[], number[]][] {
  const groups = new Map<string, [number[], number[]]>()
  for (const index of restBefore(matching)) groupOf(groups, matching.before[index]!.hash)[0].push(index)
  for (const index of restNow(matching)) groupOf(groups, matching.now[index]!.hash)[1].push(index)
  return [...groups.values()]
}

function groupOf(groups: Map<string, [number[], number[]]>, hash: string): [number[], number[]] {
  const group = groups.get(hash) ?? [[], []]
  groups.set(hash, group)
  return group
}
