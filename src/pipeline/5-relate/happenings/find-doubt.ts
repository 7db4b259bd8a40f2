import type { Evidence } from './collect-evidence.ts'
import type { Statement } from './collect-statements.ts'
import { lengthOf } from './day-interval.ts'

/** Longest interval (days) that can be one happening without a doubt: a week, when both give the same one. */
export const SHORT = 7
/** Longest interval (days) that can be one happening with another that only overlaps it. */
const BRIEF = 3
/** Pieces of evidence (acts, actors, other words) that make two statements one. */
export const ENOUGH = 3

/**
 * Finds what speaks against taking two statements for one happening.
 *
 * @param gap days between them; nothing when one is not known
 * @returns the end of a sentence, or nothing when time, participants and wording agree
 */
export function findDoubt(a: Statement, b: Statement, gap: number | undefined, evidence: Evidence): string | undefined {
  return doubtTime(a, b, gap) ?? doubtTelling(a, b) ?? doubtParticipants(a, b, evidence)
}

function doubtTime(a: Statement, b: Statement, gap: number | undefined): string | undefined {
  if (gap === undefined) return 'the day of one cannot be placed'
  if (gap > 0) return `their dates lie ${gap} ${gap === 1 ? 'day' : 'days'} apart`
  const isYearless = a.time.kind === 'yearless' || b.time.kind === 'yearless'
  if (isYearless && a.file !== b.file) return 'the year of one is not stated'
  const longest = Math.max(lengthOf(a.time.interval), lengthOf(b.time.interval))
  if (longest > SHORT) return 'one of the dates is wider than a week'
  return longest > BRIEF && !isSameInterval(a, b) ? 'one gives days, the other a longer time' : undefined
}

function isSameInterval({ time: a }: Statement, { time: b }: Statement): boolean {
  return a.interval.first === b.interval.first && a.interval.last === b.interval.last
}

function doubtTelling(a: Statement, b: Statement): string | undefined {
  if (a.mode.mode !== b.mode.mode) return `one is told as ${sayMode(a)}, the other as ${sayMode(b)}`
  return a.isBorrowed || b.isBorrowed ? 'one names its participants only in the sentence before' : undefined
}

function sayMode({ mode }: Statement): string {
  return mode.mode === 'plan' ? 'planned' : mode.mode
}

function doubtParticipants(a: Statement, b: Statement, { acts, actors, stems }: Evidence): string | undefined {
  if (actors.length === 0) return 'they name no participant in common'
  const isPeopledApart = ['person:', 'organisation:'].some((kind) => hasOther(a, b, kind) && hasOther(b, a, kind))
  if (isPeopledApart) return 'each names a participant that the other does not'
  return acts.length + stems.length + actors.length >= ENOUGH ? undefined : 'they share few words'
}

/** Has a participant of this kind that the other lacks. */
function hasOther(one: Statement, other: Statement, kind: string): boolean {
  return [...one.actors].some((key) => key.startsWith(kind) && !other.actors.has(key))
}
