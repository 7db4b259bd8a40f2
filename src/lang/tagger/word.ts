import { hashText } from './model.ts'

/** Features of a word that do not depend on its context. Hashes are 32-bit; 0 means "none". */
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

/** Placeholders before the first and after the last word of a sentence. */
export const NO_WORD: TaggerWord = describeWord('', () => [])

/** The word at an index of a sentence, or the padding outside it. */
export function wordAt<W extends TaggerWord>(words: readonly W[], at: number, outside: W): W {
  return at >= 0 && at < words.length ? words[at]! : outside
}

/**
 * Learns from running text how its words are written, and gives the function that corrects a headline in title
 * case: a word that the text writes in small letters, and never with a capital inside a sentence, loses its capital.
 *
 * @param text sentences of one source, each a list of tokens; those in title case teach nothing
 */
export function makeCaseRestorer(text: readonly (readonly string[])[]): (headline: readonly string[]) => string[] {
  let usage: Usage | undefined
  return (headline) => {
    const { small, capital } = (usage ??= observeUsage(text))
    return headline.map((token) => {
      const lower = token.toLowerCase()
      return small.has(lower) && !capital.has(lower) ? lower : token
    })
  }
}

/** Words in lower case, by how running text writes them; a capital at the start of a sentence says nothing. */
interface Usage {
  readonly small: ReadonlySet<string>
  readonly capital: ReadonlySet<string>
}

function observeUsage(text: readonly (readonly string[])[]): Usage {
  const small = new Set<string>()
  const capital = new Set<string>()
  for (const tokens of text) {
    if (isMostlyCapitalised(tokens)) continue
    tokens.forEach((token, at) => {
      if (/^\p{Ll}/u.test(token)) small.add(token)
      else if (at > 0) capital.add(token.toLowerCase())
    })
  }
  return { small, capital }
}

/** True if most of the words are capitalised. */
export function isMostlyCapitalised(tokens: readonly string[]): boolean {
  const capitals = tokens.filter((token) => /^\p{Lu}/u.test(token)).length
  return capitals > 2 && capitals > 2 * tokens.filter((token) => /^\p{Ll}/u.test(token)).length
}
