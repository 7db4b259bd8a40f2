import type { Telling } from '../../../model/dated-event.ts'
import type { Word } from '../../../lang/words.ts'
import type { Clause } from './read-clause.ts'
import { findLast, MODES } from '../read-acts.ts'

/** How a sentence speaks of what it dates, with the words that show it. */
export interface Mode {
  readonly mode: Telling['mode']
  readonly rule: string
  readonly reason: string
}

/** Words behind a date in which its undoing is looked for. */
const UNDONE_WITHIN = 8

/**
 * Reads whether something dated is told as having happened, as planned, or as denied.
 *
 * @param clause the clause of the date
 * @param leading words of the sentence before the date, across clauses
 * @param time `past` or `future` when the day lies wholly before or after the day of publication
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
  if (refusal.at >= 0 && findLast(own.slice(0, refusal.at), MODES.saying).at < 0) return refusal.phrase
  const denial = findLast(keysOf(leading), MODES.denial)
  const follows = keysOf(leading).slice(denial.at + 1)
  if (denial.at >= 0 && findLast(follows, MODES.complement).at >= 0) return denial.phrase
  return findLast(keysOf(after.slice(0, UNDONE_WITHIN)), MODES.undone).phrase || undefined
}

/** The nearest verb before the date decides; when none stands there, the first behind it. */
function findPlan({ before, after }: Clause, time: 'past' | 'open'): string | undefined {
  const phrases = time === 'past' ? MODES.schedule : [...MODES.schedule, ...MODES.future]
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
  if (findLast(keys, [...MODES.schedule, ...MODES.future]).at >= 0) return false
  const isPassive = keys.some((key, at) => (key === 'was' || key === 'were') && HAPPENED.has(keys[at + 1] ?? ''))
  return isPassive || findLast(keys, MODES.occurred).at >= 0
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
