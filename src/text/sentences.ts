import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import type { Range } from '../model/span.ts'

const lists: { 'before-name': string[]; any: string[] } = parse(
  readFileSync(new URL('./abbreviations.yml', import.meta.url), 'utf8'),
)
const BEFORE_NAME = new Set(lists['before-name'])
const ANY = new Set(lists.any)

/** A stop with the quotation marks and brackets that close after it, then space, then what opens the next sentence. */
const BREAK = /([.!?…]{1,9})(["'”’»)\]]{0,9})(\s{1,9})(?=["'“‘«([]{0,9}[\p{Lu}\p{Lt}\p{N}])/gu

/** What begins a sentence after a stop that might be an abbreviation's. */
const OPENING = /^\s+["“]?(?:The|A|An|In|On|At|He|She|It|They|But|And|This|That|We|I)\s/u
/** One capital after a preposition is a name ("in a post on X."), not an initial, when a new sentence or quotation begins. */
const NAMED = /\b(?:at|by|from|in|on|to)\s$/u

/**
 * No sentence is longer than this, in UTF-16 code units. What is related by standing in one sentence grows with the
 * square of its length: a text without stops is read in parts.
 */
export const MAX_SENTENCE = 1000

/**
 * Splits a passage into sentences.
 *
 * @param text text of one passage
 * @returns ranges in order (UTF-16 code units), without the space between them; together they hold every other character
 */
export function splitSentences(text: string): Range[] {
  return splitAtStops(text).flatMap((sentence) => partLong(text, sentence))
}

/** Whether a sentence of a passage is so long that it is read in parts. */
export function hasLongSentence(text: string): boolean {
  return text.length > MAX_SENTENCE && splitAtStops(text).some(({ start, end }) => end - start > MAX_SENTENCE)
}

function partLong(text: string, { start, end }: Range): Range[] {
  const parts: Range[] = []
  let from = start
  while (end - from > MAX_SENTENCE) {
    const to = from + cutIn(text.slice(from, from + MAX_SENTENCE))
    parts.push({ start: from, end: to })
    from = to
    while (/\s/.test(text[from]!)) from += 1
  }
  return [...parts, { start: from, end }]
}

/** Where to part a run: behind the last comma or semicolon of its second half, else at the last space there, else at its end. */
function cutIn(run: string): number {
  const half = run.length / 2
  const comma = Math.max(run.lastIndexOf(', '), run.lastIndexOf('; ')) + 1
  const space = run.lastIndexOf(' ')
  const isPairParted = /[\uD800-\uDBFF]$/.test(run)
  return comma > half ? comma : space > half ? space : run.length - (isPairParted ? 1 : 0)
}

function splitAtStops(text: string): Range[] {
  const sentences: Range[] = []
  let start = text.length - text.trimStart().length
  for (const match of text.matchAll(BREAK)) {
    const end = match.index + match[1]!.length + match[2]!.length
    if (end <= start || !endsSentence(text, match.index, match[1]!, match[2]!)) continue
    sentences.push({ start, end })
    start = end + match[3]!.length
  }
  const end = text.trimEnd().length
  if (end > start) sentences.push({ start, end })
  return sentences
}

function endsSentence(text: string, at: number, stop: string, closing: string): boolean {
  if (stop !== '.' || closing.includes('"') || closing.includes('”')) return true
  const word = lastWord(text, at)
  const lower = word.toLowerCase()
  if (BEFORE_NAME.has(lower)) return false
  const rest = text.slice(at + 1, at + 12)
  if (/^\p{Lu}$/u.test(word))
    return NAMED.test(text.slice(Math.max(0, at - 6), at - 1)) && (OPENING.test(rest) || /^\s+["“]/u.test(rest))
  return !ANY.has(lower) || OPENING.test(rest)
}

/** The word that ends at `at`, with inner full stops. */
function lastWord(text: string, at: number): string {
  let start = at
  while (start > 0 && /[\p{L}\p{N}.]/u.test(text[start - 1]!)) start -= 1
  return text.slice(start, at)
}

/** The sentence of `sentences` that holds the offset, or the nearest one before it, found by halving. */
export function sentenceAt<T extends Range>(sentences: readonly T[], offset: number): T | undefined {
  let [low, high] = [0, sentences.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if (sentences[middle]!.start <= offset) low = middle + 1
    else high = middle
  }
  return sentences[Math.max(0, low - 1)]
}
