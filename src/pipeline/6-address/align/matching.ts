import type { Alignable } from './alignable.ts'
import type { Likeness } from './likeness.ts'
import { compareTexts } from './likeness.ts'

/** Which passage of the earlier text stands where in the present one, so far; one to one, by index. */
export interface Matching {
  readonly before: readonly Alignable[]
  readonly now: readonly Alignable[]
  readonly likeness: Likeness
  readonly toNow: Map<number, number>
  readonly toBefore: Map<number, number>
}

/** A matching that holds no pair yet. */
export function startMatching(before: readonly Alignable[], now: readonly Alignable[]): Matching {
  return { before, now, likeness: compareTexts(before, now), toNow: new Map(), toBefore: new Map() }
}

/** Adds a pair. */
export function join(matching: Matching, before: number, now: number): void {
  matching.toNow.set(before, now)
  matching.toBefore.set(now, before)
}

/** Indexes of the earlier passages without a partner. */
export function restBefore({ before, toNow }: Matching): number[] {
  return [...before.keys()].filter((index) => !toNow.has(index))
}

/** Indexes of the present passages without a partner. */
export function restNow({ now, toBefore }: Matching): number[] {
  return [...now.keys()].filter((index) => !toBefore.has(index))
}

/**
 * How many of the two nearest matched neighbours of an earlier and a present passage are each other's partners; the
 * beginnings and the ends of the texts count as partners.
 *
 * @returns 0, 1 or 2
 */
export function countNeighbours(matching: Matching, before: number, now: number): number {
  return Number(meets(matching, before, now, -1)) + Number(meets(matching, before, now, 1))
}

function meets(
  { before: all, now: present, toNow, toBefore }: Matching,
  before: number,
  now: number,
  step: 1 | -1,
): boolean {
  let one = before + step
  while (one >= 0 && one < all.length && !toNow.has(one)) one += step
  let other = now + step
  while (other >= 0 && other < present.length && !toBefore.has(other)) other += step
  const [isEnd, isOtherEnd] = [one < 0 || one >= all.length, other < 0 || other >= present.length]
  return (isEnd && isOtherEnd) || toNow.get(one) === other
}
