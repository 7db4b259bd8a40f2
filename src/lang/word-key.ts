import { LANGUAGES, readLanguageFile } from './language-files.ts'

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

/**
 * The key under which the spellings of a word meet.
 *
 * @param word one word as printed
 * @returns the word without case, accents, hyphens, apostrophes and stops, and in one spelling of endings that a language
 *   spells in two ways
 */
export function keyWord(word: string): string {
  return foldSpelling(
    word
      .normalize('NFKD')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]/gu, ''),
  )
}
