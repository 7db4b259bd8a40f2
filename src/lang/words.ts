import type { Range } from '../model/passage.ts'
import { rememberWords } from '../text/tokens.ts'
import { LANGUAGES, readLanguageFile } from './pack.ts'

/** A word of a text with the key under which its spellings meet; offsets in UTF-16 code units. */
export interface Word extends Range {
  readonly key: string
}

/** Endings of `letters` letters and more that one language spells in two ways; sources are compared across languages, so all are folded. */
const SPELLINGS = LANGUAGES.flatMap((language) => {
  const data = readLanguageFile<{ letters: number; endings: Record<string, string> }>(language, 'spelling.yml')
  return data ? [{ letters: data.letters, endings: Object.entries(data.endings) }] : []
})

/**
 * Folds one spelling of an ending into the other, for comparing only: the result need not be a word.
 *
 * @param word one lower-case word
 * @returns the same key for both spellings: "organised" and "organized" give "organized"
 */
export function foldSpelling(word: string): string {
  for (const { letters, endings } of SPELLINGS) {
    const found = word.length < letters ? undefined : endings.find(([ending]) => word.endsWith(ending))
    if (found !== undefined) return word.slice(0, -found[0].length) + found[1]
  }
  return word
}

const keyOf = rememberWords((word) =>
  foldSpelling(
    word
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  ),
)

/** Initialisms (U.N.), numbers with separators, and words with inner hyphens and apostrophes ("cease-fire" is one word). */
const WORD =
  /(?:\p{L}\.){2,}|\p{N}+(?:[.,]\p{N}+)*(?:[-‐‑]\p{L}+)*|\p{L}[\p{L}\p{M}\p{N}]*(?:[-‐‑'’][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*/gu

/**
 * Splits a text into words that can be compared across sources.
 *
 * @param text any text
 * @returns words in order; a key has no case, accents, hyphens, apostrophes or stops, and one spelling of endings
 *   that a language spells in two ways
 */
export function splitWords(text: string): Word[] {
  const words: Word[] = []
  for (const { 0: word, index } of text.matchAll(WORD))
    words.push({ key: keyOf(word), start: index, end: index + word.length })
  return words
}

/**
 * The keys of a phrase, joined by spaces: what an entry of a word list is before it is looked for among keys.
 *
 * @param phrase one or several words
 */
export function keyPhrase(phrase: string): string {
  return splitWords(phrase)
    .map(({ key }) => key)
    .join(' ')
}
