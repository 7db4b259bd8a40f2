import type { Range } from '../model/passage.ts'
import { alignWords } from '../text/align.ts'
import { splitWords } from './words.ts'
import type { Word } from './words.ts'

/**
 * One place where two texts differ. An empty range stands where the words of the other text are missing.
 * `spelling`: the same word written in another way; `wording`: other words.
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

/** From the start of word `from` to the end of the word before `to`; empty after the word before `from` when there is none. */
function stretch(words: readonly Word[], from: number, to: number): Range {
  if (to > from) return { start: words[from]!.start, end: words[to - 1]!.end }
  const at = words[from - 1]?.end ?? 0
  return { start: at, end: at }
}

function rangeOf({ start, end }: Range): Range {
  return { start, end }
}
