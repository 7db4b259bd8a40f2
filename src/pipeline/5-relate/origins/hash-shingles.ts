import type { Word } from '../../../lang/words.ts'

/** Words in a row that two passages must share; nine words rarely agree by chance (Broder's shingles, 1997). */
export const SHINGLE = 9

/**
 * A number for each run of nine words of a text.
 *
 * @returns 53-bit hashes (two 32-bit FNV-1a hashes joined), one for each word that a run begins at; equal runs have equal
 *   numbers, and among ten million runs two different ones hardly ever do
 */
export function hashShingles(words: readonly Word[]): Float64Array {
  const hashes = new Float64Array(Math.max(0, words.length - SHINGLE + 1))
  const highs = words.map(({ key }) => hash(key, 0x811c9dc5))
  const lows = words.map(({ key }) => hash(key, 0x9e3779b9))
  for (let at = 0; at < hashes.length; at += 1) {
    let [high, low] = [0, 0]
    for (let word = at; word < at + SHINGLE; word += 1) {
      high = Math.imul(high ^ highs[word]!, 0x01000193)
      low = Math.imul(low ^ lows[word]!, 0x85ebca6b)
    }
    hashes[at] = (high >>> 0) * 0x200000 + (low >>> 11)
  }
  return hashes
}

function hash(text: string, seed: number): number {
  let value = seed
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193)
  return value ^ (value >>> 15)
}
