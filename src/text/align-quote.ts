import type { Range } from '../model/span.ts'
import { distanceBetween } from './nearest-name.ts'

/** A word of a text, lower case, with its range in UTF-16 code units. */
interface Word extends Range {
  readonly key: string
}

/** Words and numbers of a text; punctuation is in none of them. */
export function quoteWords(text: string): Word[] {
  return Array.from(
    text.matchAll(/\p{N}+(?:[.,]\p{N}+)*|[\p{L}\p{M}]+(?:['’][\p{L}\p{M}]+)*/gu),
    ({ 0: word, index }) => ({
      key: word.toLowerCase(),
      start: index,
      end: index + word.length,
    }),
  )
}

/** Where words stand in a text, and at what cost: 1 for each that is missing, added or another, less for another spelling. */
interface Alignment extends Range {
  readonly cost: number
  /** The part of the cost that falls on the words `within`. */
  readonly costWithin: number
}

/** More than any number of edits: another number is another statement. */
export const OTHER_NUMBER = 1000

/**
 * Finds the place of a text that is most similar to a run of words (Sellers 1980).
 *
 * @param within indices of those words whose range is wanted; the others are their context
 * @returns the range in UTF-16 code units; undefined when none of these words has a counterpart
 */
export function alignQuote(words: readonly Word[], within: Range, text: readonly Word[]): Alignment | undefined {
  const width = text.length + 1
  const costs = new Float64Array((words.length + 1) * width)
  for (let i = 1; i <= words.length; i += 1) {
    costs[i * width] = costs[(i - 1) * width]! + costOfAlone(words[i - 1]!)
    for (let j = 1; j < width; j += 1)
      costs[i * width + j] = Math.min(
        costs[(i - 1) * width + j - 1]! + costOf(words[i - 1]!, text[j - 1]!),
        costs[(i - 1) * width + j]! + costOfAlone(words[i - 1]!),
        costs[i * width + j - 1]! + costOfAlone(text[j - 1]!),
      )
  }
  return traceBack(words, within, text, costs)
}

function traceBack(
  words: readonly Word[],
  within: Range,
  text: readonly Word[],
  costs: Float64Array,
): Alignment | undefined {
  const width = text.length + 1
  const last = costs.subarray(words.length * width)
  let j = last.indexOf(last.reduce((a, b) => Math.min(a, b)))
  const cost = last[j]!
  const held: Word[] = []
  let costWithin = 0
  for (let i = words.length; i > 0; ) {
    const here = costs[i * width + j]!
    const isWithin = i > within.start && i <= within.end
    const pair = j > 0 ? costOf(words[i - 1]!, text[j - 1]!) : Infinity
    const isPair = j > 0 && here === costs[(i - 1) * width + j - 1]! + pair
    const isMissing = !isPair && here === costs[(i - 1) * width + j]! + costOfAlone(words[i - 1]!)
    const spent = isPair ? pair : costOfAlone(isMissing ? words[i - 1]! : text[j - 1]!)
    if (isWithin) costWithin += spent
    if (isPair && isWithin) held.push(text[j - 1]!)
    if (isPair || isMissing) i -= 1
    if (isPair || !isMissing) j -= 1
  }
  if (held.length === 0) return undefined
  return { start: held.at(-1)!.start, end: held[0]!.end, cost, costWithin }
}

/** What sets two runs of words apart, word for word; those that the second lacks count in full. */
export function costInOrder(words: readonly Word[], others: readonly Word[]): number {
  return words.reduce((sum, word, index) => sum + (others[index] ? costOf(word, others[index]) : 1), 0)
}

function costOf(a: Word, b: Word): number {
  if (a.key === b.key) return 0
  if (isNumber(a) || isNumber(b)) return OTHER_NUMBER
  return distanceBetween(a.key, b.key) / Math.max(a.key.length, b.key.length)
}

const costOfAlone = (word: Word) => (isNumber(word) ? OTHER_NUMBER : 1)

const isNumber = ({ key }: Word) => /\p{N}/u.test(key)
