import { hashText } from './hash.ts'

/** What the features know of a word wherever it stands. Hashes are 32-bit; 0 stands for "none". */
export interface TaggerWord {
  readonly text: string
  readonly cased: number
  /** As `hashLower` gives it. */
  readonly lower: number
  /** Capitals X, small letters x, digits d: the first eight, and the same without repeats. */
  readonly shape: number
  readonly shortShape: number
  /** Hashes of the first and of the last 1, 2, 3, 4 characters. */
  readonly prefixes: readonly number[]
  readonly suffixes: readonly number[]
  /** Clusters of its vector, coarse to fine; empty where the lexicon does not know the word. */
  readonly clusters: readonly number[]
  readonly isCapitalised: boolean
  readonly isLowerCase: boolean
  readonly isAlphabetic: boolean
}

const AFFIXES = [1, 2, 3, 4]

/** Hash of a word in lower case, its digits all 0. */
export function hashLower(text: string): number {
  return hashText(text.toLowerCase().replace(/\d/g, '0'))
}

/** Describes a word. `clustersOf` gives the clusters of a word in lower case. */
export function describeWord(text: string, clustersOf: (lower: number) => readonly number[]): TaggerWord {
  const lower = text.toLowerCase()
  const shape = shapeOf(text)
  return {
    text,
    cased: hashText(text),
    lower: hashLower(text),
    shape: hashText(shape.slice(0, 8)),
    shortShape: hashText(shape.replace(/(.)\1+/gu, '$1')),
    prefixes: AFFIXES.map((size) => (lower.length > size ? hashText(lower.slice(0, size)) : 0)),
    suffixes: AFFIXES.map((size) => (lower.length > size ? hashText(lower.slice(-size)) : 0)),
    clusters: clustersOf(hashText(lower)),
    isCapitalised: /^\p{Lu}/u.test(text),
    isLowerCase: /^\p{Ll}/u.test(text),
    isAlphabetic: /\p{L}/u.test(text),
  }
}

function shapeOf(text: string): string {
  return text
    .replace(/\p{Lu}/gu, 'X')
    .replace(/\p{Ll}|\p{Lo}|\p{Lm}/gu, 'x')
    .replace(/\p{N}/gu, 'd')
}

/** What stands before the first and after the last word of a sentence. */
export const NO_WORD: TaggerWord = describeWord('', () => [])

/** The word at a place of a sentence, or what stands outside it. */
export function wordAt<W extends TaggerWord>(words: readonly W[], at: number, outside: W): W {
  return at >= 0 && at < words.length ? words[at]! : outside
}
