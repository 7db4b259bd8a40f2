import { splitWords } from '../../../lang/words.ts'
import type { Alignable } from './alignable.ts'
import { containmentOf, figuresOf, isNumber, similarityOf } from './alignable.ts'
import type { Matching } from './likeness.ts'
import { join, restBefore, restNow } from './likeness.ts'

/** Minimum share of a part that occurs in its whole, beyond what the whole's partner explains. */
const LEAST = 0.6
/** Maximum share of a part that occurs in another part of the same whole. */
const MOST_SHARED = 0.5

/** An earlier and a present passage, by index, of which one holds a part of the other. */
export type Part = readonly [before: number, now: number]

/** Splits and merges, which the one-to-one matching cannot express. */
export interface Explained {
  /** Earlier passage and a further part of it; its first part is its partner. */
  readonly splits: readonly Part[]
  /** Earlier passage and the present one that took it in beside its partner. */
  readonly merges: readonly Part[]
}

/**
 * Finds splits and merges: an earlier passage whose parts are separate now, and a present one that took in
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

/** Share of the other words that must be the same for two passages to be one sentence said of two cases. */
const SAME_FRAME = 0.85

/** Similarity above which two passages known only by sketches count as one sentence. */
const SAME_SKETCH = 0.7

/** True when a number or name of one passage is not in the other, or a number not as often; a slip of the pen in a longer name does not count. */
export function hasOtherFigures(before: Alignable, now: Alignable): boolean {
  if (before.text === undefined || now.text === undefined) return before.names.join() !== now.names.join()
  const [a, b] = [figuresOf(before.text), figuresOf(now.text)]
  return lacksOne(a, b) || lacksOne(b, a)
}

/** True when two passages are the same sentence with another number or name. */
export function isOtherCase(before: Alignable, now: Alignable): boolean {
  if (!hasOtherFigures(before, now)) return false
  if (before.text === undefined || now.text === undefined) return similarityOf(before.set, now.set) >= SAME_SKETCH
  return frameLikeness(before.text, now.text) >= SAME_FRAME
}

/** For numbers every occurrence counts, for names one is enough: a text may name somebody once less. */
function lacksOne(figures: readonly string[], others: readonly string[]): boolean {
  const count = (list: readonly string[], figure: string) => list.filter((one) => one === figure).length
  return figures.some((figure) =>
    isNumber(figure)
      ? count(figures, figure) > count(others, figure)
      : !others.some((other) => figure === other || isSlip(figure, other)),
  )
}

/** One letter left out, doubled or swapped with the next; one letter for another only in a name of six letters or more. */
function isSlip(a: string, b: string): boolean {
  if (a.length > b.length) return isSlip(b, a)
  if (isNumber(b) || a.length < 4) return false
  let head = 0
  while (head < a.length && a[head] === b[head]) head += 1
  if (a.length < b.length) return a.slice(head) === b.slice(head + 1)
  const isSwapped = a[head] === b[head + 1] && a[head + 1] === b[head] && a.slice(head + 2) === b.slice(head + 2)
  return isSwapped || (a.length >= 6 && a.slice(head + 1) === b.slice(head + 1))
}

/** Dice similarity of the multisets of words that are neither numbers nor names. */
function frameLikeness(before: string, now: string): number {
  const [a, b] = [frameOf(before), frameOf(now)]
  const counts = new Map<string, number>()
  for (const word of a) counts.set(word, (counts.get(word) ?? 0) + 1)
  let shared = 0
  for (const word of b) {
    const left = counts.get(word) ?? 0
    if (left > 0) shared += 1
    counts.set(word, left - 1)
  }
  return a.length + b.length === 0 ? 1 : (2 * shared) / (a.length + b.length)
}

function frameOf(text: string): string[] {
  const figures = new Set(figuresOf(text))
  return splitWords(text)
    .map(({ key }) => key)
    .filter((key) => !figures.has(key) && !isNumber(key))
}
