/** Words of the lines asked for last: every rule asks for those of every line. Cleared after so many. */
const known = new Map<string, readonly string[]>()
const MOST_LINES = 1000

/** The words of a line, without marks at their edges. */
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

/** True for a line that a bullet opens. */
export function isBullet(text: string): boolean {
  return /^[*•▪●·]\s/u.test(text)
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
