import { packFor } from '../../../lang/packs.ts'
import type { Source } from '../../../model/source.ts'
import { parseDay } from '../../../text/calendar.ts'
import type { Clue, Reprint } from './clues.ts'
import { readClue, readKnownDay, readReprint } from './clues.ts'
import type { DatedClause, FoundSource } from './list-clauses.ts'
import type { Pair } from './match-clauses.ts'
import { LEAST_LIKENESS } from './match-clauses.ts'
import type { Dating } from './narrow.ts'
import { chooseKnown } from './narrow.ts'
import type { DateOrder } from './order.ts'
import type { Days, Probe } from './probe.ts'
import { daysOf } from './probe.ts'

/** What is known of the sources that are dated by others; those by their place in the list. */
export interface DatingEvidence {
  readonly sources: readonly FoundSource[]
  readonly pairs: ReadonlyMap<number, readonly Pair[]>
  readonly probes: ReadonlyMap<number, Probe>
  readonly orders: ReadonlyMap<number, readonly DateOrder[]>
  readonly reprints: ReadonlyMap<number, readonly Reprint[]>
  readonly days: ReadonlyMap<number, readonly KnownDay[]>
  /** The days found so far, which each round narrows. */
  readonly datings: Map<number, Dating>
}

/** A date of an undated source, and a day that its language's pack knows it by. */
export interface KnownDay {
  readonly clause: DatedClause
  readonly day: number
}

/** Lists what says when a source was published. */
export function listClues({ sources, pairs, probes, datings, days, reprints }: DatingEvidence, index: number): Clue[] {
  const probe = probes.get(index)!
  const told = (pairs.get(index) ?? []).flatMap((pair) => {
    const meant = meaningOf(pair.other, datings, probes)
    return meant ? [{ pair, meant }] : []
  })
  return [
    ...told.flatMap(({ pair, meant }) => (pair.likeness < LEAST_LIKENESS ? [] : (readClue(pair, meant, probe) ?? []))),
    ...chooseKnown(
      (days.get(index) ?? []).flatMap(({ clause, day }) => readKnownDay(clause, day, probe) ?? []),
      told.map(({ meant }) => meant),
    ),
    ...(reprints.get(index) ?? []).flatMap((reprint) => {
      const published = daysOfPublication(sources[reprint.other]!.source) ?? datings.get(reprint.other)
      return published ? (readReprint(reprint, published) ?? []) : []
    }),
  ]
}

/** The days that a clause's date means: of a source that is dated by others, on the first and the last of its days. */
export function meaningOf(
  { source, mention }: DatedClause,
  datings: ReadonlyMap<number, Dating>,
  probes: ReadonlyMap<number, Probe>,
): Days | undefined {
  const dating = datings.get(source)
  const probe = probes.get(source)
  if (mention.certainty !== 'inferred' || !probe) return daysOf(mention) ?? (dating && probe && valueIn(dating))
  return dating && valueIn(dating)

  function valueIn({ lo, hi }: Dating): Days | undefined {
    const [first, last] = [probe!.valueAt(mention, lo), probe!.valueAt(mention, hi)]
    return first && last && { lo: Math.min(first.lo, last.lo), hi: Math.max(first.hi, last.hi) }
  }
}

/** The day of publication that a source states. */
function daysOfPublication({ metadata: { date } }: Source): Days | undefined {
  const day = date && parseDay(date.value)
  return day === undefined ? undefined : { lo: day, hi: day }
}

/** The clauses' dates on days that their language's pack knows. */
export function listKnownDays(sources: readonly FoundSource[], clauses: readonly DatedClause[]): KnownDay[] {
  return clauses.flatMap((clause) => {
    const { source } = sources[clause.source]!
    const findKnownDays = packFor(source.language)?.findKnownDays
    if (!findKnownDays || daysOf(clause.mention)) return []
    const passage = source.passages.find(({ ordinal }) => ordinal === clause.mention.span.passage)!
    return findKnownDays(passage.text, clause.mention.span).map((day) => ({ clause, day: parseDay(day)! }))
  })
}
