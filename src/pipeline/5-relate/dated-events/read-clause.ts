import type { Range } from '../../../model/passage.ts'
import type { Word } from '../../../lang/words.ts'
import { MODES } from '../read-acts.ts'

/** The words around a date that belong to it, cut at breaks between clauses and at other dates. */
export interface Clause {
  /** Words before the date, none when the date opens the clause. */
  readonly before: readonly Word[]
  readonly after: readonly Word[]
  /** What a relative clause is about: the words before its "which" or "who". */
  readonly antecedent: readonly Word[]
  /** Words from the date before to the date after, across breaks. */
  readonly region: readonly Word[]
}

const BREAKERS = new Set(MODES.breaker)
const SPOKE = new Set(MODES.spoke)
const RELATIVES = new Set(MODES.relative)
/** Words before a relative pronoun that name what its clause is about. */
const ANTECEDENT = 5
const VERBS = new Set([...MODES.past, ...MODES.schedule])
const DASH = /[;:—–]|--/
/** A date with so few words before it in its clause opens the clause: "On Friday, …", "But on Friday …". */
const OPENING = 2

/**
 * Cuts the clause of a date out of its sentence.
 *
 * @param text text of the sentence
 * @param words its words
 * @param date the date's range in the sentence
 * @param others ranges of the other dates of the sentence
 */
export function readClause(text: string, words: readonly Word[], date: Range, others: readonly Range[]): Clause {
  const from = Math.max(0, ...others.filter(({ end }) => end <= date.start).map(({ end }) => end))
  const to = Math.min(text.length, ...others.filter(({ start }) => start >= date.end).map(({ start }) => start))
  const left = words.filter(({ start, end }) => start >= from && end <= date.start)
  const right = words.filter(({ start, end }) => start >= date.end && end <= to)
  const breakAt = left.findLastIndex((word, at) => at < left.length - 1 && isBreak(text, word))
  const before = cutToCredit(
    text,
    left.slice(BREAKERS.has(left[breakAt]?.key ?? '') ? breakAt + 1 : Math.max(0, breakAt)),
  )
  const antecedent = RELATIVES.has(left[breakAt]?.key ?? '')
    ? left.slice(Math.max(0, breakAt - ANTECEDENT), breakAt)
    : []
  const isOpening = before.length <= OPENING && before.every(({ key }) => !VERBS.has(key))
  const stop = right.findIndex((word) => isBreak(text, word) || (!isOpening && isBehindComma(text, word)))
  const after = stop < 0 ? right : right.slice(0, stop)
  return { before: isOpening ? [] : before, after, antecedent, region: [...left, ...right] }
}

/** "The port closed, officials said on Friday": the date is that of the saying. */
function cutToCredit(text: string, before: readonly Word[]): readonly Word[] {
  const at = before.findLastIndex((word) => isBehindComma(text, word))
  return at > 0 && before.slice(at).some(({ key }) => SPOKE.has(key)) ? before.slice(at) : before
}

/** A comma ends what belongs to a date inside its clause: "… on Friday, Vale said". */
function isBehindComma(text: string, { start }: Word): boolean {
  return text.slice(Math.max(0, start - 2), start).includes(',')
}

/** Whether a clause begins with the word (behind a dash), or right after it (a conjunction). */
function isBreak(text: string, { key, start }: Word): boolean {
  return BREAKERS.has(key) || DASH.test(text.slice(Math.max(0, start - 3), start))
}
