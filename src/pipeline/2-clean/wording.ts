import { readFileSync } from 'node:fs'
import { parse } from 'yaml'

type List = 'dangling' | 'small' | 'empty' | 'media'
const lists: Record<List, string[]> = parse(readFileSync(new URL('./wording.yml', import.meta.url), 'utf8'))
const DANGLING = new Set(lists.dangling)
const SMALL = new Set(lists.small)
const EMPTY = new Set(lists.empty)
const MEDIA = new Set(lists.media)

/** Words of the lines met last: every rule asks for those of every line. The memory is given back when there are more. */
const known = new Map<string, readonly string[]>()
const MOST_LINES = 1000

/** The words of a text, without marks at their edges. */
export function wordsOf(text: string): readonly string[] {
  const found = known.get(text)
  if (found) return found
  if (known.size >= MOST_LINES) known.clear()
  const words = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}.'’-]*/gu) ?? []
  known.set(text, words)
  return words
}

/** True when a text ends as a sentence does, closing quotation marks and brackets left aside. */
export function isEnded(text: string): boolean {
  return /[.!?…。]["'”’»)\]*]{0,4}$/u.test(text)
}

/** True for a text that closes with a full stop and is long enough to say something. */
export function isSentence(text: string): boolean {
  return isEnded(text) && wordsOf(text).length >= 5
}

/** True for a sentence, and for a paragraph that holds one and closes without a full stop, as before a list. */
export function isProse(text: string): boolean {
  return isSentence(text) || (/\p{Ll}{3}[.!?]["”’']? ["“‘']?\p{Lu}/u.test(text) && wordsOf(text).length >= 12)
}

/** True for a line that a bullet opens. */
export function isBullet(text: string): boolean {
  return /^[*•▪●·]\s/u.test(text)
}

/** True when the last word calls for another: "the talks in". */
export function isDangling(text: string): boolean {
  const last = wordsOf(text.slice(-30)).at(-1)
  return !isEnded(text) && (text.endsWith(',') || (last !== undefined && DANGLING.has(last) && text.endsWith(last)))
}

/** True when a text begins in lower case and not with a word written so for its own sake, as "iPhone". */
export function isContinuation(text: string): boolean {
  return /^\p{Ll}(?!\p{Lu})/u.test(text) && !/^\S{0,80}(?:@|:\/\/|\.\p{Ll}{2,6}(?:\/|$))/u.test(text)
}

/** True when every word that is not small begins with a capital or a figure. */
export function isTitleCase(text: string): boolean {
  const words = wordsOf(text).filter((word) => !SMALL.has(word))
  return words.length > 0 && words.every((word) => /^(?:\p{Ll}{1,3}[-'’])?[\p{Lu}\p{Lt}\p{N}]/u.test(word))
}

/** True when a name closes with a word such as "Gazette" or "TV", or is an address such as "northport.example". */
export function isMediaName(text: string): boolean {
  const words = wordsOf(text)
  return isTitleCase(text) && words.length <= 6 && (MEDIA.has(words.at(-1) ?? '') || /\.(?:com|net|org)$/u.test(text))
}

/** The subject words of a text, cut to six letters so that "talk" meets "talks". */
export function stemsOf(text: string): Set<string> {
  const words = wordsOf(text).map((word) => word.toLowerCase().replace(/['’]s$/, ''))
  return new Set(
    words
      .filter((word) => word.length > 2 && !EMPTY.has(word))
      .map((word) => word.slice(0, 6).replace(/(?:es|s)$/, '')),
  )
}

/** How many subject words two texts have in common. */
export function countShared(first: ReadonlySet<string>, second: ReadonlySet<string>): number {
  let shared = 0
  for (const stem of first) if (second.has(stem)) shared += 1
  return shared
}
