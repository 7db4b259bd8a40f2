import type { Extraction, Place } from '../model/extracted.ts'

/** Where the character at an offset of an extracted text stands in the original; undefined for plain text. */
export function findPlace(extraction: Extraction | undefined, offset: number): Place | undefined {
  const blocks = extraction?.blocks ?? []
  let [low, high] = [0, blocks.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (blocks[middle]!.end <= offset) low = middle + 1
    else high = middle
  }
  return blocks[low]?.place
}
