import type { Evidence } from './collect-evidence.ts'
import type { DatedStatement } from './collect-statements.ts'
import { lengthOf } from './day-interval.ts'

/** Longest interval (days) that can be one dated event without a doubt: a week, when both give the same one. */
export const SHORT = 7
/** Longest interval (days) that can be one dated event with another that only overlaps it. */
const BRIEF = 3
/** Pieces of evidence (acts, actors, other words) that make two statements one. */
export const ENOUGH = 3

/**
 * Finds what speaks against taking two statements for one dated event.
 *
 * @param gap days between them; nothing when one is not known
 * @returns the end of a sentence, or nothing when time, participants and wording agree
 */
export function findObjection(
  a: DatedStatement,
  b: DatedStatement,
  gap: number | undefined,
  evidence: Evidence,
): string | undefined {
  return objectToTime(a, b, gap) ?? objectToTelling(a, b) ?? objectToParticipants(a, b, evidence)
}

function objectToTime(a: DatedStatement, b: DatedStatement, gap: number | undefined): string | undefined {
  if (gap === undefined) return 'the day of one cannot be placed'
  if (gap > 0) return `their dates lie ${gap} ${gap === 1 ? 'day' : 'days'} apart`
  const isYearless = a.time.kind === 'yearless' || b.time.kind === 'yearless'
  if (isYearless && a.file !== b.file) return 'the year of one is not stated'
  const longest = Math.max(lengthOf(a.time.interval), lengthOf(b.time.interval))
  if (longest > SHORT) return 'one of the dates is wider than a week'
  return longest > BRIEF && !isSameInterval(a, b) ? 'one gives days, the other a longer time' : undefined
}

function isSameInterval({ time: a }: DatedStatement, { time: b }: DatedStatement): boolean {
  return a.interval.first === b.interval.first && a.interval.last === b.interval.last
}

function objectToTelling(a: DatedStatement, b: DatedStatement): string | undefined {
  if (a.mode.mode !== b.mode.mode) return `one is told as ${sayMode(a)}, the other as ${sayMode(b)}`
  return a.isBorrowed || b.isBorrowed ? 'one names its participants only in the sentence before' : undefined
}

function sayMode({ mode }: DatedStatement): string {
  return mode.mode === 'plan' ? 'planned' : mode.mode
}

function objectToParticipants(
  a: DatedStatement,
  b: DatedStatement,
  { acts, actors, stems }: Evidence,
): string | undefined {
  if (actors.length === 0) return 'they name no participant in common'
  const isPeopledApart = ['person:', 'organisation:'].some((kind) => hasOther(a, b, kind) && hasOther(b, a, kind))
  if (isPeopledApart) return 'each names a participant that the other does not'
  return acts.length + stems.length + actors.length >= ENOUGH ? undefined : 'they share few words'
}

/** Has a participant of this kind that the other lacks. */
function hasOther(one: DatedStatement, other: DatedStatement, kind: string): boolean {
  return [...one.actors].some((key) => key.startsWith(kind) && !other.actors.has(key))
}
