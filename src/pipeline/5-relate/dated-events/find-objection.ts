import { isCommonAct, isWeakAct, nameAct } from '../../../lang/kinds.ts'
import { splitWords } from '../../../lang/words.ts'
import { intersect } from '../../../text/compare.ts'
import type { Sentence } from '../sentences.ts'
import { stemsOf } from '../sentences.ts'
import type { DatedStatement } from './collect-statements.ts'
import { numberStem } from './collect-statements.ts'
import { isWeekdayPossible, lengthOf } from './read-time.ts'

/** Longest interval (days) that can be one dated event without a doubt: a week, when both give the same one. */
export const SHORT = 7
/** Longest interval (days) that can be one dated event with another that only overlaps it. */
const BRIEF = 3
/** Pieces of evidence (acts, actors, other words) that make two statements one. */
export const ENOUGH = 3

/**
 * Finds the objection to joining two statements into one dated event.
 *
 * @param gap days between them; nothing when one is not known
 * @returns the reason as the end of a sentence; nothing when time, participants and wording agree
 */
export function findObjection(
  a: DatedStatement,
  b: DatedStatement,
  gap: number | undefined,
  evidence: Evidence,
): string | undefined {
  return objectToTime(a, b, gap) ?? objectToReport(a, b) ?? objectToParticipants(a, b, evidence)
}

function objectToTime(a: DatedStatement, b: DatedStatement, gap: number | undefined): string | undefined {
  if (gap === undefined) return 'the day of one cannot be placed'
  if (gap > 0) return `their dates are ${gap} ${gap === 1 ? 'day' : 'days'} apart`
  const isYearless = a.time.kind === 'yearless' || b.time.kind === 'yearless'
  if (isYearless && a.file !== b.file) return 'the year of one is not stated'
  const longest = Math.max(lengthOf(a.time.interval), lengthOf(b.time.interval))
  if (longest > SHORT) return 'one of the dates spans more than a week'
  return longest > BRIEF && !isSameInterval(a, b) ? 'one gives days, the other a longer period' : undefined
}

function isSameInterval({ time: a }: DatedStatement, { time: b }: DatedStatement): boolean {
  return a.interval.first === b.interval.first && a.interval.last === b.interval.last
}

function objectToReport(a: DatedStatement, b: DatedStatement): string | undefined {
  if (a.mode.mode !== b.mode.mode) return `one is reported as ${sayMode(a)}, the other as ${sayMode(b)}`
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
  const haveOtherActors = ['person:', 'organisation:'].some((kind) => hasOther(a, b, kind) && hasOther(b, a, kind))
  if (haveOtherActors) return 'each names a participant that the other does not'
  return acts.length + stems.length + actors.length >= ENOUGH ? undefined : 'they share few words'
}

/** Has a participant of this kind that the other lacks. */
function hasOther(one: DatedStatement, other: DatedStatement, kind: string): boolean {
  return [...one.actors].some((key) => key.startsWith(kind) && !other.actors.has(key))
}

/** Days by which two datings of one thing may differ. */
export const NEAR = 3
/** Score from which a statement without a known day may be the same as another. */
const LIKELY = 6

/** Whether two statements can be near enough, whatever they share: asked first, as most that are compared share a month only. */
export function canBeNear(a: DatedStatement, b: DatedStatement, gap: number | undefined): boolean {
  if (gap === undefined) return a.mode.mode === b.mode.mode && isWeekdayPossible(a.time, b.time)
  return gap === 0 || (gap <= NEAR && [a, b].every(isPinned))
}

/** Tells of a few days, and of its own. */
const isPinned = ({ time, isWide, isElsewhere }: DatedStatement) =>
  !isWide && !isElsewhere && lengthOf(time.interval) <= SHORT

/**
 * Words that two statements that can be near must share to be shown beside one another, for the acts and names that they
 * share: infinitely many where words would not do.
 *
 * @param gap days between them; nothing when one is not known
 */
export function wordsNeeded(
  a: DatedStatement,
  b: DatedStatement,
  gap: number | undefined,
  named: Omit<Evidence, 'stems'>,
): number {
  if (gap === undefined) return wordsNeededUndated(a, b, named)
  // In accounts of the past many similar events are near in time, so it takes more evidence to call two of them one with two dates.
  const enough = a.mode.mode === 'plan' ? ENOUGH : ENOUGH + 1
  return gap === 0 ? 0 : enough - named.acts.length - named.names.length
}

/** Where a day is not known, more must agree: uncommon acts, names, and the names that both sources open with. Words count as one. */
function wordsNeededUndated(a: DatedStatement, b: DatedStatement, { acts, names }: Omit<Evidence, 'stems'>): number {
  if (acts.length === 0) return Number.POSITIVE_INFINITY
  const isWide = [a, b].some(({ time }) => time.kind !== 'unknown' && lengthOf(time.interval) > SHORT)
  const score = acts.length + acts.filter((act) => !isCommonAct(act)).length + Math.min(3, names.length)
  const missing = (isWide ? LIKELY + 2 : LIKELY) - score
  const openings = missing < 1 || missing > 3 || a.file === b.file ? 0 : intersect(a.opening, b.opening).length
  const left = missing - Math.min(2, openings)
  return left > 1 ? Number.POSITIVE_INFINITY : left
}

/** Shared features of two dated statements. */
export interface Evidence {
  /** Kinds of acts that are more than speaking. */
  readonly acts: readonly string[]
  readonly actors: readonly string[]
  /** Actors and places. */
  readonly names: readonly string[]
  /** Numbers of their stems. */
  readonly stems: readonly number[]
}

/** Collects what two statements share except for other words, which take longest. */
export function collectNamed(a: DatedStatement, b: DatedStatement): Omit<Evidence, 'stems'> {
  const actors = intersect(a.actors, b.actors)
  return {
    acts: intersect(a.acts, b.acts).filter((act) => !isWeakAct(act)),
    actors,
    names: [...new Set([...actors, ...intersect(a.places, b.places)])],
  }
}

/** The numbers of the words that two statements share, in the order of the first. */
export const sharedStems = ({ stems: a }: DatedStatement, { stems: b }: DatedStatement): number[] =>
  a.filter((stem) => b.includes(stem))

/** A key of a name with its capitals, short words left as they are: "ministry of ports" as "Ministry of Ports". */
function capitalise(key: string): string {
  return key.replace(/^\p{Ll}|(?<= )\p{Ll}(?=[^ ]{3})/gu, (letter) => letter.toUpperCase())
}

/** Words shown of those that two statements share. */
const SHOWN = 4

/**
 * Names the shared words: "a meeting, Northport and “bridge”".
 *
 * @param sentence one of the two, whose form of each word is shown
 */
export function sayEvidence({ acts, names, stems }: Evidence, sentence: Sentence): string {
  const { text } = sentence
  const [words, own] = [splitWords(text), stemsOf(sentence).map(numberStem)]
  const wordOf = (stem: number) => words[own.indexOf(stem)]!
  const parts = [
    ...acts.map(nameAct),
    ...names.map((key) => capitalise(key.slice(key.indexOf(':') + 1))),
    ...stems
      .slice(0, SHOWN)
      .map(wordOf)
      .map(({ start, end }) => `“${text.slice(start, end)}”`),
  ]
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
