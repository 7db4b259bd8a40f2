import type { Alignable } from './alignable.ts'
import { containmentOf } from './gram-set.ts'
import { isOtherCase } from './is-other-case.ts'
import type { Matching } from './matching.ts'
import { join, restBefore, restNow } from './matching.ts'

/** How much of a part must stand in its whole, beyond what the whole's partner explains. */
const LEAST = 0.6
/** How much of a part may stand in another part of the same whole. */
const MOST_SHARED = 0.5

/** An earlier and a present passage, by index, of which one holds a part of the other. */
export type Part = readonly [before: number, now: number]

/** What the one-to-one matching cannot say. */
export interface Explained {
  /** Earlier passage and a further part of it; its first part is its partner. */
  readonly splits: readonly Part[]
  /** Earlier passage and the present one that took it in beside its partner. */
  readonly merges: readonly Part[]
}

/**
 * Explains what no partner explains: an earlier passage whose parts stand apart now, and a present one that took in
 * several earlier ones. A whole without a partner is joined to its first part.
 */
export function explainRest(matching: Matching): Explained {
  const { before, now, toNow, toBefore } = matching
  const splits = findParts(restNow(matching), now, before, toNow)
  for (const [part, whole] of splits) if (!toNow.has(whole)) join(matching, whole, part)
  const merges = findParts(restBefore(matching), before, now, toBefore)
  for (const [part, whole] of merges) if (!toBefore.has(whole)) join(matching, part, whole)
  return {
    splits: splits.filter(([part, whole]) => toNow.get(whole) !== part).map(([part, whole]): Part => [whole, part]),
    merges: merges.filter(([part, whole]) => toBefore.get(whole) !== part),
  }
}

/**
 * Finds the whole of each part that is left over. A part that two passages could hold, or that repeats another part of
 * its whole, has none: look-alikes are not parts.
 */
function findParts(
  rest: readonly number[],
  parts: readonly Alignable[],
  wholes: readonly Alignable[],
  partner: ReadonlyMap<number, number>,
): [part: number, whole: number][] {
  const pairs = rest.flatMap((part): [number, number][] => {
    const fitting = [...wholes.keys()].filter((whole) =>
      isPart(parts[part]!, wholes[whole]!, parts[partner.get(whole) ?? -1]),
    )
    return fitting.length === 1 ? [[part, fitting[0]!]] : []
  })
  return pairs.filter(([part, whole]) =>
    pairs.every(([other, same]) => other === part || same !== whole || isApart(parts[part]!, parts[other]!)),
  )
}

function isPart(part: Alignable, whole: Alignable, partner: Alignable | undefined): boolean {
  return containmentOf(part.set, whole.set, partner?.set) >= LEAST && !isOtherCase(part, whole)
}

function isApart(a: Alignable, b: Alignable): boolean {
  return Math.max(containmentOf(a.set, b.set), containmentOf(b.set, a.set)) <= MOST_SHARED
}
