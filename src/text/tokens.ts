import type { Range } from '../model/passage.ts'

/** A word, number or mark of a text; offsets in UTF-16 code units. */
export interface Token extends Range {
  readonly text: string
}

/*
 * One alternative a class of token, tried in this order: the commonest word of all, which any of the others would take
 * longer for, addresses of the web, initialisms (U.N., U.S.), numbers with their separators, words with inner apostrophes or full stops
 * left to `splitClitics`, and single marks. Hyphens always split, so that "UN-brokered" gives "UN", "-", "brokered".
 */
const TOKEN =
  /[A-Za-z]+(?=[ ,;!?)”"]|$)|https?:\/\/[^\s<>"“”«»]*[\p{L}\p{N}/]|(?:\p{L}\.){2,}|\d+(?:[.,]\d+)*|[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*|--+|\.\.\.|\S/gu

const APOSTROPHE = /['’]/
const CLITIC = /(?:n['’]t|['’](?:s|re|ve|ll|d|m))$/iu

/** Empties the cache of each function of a text. */
const clears: (() => void)[] = []

/** Characters of the texts whose tokens are kept: names, dates, quotations and amounts of one source ask for the same. */
const MOST_TOKENISED = 50_000

/**
 * Splits a text into tokens. Hyphens and clitics ("’s", "n’t") become separate tokens,
 * initialisms keep their full stops.
 *
 * @param text any text
 * @returns tokens in order, without white space
 */
export const tokenise: (text: string) => readonly Token[] = rememberTexts((text) => {
  const tokens: Token[] = []
  for (const match of text.matchAll(TOKEN)) pushSplit(tokens, match[0], match.index)
  return tokens
}, MOST_TOKENISED)

function pushSplit(tokens: Token[], word: string, start: number): void {
  const at = word.length > 2 && APOSTROPHE.test(word) ? word.search(CLITIC) : -1
  const cut = at > 0 ? at : word.length
  tokens.push({ text: word.slice(0, cut), start, end: start + cut })
  if (cut < word.length) tokens.push({ text: word.slice(cut), start: start + cut, end: start + word.length })
}

/** Words cached for one function before the next ones take the place of those that were not asked for since. */
const MOST_WORDS = 20_000
/** Longer words are rare, and each would hold the text that it is cut from. */
const LONGEST_WORD = 12

/**
 * Memoizes a function of a word: most words of a text have occurred before.
 *
 * @param ofWord a pure function that never gives undefined
 * @returns the same function, faster
 */
export function rememberWords<T extends {}>(ofWord: (word: string) => T): (word: string) => T {
  let [recent, earlier] = [new Map<string, T>(), new Map<string, T>()]
  return (word) => {
    if (word.length > LONGEST_WORD) return ofWord(word)
    const found = recent.get(word)
    if (found !== undefined) return found
    const value = earlier.get(word) ?? ofWord(word)
    if (recent.size >= MOST_WORDS) [recent, earlier] = [new Map(), recent]
    recent.set(word, value)
    return value
  }
}

/** Characters of the texts kept for one function: the passages and sentences of some 1,500 articles. */
const MOST_CHARACTERS = 8_000_000

/** Registers a cache of texts that is to be emptied with the others. */
export function onForget(clear: () => void): void {
  clears.push(clear)
}

/** Gives back the memory of everything that is kept for texts: a stage that writes asks for none of it. */
export function forgetTexts(): void {
  for (const clear of clears) clear()
}

/**
 * Maximum characters per function for larger dossiers, where only repetitions close to each other are worth the
 * memory.
 */
export const MOST_OF_MANY = 500_000

/**
 * Memoizes a function of a sentence or passage: several stages use the same ones, and a
 * preview uses them again after each change.
 *
 * @param ofText a pure function; its result is shared and must not be changed
 * @param most maximum characters of cached texts
 * @returns the same function, faster
 */
export function rememberTexts<T extends {}>(
  ofText: (text: string) => T,
  most: number = MOST_CHARACTERS,
): (text: string) => T {
  const known = new Map<string, T>()
  let characters = 0
  let limit = most
  const clear = () => {
    known.clear()
    characters = 0
  }
  onForget(clear)
  return (text) => {
    const found = known.get(text)
    if (found !== undefined) return found
    const value = ofText(text)
    if (characters + text.length > limit) {
      clear()
      limit = Math.min(most, MOST_OF_MANY)
    }
    known.set(text, value)
    characters += text.length
    return value
  }
}
