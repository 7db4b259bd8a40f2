import type { Range } from '../model/span.ts'

/** Items that share characters with a range of their text (UTF-16 code units). */
export type FindInRange<T> = (range: Range) => T[]

/** Code units that are looked up together: about as much as a paragraph. */
const STRETCH = 1000

/**
 * Indexes items of one text by place, so that those of a sentence are found as fast in a long text as in a short one.
 *
 * @param items by their start
 * @returns a search that gives items in the same order
 */
export function indexRanges<T>(items: readonly T[], rangeOf: (item: T) => Range): FindInRange<T> {
  const stretches = new Map<number, T[]>()
  for (const item of items) {
    for (const stretch of stretchesOf(rangeOf(item))) {
      const known = stretches.get(stretch)
      if (known) known.push(item)
      else stretches.set(stretch, [item])
    }
  }
  return (range) => {
    const near = new Set(stretchesOf(range).flatMap((stretch) => stretches.get(stretch) ?? []))
    return [...near].filter((item) => rangeOf(item).start < range.end && rangeOf(item).end > range.start)
  }
}

function stretchesOf({ start, end }: Range): number[] {
  const first = Math.floor(start / STRETCH)
  return Array.from({ length: Math.floor(end / STRETCH) - first + 1 }, (_, index) => first + index)
}
