import { packFor } from '../../../lang/packs.ts'
import { fromDayNumber, isCalendarDay, toDayNumber } from '../../../text/calendar.ts'
import type { Clue } from './clues.ts'
import type { FoundSource } from './list-clauses.ts'
import type { Days, Probe } from './probe.ts'
import { daysOf } from './probe.ts'

/** The dating of a source: an interval of days, and its clues. */
export interface Dating extends Days {
  readonly clues: readonly Clue[]
  /** The evidence that narrowed the days of the clues. */
  readonly narrowedBy?: readonly Because[]
}

/** A reason with the words that it rests on. */
export type Because = Pick<Clue, 'span' | 'explain'>

/** The outcome of weighing the clues: a dating, two clues that disagree, or nothing. */
export type Verdict = Dating | { readonly disagreeing: readonly [Clue, Clue] } | undefined

/** Minimum weight (bits) of the clues that date a source: odds of a hundred to one. */
const ENOUGH = 6.6
/** Maximum share of that weight that clues against it may have. */
const MOST_AGAINST = 0.2

/**
 * Weighs the clues: the days on which most of them agree, unless too many disagree. That a clause names what
 * another names does not count against an act that it shares with a third.
 */
export function weighClues(all: readonly Clue[]): Verdict {
  const clues = all.filter((clue) => clue.isOfAct || !all.some((other) => isOfActElsewhere(clue, other)))
  const groups = clues.map(({ lo }) => clues.filter((clue) => clue.lo <= lo && clue.hi >= lo))
  const [best = []] = groups.toSorted((a, b) => weigh(b) - weigh(a) || b.length - a.length)
  const others = clues.filter((clue) => !best.includes(clue))
  if (weigh(best) < ENOUGH) return undefined
  if (weigh(others) > MOST_AGAINST * weigh(best)) return { disagreeing: [best[0]!, others[0]!] }
  return { lo: Math.max(...best.map(({ lo }) => lo)), hi: Math.min(...best.map(({ hi }) => hi)), clues: best }
}

/** Whether another clue of the same clause rests on its act, and on other days. */
const isOfActElsewhere = (clue: Clue, other: Clue): boolean =>
  other.of === clue.of && other.isOfAct === true && (other.hi < clue.lo || other.lo > clue.hi)

/** Several clues of one clause count once, the strongest. */
function weigh(clues: readonly Clue[]): number {
  const strongest = new Map<Clue['of'], number>()
  for (const clue of clues) strongest.set(clue.of, Math.max(strongest.get(clue.of) ?? 0, clue.bits))
  return [...strongest.values()].reduce((sum, bits) => sum + bits, 0)
}

/**
 * Clues too weak to date a source choose among the days that are known, where those that fit any of them agree: of
 * the meetings in Lund, only one can be "next week".
 */
export function chooseByHints(dating: Dating, hints: readonly Clue[]): Dating {
  const fitting = hints.filter(({ lo, hi }) => lo <= dating.hi && hi >= dating.lo)
  const lo = Math.max(dating.lo, ...fitting.map((clue) => clue.lo))
  const hi = Math.min(dating.hi, ...fitting.map((clue) => clue.hi))
  if (lo > hi || (lo === dating.lo && hi === dating.hi)) return dating
  const used = fitting.filter((clue) => clue.lo > dating.lo || clue.hi < dating.hi)
  return { ...dating, lo, hi, narrowedBy: [...(dating.narrowedBy ?? []), ...used] }
}

/** Maximum days between a source and what another source of the story dates. */
const NEAR = 60
/** Minimum clauses of one story to decide between two known days. */
const ENOUGH_NEAR = 2

/** Somebody who took office twice: the day near the days that other sources of the story give, when there is only one. */
export function chooseKnown(clues: readonly Clue[], others: readonly Days[]): readonly Clue[] {
  if (new Set(clues.map(({ meant }) => meant.lo)).size <= 1) return clues
  const near = clues.map(({ lo, hi }) => others.filter((days) => days.hi >= lo - NEAR && days.lo <= hi + NEAR).length)
  const isOne = near.filter((count) => count > 0).length === 1
  return isOne ? clues.filter((_, at) => near[at]! >= ENOUGH_NEAR) : []
}

/**
 * Narrows the days of publication by the source's own words: what they have as past was not later than the source, what
 * they announce not earlier; and a dateline gives the day itself once its year is known. Words that leave no day
 * are not used.
 */
export function boundByWords({ source, findings }: FoundSource, dating: Dating, probe: Probe): Dating {
  const pack = packFor(source.language)
  const texts = new Map(source.passages.map(({ ordinal, text }) => [ordinal, text]))
  let days: Days = dating
  for (const mention of findings.dates) {
    const tense = pack?.readTense?.(texts.get(mention.span.passage) ?? '', mention.span)
    const meant = tense && (mention.certainty === 'stated' ? daysOf(mention) : undefined)
    const value = tense && (meant ?? sameAtBoth(mention, days, probe))
    if (!value) continue
    const over = value.hi - value.lo < 7 ? value.hi : value.lo
    const bound =
      tense === 'past' ? { lo: Math.max(days.lo, over), hi: days.hi } : { lo: days.lo, hi: Math.min(days.hi, value.hi) }
    if (bound.lo <= bound.hi) days = bound
  }
  return { ...dating, ...days, ...datelineDay(source, days) }

  function sameAtBoth(
    mention: Parameters<Probe['valueAt']>[0],
    { lo, hi }: Days,
    { valueAt }: Probe,
  ): Days | undefined {
    if (!/^XXXX-\d\d/.test(mention.timex ?? '') && mention.precision !== 'day' && mention.precision !== 'range')
      return undefined
    const [first, last] = [valueAt(mention, lo), valueAt(mention, hi)]
    // "raised on May 3" is of a year ago for the days before May 3; without "last year" it is not meant so.
    const isSame = first && last && first.lo === last.lo && first.hi === last.hi
    return isSame || (last && last.lo >= lo && last.hi <= hi) ? last : undefined
  }
}

/** "NORTHPORT, March 14 (Agency)": the one such day among the days of publication. */
function datelineDay({ language, metadata: { dateline } }: FoundSource['source'], { lo, hi }: Days): Days | undefined {
  const printed = dateline && packFor(language)?.boilerplate?.findYearlessDay(dateline.value)
  if (!printed) return undefined
  const years = [fromDayNumber(lo).year, fromDayNumber(hi).year]
  const days = [...new Set(years)]
    .filter((year) => isCalendarDay(year, printed.month, printed.day))
    .map((year) => toDayNumber(year, printed.month, printed.day))
    .filter((day) => day >= lo && day <= hi)
  return days.length === 1 ? { lo: days[0]!, hi: days[0]! } : undefined
}
