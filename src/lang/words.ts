import type { Range } from '../model/passage.ts'
import { alignWords } from '../text/align.ts'
import { keyAt, readWords } from './read-words.ts'

/** A word of a text with the key under which its spellings meet; offsets in UTF-16 code units. */
export interface Word extends Range {
  readonly key: string
  /** The number of the key, in this process. */
  readonly number: number
}

/**
 * Splits a text into words that can be compared across sources.
 *
 * @param text any text
 * @returns words in order; a key has no case, accents, hyphens, apostrophes or stops, and one spelling of endings
 *   that a language spells in two ways
 */
export function splitWords(text: string): readonly Word[] {
  const words: Word[] = []
  const read = readWords(text)
  while (read.next()) words.push({ key: keyAt(read.number), number: read.number, start: read.start, end: read.end })
  return words
}

/**
 * The keys of the words of a part of a text: those that `splitWords` gives for the part by itself, but the text is split
 * once for all its parts.
 *
 * @param text any text
 * @param part range in the text; a word that it cuts counts as the part of it
 */
export function keysWithin(text: string, part: Range): string[] {
  return numbersWithin(text, part).map(keyAt)
}

/** The same as numbers of keys. */
export function numbersWithin(text: string, { start, end }: Range): number[] {
  const numbers: number[] = []
  const from = pushCut(numbers, text, { start, end })
  const read = readWords(text)
  while (read.next() && read.start < end) {
    if (read.start < from) continue
    if (read.end <= end) numbers.push(read.number)
    else numbers.push(...numbersOf(text.slice(read.start, end)))
  }
  return numbers
}

/** Reads a part that begins inside a word as far as the next space, where every word ends; returns where the rest begins. */
function pushCut(numbers: number[], text: string, { start, end }: Range): number {
  const read = readWords(text)
  while (read.next() && read.start < start) {
    if (read.end <= start) continue
    const rest = text.slice(start, end)
    const length = rest.search(/\s|$/)
    numbers.push(...numbersOf(rest.slice(0, length)))
    return start + length
  }
  return start
}

/** The keys of the words of a text. */
export function keysOf(text: string): string[] {
  return numbersOf(text).map(keyAt)
}

/** The same as numbers of keys. */
export function numbersOf(text: string): number[] {
  const numbers: number[] = []
  const read = readWords(text)
  while (read.next()) numbers.push(read.number)
  return numbers
}

/**
 * The keys of a phrase, joined by spaces: what an entry of a word list is before it is looked for among keys.
 *
 * @param phrase one or several words
 */
export function keyPhrase(phrase: string): string {
  return keysOf(phrase).join(' ')
}

/**
 * Finds the last occurrence of one of the phrases.
 *
 * @param keys keys of the words to search, in order
 * @param phrases one or several words each
 * @returns index of the last word of the phrase, and the phrase; index -1 if there is none
 */
export function findLast(keys: readonly string[], phrases: readonly string[]): { at: number; phrase: string } {
  const openers = indexOpeners(phrases)
  let best = { at: -1, phrase: '' }
  for (const [first, key] of keys.entries())
    for (const { words, phrase } of openers.get(key) ?? []) {
      const at = first + words.length - 1
      const isBetter = at > best.at || (at === best.at && phrase.length > best.phrase.length)
      if (isBetter && standsAt(keys, first, words)) best = { at, phrase }
    }
  return best
}

/** Whether the keys contain one of the phrases. */
export function hasPhrase(keys: readonly string[], phrases: readonly string[]): boolean {
  const openers = indexOpeners(phrases)
  return keys.some((key, first) => openers.get(key)?.some(({ words }) => standsAt(keys, first, words)) === true)
}

const standsAt = (keys: readonly string[], first: number, words: readonly string[]): boolean =>
  words.every((word, at) => keys[first + at] === word)

/** Phrases by their first word. */
type Openers = ReadonlyMap<string, readonly { readonly words: readonly string[]; readonly phrase: string }[]>

/** By list: a list is looked for in every sentence. */
const indexed = new WeakMap<readonly string[], Openers>()

function indexOpeners(phrases: readonly string[]): Openers {
  const known = indexed.get(phrases)
  if (known) return known
  const split = phrases.map((phrase) => ({ words: phrase.split(' '), phrase }))
  const openers = Map.groupBy(split, ({ words }) => words[0]!)
  indexed.set(phrases, openers)
  return openers
}

/**
 * One difference between two texts. An empty range marks words missing in one of them. `spelling`: the same word in
 * another spelling; `wording`: other words.
 */
export interface WordChange {
  readonly kind: 'spelling' | 'wording'
  readonly before: Range
  readonly after: Range
}

/**
 * Compares two texts word by word; marks and case are not compared.
 *
 * @param before the text compared with
 * @param after the text whose differences are wanted
 * @returns differences in order; ranges over `before` and `after` in UTF-16 code units
 */
export function diffWords(before: string, after: string): WordChange[] {
  const [a, b] = [splitWords(before), splitWords(after)]
  const pairs = alignWords(
    a.map(({ key }) => key),
    b.map(({ key }) => key),
  )
  const changes: WordChange[] = []
  let [nextA, nextB] = [0, 0]
  for (const [atA, atB] of [...pairs, [a.length, b.length] as const]) {
    if (atA > nextA || atB > nextB)
      changes.push({ kind: 'wording', before: stretch(a, nextA, atA), after: stretch(b, nextB, atB) })
    const [wordA, wordB] = [a[atA], b[atB]]
    if (wordA && wordB && !isSpeltAlike(before, wordA, after, wordB))
      changes.push({ kind: 'spelling', before: rangeOf(wordA), after: rangeOf(wordB) })
    ;[nextA, nextB] = [atA + 1, atB + 1]
  }
  return changes
}

function isSpeltAlike(before: string, a: Word, after: string, b: Word): boolean {
  const plain = (text: string, { start, end }: Range) =>
    text.slice(start, end).normalize('NFC').toLowerCase().replace(/’/g, "'").replace(/[‐‑]/g, '-')
  return plain(before, a) === plain(after, b)
}

/**
 * From the start of word `from` to the end of the word before `to`; empty after the word before `from` if there are
 * no words.
 */
function stretch(words: readonly Word[], from: number, to: number): Range {
  if (to > from) return { start: words[from]!.start, end: words[to - 1]!.end }
  const at = words[from - 1]?.end ?? 0
  return { start: at, end: at }
}

function rangeOf({ start, end }: Range): Range {
  return { start, end }
}
