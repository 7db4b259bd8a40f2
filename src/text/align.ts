import type { Range } from '../model/passage.ts'
import { distanceBetween } from './compare.ts'

/** A word of a text, lower case, with its range in UTF-16 code units. */
interface Word extends Range {
  readonly key: string
}

/** Words and numbers of a text, without punctuation. */
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

/**
 * The place of words in a text and its cost: 1 for each missing, added or different word, less for another spelling.
 */
interface Alignment extends Range {
  readonly cost: number
  /** The part of the cost that falls on the words `within`. */
  readonly costWithin: number
}

/** Cost of another number, more than any number of edits: it is another statement. */
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

/** Edit distance of two runs of words; words that the second lacks count in full. */
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

/**
 * Finds the longest common subsequence of two lists of keys (Hunt and McIlroy's problem, solved by the plain table).
 * Time and space grow with the product of what remains after the common beginning and end are taken off.
 *
 * @param before keys of one text, in order
 * @param after keys of the other
 * @returns pairs of positions that match, in order
 */
export function alignWords(before: readonly string[], after: readonly string[]): [number, number][] {
  const shorter = Math.min(before.length, after.length)
  let head = 0
  while (head < shorter && before[head] === after[head]) head += 1
  let tail = 0
  while (tail < shorter - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail += 1
  const middle = alignMiddle(before.slice(head, before.length - tail), after.slice(head, after.length - tail))
  return [
    ...Array.from({ length: head }, (_, at): [number, number] => [at, at]),
    ...middle.map(([a, b]): [number, number] => [a + head, b + head]),
    ...Array.from({ length: tail }, (_, at): [number, number] => [before.length - tail + at, after.length - tail + at]),
  ]
}

function alignMiddle(before: readonly string[], after: readonly string[]): [number, number][] {
  const width = after.length + 1
  const lengths = new Uint32Array((before.length + 1) * width)
  for (let a = before.length - 1; a >= 0; a -= 1) {
    for (let b = after.length - 1; b >= 0; b -= 1) {
      lengths[a * width + b] =
        before[a] === after[b]
          ? lengths[(a + 1) * width + b + 1]! + 1
          : Math.max(lengths[(a + 1) * width + b]!, lengths[a * width + b + 1]!)
    }
  }
  return walk(before, after, lengths, width)
}

function walk(
  before: readonly string[],
  after: readonly string[],
  lengths: Uint32Array,
  width: number,
): [number, number][] {
  const pairs: [number, number][] = []
  let [a, b] = [0, 0]
  while (a < before.length && b < after.length) {
    if (before[a] === after[b]) pairs.push([a++, b++])
    else if (lengths[(a + 1) * width + b]! >= lengths[a * width + b + 1]!) a += 1
    else b += 1
  }
  return pairs
}
