import type { Passage } from '../model/passage.ts'
import type { Range } from '../model/span.ts'

/**
 * Where words of a passage stand in the seed's decoded text.
 *
 * @param passage the passage with its segments
 * @param words range over the passage's text, not empty; all offsets are UTF-16 code units
 * @returns range over the seed's text, from the first of the words to the last, with what was taken out between them
 */
export function seedRange(passage: Passage, words: Range): Range {
  return { start: seedOffset(passage, words.start), end: seedOffset(passage, words.end - 1) + 1 }
}

/** The offset in the seed of one code unit of a passage; a joining space gives the end of the segment before it. */
function seedOffset({ segments }: Passage, offset: number): number {
  const segment = segments.findLast(({ at }) => at <= offset) ?? segments[0]!
  return Math.min(segment.start + offset - segment.at, segment.end)
}
