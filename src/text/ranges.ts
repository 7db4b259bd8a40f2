import type { Extraction, Place } from '../model/extracted.ts'
import type { Passage, Range, Span } from '../model/passage.ts'
import { partitionPoint } from './partition-point.ts'

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

/** The position in the original of the character at an offset of an extracted text; undefined for plain text. */
export function findPlace(extraction: Extraction | undefined, offset: number): Place | undefined {
  const blocks = extraction?.blocks ?? []
  return blocks[partitionPoint(blocks.length, (at) => blocks[at]!.end <= offset)]?.place
}

/**
 * The range of words of a passage in the seed's decoded text.
 *
 * @param passage the passage with its segments
 * @param words range over the passage's text, not empty; all offsets are UTF-16 code units
 * @returns range over the seed's text from the first to the last of the words, including text between them that was
 * removed
 */
export function seedRange(passage: Passage, words: Range): Range {
  return { start: seedOffset(passage, words.start), end: seedOffset(passage, words.end - 1) + 1 }
}

/** The offset in the seed of one code unit of a passage; a joining space gives the end of the segment before it. */
function seedOffset({ segments }: Passage, offset: number): number {
  const segment = segments.findLast(({ at }) => at <= offset) ?? segments[0]!
  return Math.min(segment.start + offset - segment.at, segment.end)
}

/** Whether two spans of one source share at least one code unit. */
export function isOverlapping(a: Span, b: Span): boolean {
  return a.passage === b.passage && a.start < b.end && b.start < a.end
}
