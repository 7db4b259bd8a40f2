import type { Word } from '../../../words.ts'
import { findLast, hasPhrase } from '../../../words.ts'
import type { Mode } from '../../../sentence-readers.ts'
import type { Range } from '../../../../model/passage.ts'
import { MODES } from './words.ts'

/** The words around a date that belong to it, cut at breaks between clauses and at other dates. */
export interface Clause {
  /** Words before the date, none when the date opens the clause. */
  readonly before: readonly Word[]
  readonly after: readonly Word[]
  /** The antecedent of a relative clause: the words before its "which" or "who". */
  readonly antecedent: readonly Word[]
  /** Words from the date before to the date after, across breaks. */
  readonly region: readonly Word[]
}

/** Words of a plan, if the day is not past. */
const PLANNING = [...MODES.schedule, ...MODES.future]
const BREAKERS = new Set(MODES.breaker)
const SPOKE = new Set(MODES.spoke)
const RELATIVES = new Set(MODES.relative)
/** Words before a relative pronoun that name what its clause is about. */
const ANTECEDENT = 5
const VERBS = new Set([...MODES.past, ...MODES.schedule])
/** Verbs of plans: "agreed to hold". */
const PLANNED = new Set(MODES.future.flatMap((phrase) => /^to (\w+)$/.exec(phrase)?.[1] ?? []))
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
  const right = cutToPlan(
    words.filter(({ start, end }) => start >= date.end && end <= to),
    to < text.length,
  )
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

/** "On Friday they agreed to hold a congress on 29 January": the congress is of the date behind it. */
function cutToPlan(right: readonly Word[], isDatedBehind: boolean): readonly Word[] {
  const plan = right.findIndex(({ key }, at) => key === 'to' && PLANNED.has(right[at + 1]?.key ?? ''))
  return isDatedBehind && plan >= 0 ? right.slice(0, plan) : right
}

/** "The port closed, officials said on Friday": the date is that of the statement. */
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

/** Search window, in words, for a cancellation after the date. */
const UNDONE_WITHIN = 8

/**
 * Whether a dated event is reported, planned or denied.
 *
 * @param clause the clause of the date
 * @param leading words of the sentence before the date, across clauses
 * @param time `past` or `future` if the whole day is before or after the day of publication
 */
export function readMode(clause: Clause, leading: readonly Word[], time: 'past' | 'future' | 'open'): Mode {
  const denial = findDenial(clause, leading)
  if (denial !== undefined) return { mode: 'denied', rule: 'event/denied', reason: `“${denial}” denies or undoes it.` }
  if (time === 'future' && hasHappened(clause))
    return {
      mode: 'reported',
      rule: 'contradiction/past-after-report',
      reason: 'It is told as past, on a day after that of publication.',
    }
  if (time === 'future')
    return { mode: 'plan', rule: 'event/after-publication', reason: 'The date lies after the day of publication.' }
  const plan = findPlan(clause, time)
  if (plan !== undefined) return { mode: 'plan', rule: 'event/planned', reason: `“${plan}” speaks of it as planned.` }
  return { mode: 'reported', rule: 'event/reported', reason: 'Nothing near the date speaks of a plan or a denial.' }
}

function findDenial({ before, after }: Clause, leading: readonly Word[]): string | undefined {
  const own = keysOf(before.length > 0 ? before : after)
  const refusal = findLast(own, MODES.refusal)
  if (refusal.at >= 0 && !hasPhrase(own.slice(0, refusal.at), MODES.saying)) return refusal.phrase
  const denial = findLast(keysOf(leading), MODES.denial)
  const follows = keysOf(leading).slice(denial.at + 1)
  if (denial.at >= 0 && hasPhrase(follows, MODES.complement)) return denial.phrase
  return findLast(keysOf(after.slice(0, UNDONE_WITHIN)), MODES.undone).phrase || undefined
}

/** The nearest verb before the date decides; if there is none, the first after it. */
function findPlan({ before, after }: Clause, time: 'past' | 'open'): string | undefined {
  const phrases = time === 'past' ? MODES.schedule : PLANNING
  const plan = findLast(keysOf(before), phrases)
  const past = findLastPast(keysOf(before))
  if (plan.at >= 0 || past >= 0) return plan.at >= past ? plan.phrase : undefined
  const behind = keysOf(after)
  const first = behind.findIndex((_, at) => findLast(behind.slice(0, at + 1), phrases).at === at || isPast(behind, at))
  return first >= 0 && !isPast(behind, first) ? findLast(behind.slice(0, first + 1), phrases).phrase : undefined
}

/** A finite verb that only a thing that has happened can have: "were killed", "took place"; nothing in the clause plans. */
function hasHappened({ before, after }: Clause): boolean {
  const keys = keysOf(before.length > 0 ? before : after)
  if (hasPhrase(keys, PLANNING)) return false
  const isPassive = keys.some((key, at) => (key === 'was' || key === 'were') && HAPPENED.has(keys[at + 1] ?? ''))
  return isPassive || hasPhrase(keys, MODES.occurred)
}

function findLastPast(keys: readonly string[]): number {
  return keys.findLastIndex((_, at) => isPast(keys, at))
}

const PAST = new Set(MODES.past)
const HAPPENED = new Set(MODES.happened)
const PASSIVE = new Set(MODES.passive)
const SCHEDULE = new Set(MODES.schedule)

function isPast(keys: readonly string[], at: number): boolean {
  const key = keys[at]!
  if (PASSIVE.has(keys[at - 1] ?? '') || SCHEDULE.has(key)) return false
  return PAST.has(key) || (key.length > 4 && key.endsWith('ed'))
}

function keysOf(words: readonly Word[]): string[] {
  return words.map(({ key }) => key)
}
