import { mix } from './hash.ts'
import type { TaggerWord } from './word.ts'

/** The lists a phrase may stand in, one bit each in this order. */
export const LISTS = [
  'country',
  'demonym',
  'region',
  'city',
  'town',
  'province',
  'first-name',
  'person',
  'organisation',
  'place',
  'event',
  'known-organisation',
  'known-event',
] as const
export type ListName = (typeof LISTS)[number]

/** Tokens of the longest phrase looked up. */
export const LONGEST_PHRASE = 5

/** For each token, the lists in which it stands alone, and those in which a longer phrase over it stands. */
export interface ListMatches {
  readonly alone: Uint16Array
  readonly within: Uint16Array
  /** Where the token stands in the longest phrase over it: 1 first, 2 inside, 3 last; 0 in none. */
  readonly position: Uint8Array
}

/** The key of a phrase in the lexicon: its words' hashes in lower case, in order. */
export function hashPhrase(words: readonly Pick<TaggerWord, 'lower'>[]): number {
  return words.reduce((hash, word) => mix(hash, word.lower), 0)
}

/** Finds the phrases of the lists that begin with a capital. `listsOf` gives the bits of a phrase, 0 for none. */
export function matchLists(words: readonly TaggerWord[], listsOf: (phrase: number) => number): ListMatches {
  const alone = new Uint16Array(words.length)
  const within = new Uint16Array(words.length)
  const position = new Uint8Array(words.length)
  let covered = -1
  for (let first = 0; first < words.length; first += 1) {
    if (!words[first]!.isCapitalised) continue
    let phrase = 0
    let last = first
    for (let at = first; at < Math.min(words.length, first + LONGEST_PHRASE); at += 1) {
      phrase = mix(phrase, words[at]!.lower)
      const lists = listsOf(phrase)
      if (lists === 0) continue
      if (at === first) alone[at]! |= lists
      else for (let inner = first; inner <= at; inner += 1) within[inner]! |= lists
      last = at
    }
    if (last === first || last <= covered) continue
    position.fill(2, first, last)
    position[first] = 1
    position[last] = 3
    covered = last
  }
  return { alone, within, position }
}
