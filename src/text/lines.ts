import { partitionPoint } from './partition-point.ts'
/** Line and column counted from 1; the column in Unicode code points. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** The position of an offset (UTF-16 code units) in a text whose lines end in LF, CR LF or CR. */
export function positionAt(text: string, offset: number): Position {
  const before = text.slice(0, offset).split(/\r\n|\r|\n/)
  return { line: before.length, column: [...(before.at(-1) ?? '')].length + 1 }
}

/** Finds the lines of many offsets of one text, counted from 1, in one pass. */
export function indexLines(text: string): (offset: number) => number {
  const ends = Array.from(text.matchAll(/\r\n|\r|\n/g), ({ 0: end, index }) => index + end.length)
  return (offset) => partitionPoint(ends.length, (at) => ends[at]! <= offset) + 1
}

/** Memoizes `wordsOf`, which every rule calls for every line. Cleared when it is full. */
const known = new Map<string, readonly string[]>()
const MOST_LINES = 1000

/** The first alternative is the commonest word of all; for the classes of the second each letter takes a call. */
const WORD = /[A-Za-z0-9]+(?=[ ,;:!?)”"]|$)|[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*/gu

/** The words of a line, without marks at their edges. */
export function wordsOf(text: string): readonly string[] {
  const found = known.get(text)
  if (found) return found
  if (known.size >= MOST_LINES) known.clear()
  const words = text.match(WORD) ?? []
  known.set(text, words)
  return words
}

/** True when a text ends as a sentence does, closing quotation marks and brackets left aside. */
export function isEnded(text: string): boolean {
  return /[.!?…。]["”'’»)\]*]{0,4}$/u.test(text)
}

/** True for a text that closes with a full stop and is long enough to say something. */
export function isSentence(text: string): boolean {
  return isEnded(text) && wordsOf(text).length >= 5
}

/** True for a sentence, and for a paragraph that holds one and closes without a full stop, as before a list. */
export function isProse(text: string): boolean {
  return isSentence(text) || (/\p{Ll}{3}[.!?]["”’']? ["“‘']?\p{Lu}/u.test(text) && wordsOf(text).length >= 12)
}

/** True for a line that a bullet opens, as pages print them and as word processors paste them (U+F0A7, U+F0B7, U+F0D8). */
export function isBullet(text: string): boolean {
  return /^[*•▪●·‣⁃∙◦○■□➢➤►▸✓✔\uF0A7\uF0B7\uF0D8]\s/u.test(text)
}

/** True for a line that opens as an item of a list does: with a bullet, "2.", "(b)", or with a dash. */
export function isItem(text: string): boolean {
  return isBullet(text) || /^(?:\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)]|[-–—])\s+\S/u.test(text)
}

/**
 * True for a short line that gives facts as the headline of another article does not: an item of a list, a label with
 * its value ("For: 300"), a name with an age or a score ("Ana Lopes, 31, welder"), a line of verse, an answer.
 */
export function isRecord(text: string): boolean {
  return (
    isItem(text) ||
    /^\p{Lu}[^:?!]{0,40}: ?(?:[\d$£€]|[^:]{2,80}, )/u.test(text) ||
    /^\p{Lu}[^,]{2,40}, \d{1,3}(?:,|$)/u.test(text) ||
    /^[\p{L}\d](?:\S{0,20} ){1,6}[\d.,:–-]{1,12}%?$/u.test(text) ||
    /^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,3}, \p{Lu}[^,]{1,40}$/u.test(text) ||
    /[,;—]$/u.test(text) ||
    (isEnded(text) && !isQuestion(text)) ||
    /^\p{Ll}+\s/u.test(text)
  )
}

/** True for a short line that asks or exclaims: a headline may end so, as a sentence does. */
export function isQuestion(text: string): boolean {
  return /[?!]["”’']?$/u.test(text) && wordsOf(text).length <= 20
}

/** True when a text begins in lower case and not with a word written so for its own sake, as "iPhone". */
export function isContinuation(text: string): boolean {
  return /^\p{Ll}(?!\p{Lu})/u.test(text) && !/^\S{0,80}(?:@|:\/\/|\.\p{Ll}{2,6}(?:\/|$))/u.test(text)
}

/** How many keys two sets have in common. */
export function countShared(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  let shared = 0
  for (const key of first) if (second.has(key)) shared += 1
  return shared
}
