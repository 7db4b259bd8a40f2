import { rememberWords } from './remember-words.ts'

const PLAIN = /^[a-zA-Z]+$/
const MARKS = /[\p{M}.'’‘ʿʾʼ`]/gu
const ARTICLES = new Map([
  ['el', 'al'],
  ['ul', 'al'],
])

/** The form in which two spellings of a word are compared: lower case, without accents, apostrophes and stops; "el" as "al". */
export const foldWord: (word: string) => string = rememberWords((word) => {
  const folded = PLAIN.test(word) ? word.toLowerCase() : word.normalize('NFD').replace(MARKS, '').toLowerCase()
  return ARTICLES.get(folded) ?? folded
})

/**
 * The form in which two names are compared: folded words, hyphens as spaces, no "the" in front, no possessive behind.
 *
 * @returns words joined by single spaces; empty when the name holds no letter or digit
 */
export function foldName(name: string): string {
  const words = name
    .replace(/['’]s?$/, '')
    .split(/[^\p{L}\p{M}\p{N}.'’‘ʿʾʼ`&]+/u)
    .map(foldWord)
    .filter((word) => word !== '')
  return (words.length > 1 && words[0] === 'the' ? words.slice(1) : words).join(' ')
}
