import { hashSpread } from './fnv.ts'

/** Words up to this length stand in a key in full. */
const LONGEST = 48

/**
 * Shortens the words that a key is made of: a large dossier holds a hundred thousand keys of whole sentences.
 *
 * @param words words in order
 * @returns the words, or their beginning and a hash of all of them; in one piece, where a template would hold its parts
 */
export function shortenKey(words: readonly string[]): string {
  const all = words.join(' ')
  if (all.length <= LONGEST) return all
  const hashes = [hashSpread(all), hashSpread(all, 0x9e3779b9)].map((hash) => (hash >>> 0).toString(36))
  return [all.slice(0, LONGEST), '… ', ...hashes].join('')
}
