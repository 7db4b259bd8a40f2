import { mix } from './hash.ts'
import type { Word } from './word.ts'

/** The lists a phrase may stand in, one bit each in this order. */
export const LISTS = ['country', 'demonym', 'region', 'city', 'town', 'province', 'first-name', 'person', 'organisation', 'place', 'event', 'known-organisation', 'known-event'] as const
export type ListName = (typeof LISTS)[number]

const LONGEST_PHRASE = 5

/** For each token, the lists in which it stands alone, and those in which a longer phrase over it stands. */
export interface ListMatches {
  readonly alone: Uint16Array
  readonly within: Uint16Array
}

/** The key of a phrase in the lexicon: its words' hashes in lower case, in order. */
export function hashPhrase(words: readonly Pick<Word, 'lower'>[]): number {
  return words.reduce((hash, word) => mix(hash, word.lower), 0)
}

/** Finds the phrases of the lists that begin with a capital. `listsOf` gives the bits of a phrase, 0 for none. */
export function matchLists(words: readonly Word[], listsOf: (phrase: number) => number): ListMatches {
  const alone = new Uint16Array(words.length)
  const within = new Uint16Array(words.length)
  for (let first = 0; first < words.length; first += 1) {
    if (!words[first]!.isCapitalised) continue
    let phrase = 0
    for (let at = first; at < Math.min(words.length, first + LONGEST_PHRASE); at += 1) {
      phrase = mix(phrase, words[at]!.lower)
      const lists = listsOf(phrase)
      if (lists === 0) continue
      if (at === first) alone[at]! |= lists
      else for (let inner = first; inner <= at; inner += 1) within[inner]! |= lists
    }
  }
  return { alone, within }
}
