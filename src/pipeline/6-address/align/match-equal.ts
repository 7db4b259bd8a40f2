import type { Matching } from './matching.ts'
import { countNeighbours, join, restBefore, restNow } from './matching.ts'

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
