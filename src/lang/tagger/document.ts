import type { TaggerWord } from './word.ts'

/** How a word was written over a whole document, whatever its case. */
export interface Usage {
  count: number
  inLowerCase: number
  /** Capitalised where nothing but being a name asks for a capital. */
  capitalisedInside: number
  afterCapital: number
  beforeCapital: number
  /** Words that stood before and after it where it was capitalised, by hash in lower case; at most five each. */
  readonly before: number[]
  readonly after: number[]
}

const MOST_NEIGHBOURS = 5
const OPENS = /^["“”'‘’(:«]$/u

/** A sentence can open with a mark, and a word after an opening mark is written as at the start. */
export function isAtStart(words: readonly TaggerWord[], at: number): boolean {
  return at === 0 || (at === 1 && !words[0]!.isAlphabetic) || OPENS.test(words[at - 1]!.text)
}

/** Counts over all sentences of a document how each word is written, by the hash of its lower case. */
export function observeDocument(sentences: readonly (readonly TaggerWord[])[]): Map<number, Usage> {
  const usages = new Map<number, Usage>()
  for (const words of sentences) {
    const isAllCapitals = !words.some((word) => word.isLowerCase)
    for (let at = 0; at < words.length; at += 1) {
      if (words[at]!.isAlphabetic) observeWord(usageOf(usages, words[at]!), words, at, isAllCapitals)
    }
  }
  return usages
}

function usageOf(usages: Map<number, Usage>, word: TaggerWord): Usage {
  let usage = usages.get(word.lower)
  if (usage) return usage
  usage = { count: 0, inLowerCase: 0, capitalisedInside: 0, afterCapital: 0, beforeCapital: 0, before: [], after: [] }
  usages.set(word.lower, usage)
  return usage
}

function observeWord(usage: Usage, words: readonly TaggerWord[], at: number, isAllCapitals: boolean): void {
  const word = words[at]!
  usage.count += 1
  if (word.isLowerCase) usage.inLowerCase += 1
  if (!word.isCapitalised || isAllCapitals) return
  if (!isAtStart(words, at)) usage.capitalisedInside += 1
  if (at > 1 && words[at - 1]!.isCapitalised) usage.afterCapital += 1
  if (words[at + 1]?.isCapitalised) usage.beforeCapital += 1
  remember(usage.before, words[at - 1]?.lower ?? 1)
  remember(usage.after, words[at + 1]?.lower ?? 2)
}

function remember(neighbours: number[], hash: number): void {
  if (neighbours.length < MOST_NEIGHBOURS && !neighbours.includes(hash)) neighbours.push(hash)
}
