import { rememberWords } from './tokens.ts'

/**
 * Gives, for a text, the function from an offset in UTF-16 code units to the same offset in Unicode code points.
 * An offset between two halves of a surrogate pair counts the pair as begun.
 *
 * Takes one pass over the text; each call then takes constant time.
 */
export function countCodePoints(text: string): (offset: number) => number {
  if (!/[\uD800-\uDFFF]/.test(text)) return (offset) => offset
  const counts = new Uint32Array(text.length + 1)
  let count = 0
  for (let unit = 0; unit < text.length; ) {
    const width = text.codePointAt(unit)! > 0xffff ? 2 : 1
    counts[unit] = count
    count += 1
    if (width === 2) counts[unit + 1] = count
    unit += width
  }
  counts[text.length] = count
  return (offset) => counts[offset]!
}

/**
 * Characters that nobody sees and that can deceive: control characters, marks that turn the direction of writing, the
 * tags of plane 14, and the halves of pairs. Line ends and tabs are not among them.
 */
const DECEIVING =
  /[\0-\x08\x0B\x0E-\x1F\x7F-\x84\x86-\x9F\u202A-\u202E\u2066-\u2069\u206A-\u206F\uFFF9-\uFFFB\u{E0000}-\u{E007F}]|\p{Cs}/gu

/** How many characters of a text can deceive a reader. */
export function countDeceiving(text: string): number {
  return text.match(DECEIVING)?.length ?? 0
}

/** The text without characters that can deceive a reader. */
export function removeDeceiving(text: string): string {
  return text.replaceAll(DECEIVING, '')
}

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

/** The form in which two titles are compared: compatibility forms resolved, lower case, without punctuation. */
export function foldTitle(title: string): string {
  return title
    .normalize('NFKC')
    .replaceAll(/[\s\p{P}]+/gu, ' ')
    .trim()
    .toLowerCase()
}
