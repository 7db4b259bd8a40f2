import type { JoinStep } from '../../../model/join-step.ts'
import type { Statement } from './collect-statements.ts'
import { lengthOf } from './day-interval.ts'
import { gapOfTimes, isWeekdayPossible } from './read-time.ts'
import { isCommonAct, isWeakAct } from '../read-acts.ts'

/** How two dated statements stand to one another. */
export type Likeness = { readonly kind: 'same' | 'possibly'; readonly step: JoinStep; readonly weight: number }

/** Longest interval (days) that can be one happening without a doubt: a week, when both give the same one. */
const SHORT = 7
/** Longest interval (days) that can be one happening with another that only overlaps it. */
const BRIEF = 3
/** Days by which two datings of one thing may differ. */
export const NEAR = 3
/** Pieces of evidence (acts, actors, other words) that make two statements one. */
const ENOUGH = 3

/** Score from which a statement without a known day may be the same as another. */
const LIKELY = 6

/**
 * Compares two dated statements by time, participants and wording.
 *
 * @returns `same` when all three agree, `possibly` when they tell of the same kind of thing about the same names at
 *   nearly the same time, nothing otherwise
 */
export function compareStatements(a: Statement, b: Statement): Likeness | undefined {
  if (a.sentence === b.sentence || isNumberedApart(a, b)) return undefined
  const gap = gapOfTimes(a.time, b.time)
  const acts = shared(a.acts, b.acts).filter((act) => !isWeakAct(act))
  const actors = shared(a.actors, b.actors)
  const names = [...new Set([...actors, ...shared(a.places, b.places)])]
  const stems = shared(a.stems, b.stems)
  if ((acts.length === 0 && stems.length < ENOUGH) || names.length === 0) return undefined
  if (
    gap === undefined
      ? !isLikely(a, b, acts, names, stems)
      : gap > 0 && !isNear(a, b, gap, acts.length + names.length + stems.length)
  )
    return undefined
  const shown = listEvidence(acts, names, stems)
  const weight = acts.length * 2 + actors.length * 2 + names.length + stems.length
  const doubt = findDoubt(a, b, gap, actors, acts.length + stems.length + actors.length)
  if (doubt === undefined)
    return {
      kind: 'same',
      weight,
      step: { rule: 'relate/same-happening', reason: `The days agree and both speak of ${shown}.` },
    }
  return {
    kind: 'possibly',
    weight,
    step: {
      rule:
        gap !== undefined && gap > 0 && a.mode.mode === b.mode.mode
          ? 'relate/near-dates'
          : 'relate/possibly-same-happening',
      reason: `Both speak of ${shown}, but ${doubt}.`,
    },
  }
}

function findDoubt(
  a: Statement,
  b: Statement,
  gap: number | undefined,
  actors: readonly string[],
  evidence: number,
): string | undefined {
  if (gap === undefined) return 'the day of one cannot be placed'
  if (gap > 0) return `their dates lie ${gap} ${gap === 1 ? 'day' : 'days'} apart`
  if (a.file !== b.file && (a.time.kind === 'yearless' || b.time.kind === 'yearless'))
    return 'the year of one is not stated'
  if (Math.max(lengthOf(a.time.interval), lengthOf(b.time.interval)) > SHORT)
    return 'one of the dates is wider than a week'
  if (!isSameInterval(a, b) && Math.max(lengthOf(a.time.interval), lengthOf(b.time.interval)) > BRIEF)
    return 'one gives days, the other a longer time'
  if (a.mode.mode !== b.mode.mode) return `one is told as ${sayMode(a)}, the other as ${sayMode(b)}`
  if (a.isBorrowed || b.isBorrowed) return 'one names its participants only in the sentence before'
  if (actors.length === 0) return 'they name no participant in common'
  if (isPeopledApart(a, b, 'person:') || isPeopledApart(a, b, 'organisation:'))
    return 'each names a participant that the other does not'
  return evidence >= ENOUGH ? undefined : 'they share few words'
}

/** Where a day is not known, more must agree: uncommon acts, names, and the names that both sources open with. */
function isLikely(
  a: Statement,
  b: Statement,
  acts: readonly string[],
  names: readonly string[],
  stems: readonly string[],
): boolean {
  if (acts.length === 0 || a.mode.mode !== b.mode.mode || !isWeekdayPossible(a.time, b.time)) return false
  const uncommon = acts.filter((act) => !isCommonAct(act)).length
  const openings = a.file === b.file ? 0 : Math.min(2, shared(a.opening, b.opening).length)
  const score = acts.length + uncommon + Math.min(3, names.length) + openings + Math.min(1, stems.length)
  const isWide = [a, b].some(({ time }) => time.kind !== 'unknown' && lengthOf(time.interval) > SHORT)
  return score >= (isWide ? LIKELY + 2 : LIKELY)
}

function isNear(a: Statement, b: Statement, gap: number, evidence: number): boolean {
  const areShort = [a, b].every(({ time }) => lengthOf(time.interval) <= SHORT)
  return areShort && gap <= NEAR && evidence >= enoughForTwoDates(a)
}

/** What is told of the past has many neighbours of other days, so it takes more to call two of them one with two dates. */
function enoughForTwoDates({ mode }: Statement): number {
  return mode.mode === 'plan' ? ENOUGH : ENOUGH + 1
}

function isSameInterval(a: Statement, b: Statement): boolean {
  return a.time.interval.first === b.time.interval.first && a.time.interval.last === b.time.interval.last
}

function sayMode({ mode }: Statement): string {
  return mode.mode === 'plan' ? 'planned' : mode.mode
}

/** Each has a participant of this kind that the other lacks. */
function isPeopledApart(a: Statement, b: Statement, prefix: string): boolean {
  const own = (one: Statement, other: Statement) =>
    [...one.actors].some((key) => key.startsWith(prefix) && !other.actors.has(key))
  return own(a, b) && own(b, a)
}

/** Both number what they tell of, and not alike. */
export function isNumberedApart(a: Statement, b: Statement): boolean {
  return a.ordinals.size > 0 && b.ordinals.size > 0 && shared(a.ordinals, b.ordinals).length === 0
}

/** What two sets have in common, in the order of the first. */
export function shared(a: ReadonlySet<string>, b: ReadonlySet<string>): string[] {
  return [...a].filter((one) => b.has(one))
}

function listEvidence(acts: readonly string[], names: readonly string[], stems: readonly string[]): string {
  const parts = [
    ...acts.map((act) => act.replaceAll('-', ' ')),
    ...names.map((key) => key.slice(key.indexOf(':') + 1)),
    ...stems.slice(0, 4).map((stem) => `“${stem}”`),
  ]
  return parts.length < 2 ? parts.join('') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)}`
}
