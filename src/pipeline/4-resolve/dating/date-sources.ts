import { packFor } from '../../../lang/packs.ts'
import type { Problem, Reported } from '../../../model/problem.ts'
import type { Source } from '../../../model/source.ts'
import { firstDayNumber, formatDay, lastDayOf, parseDay } from '../../../text/calendar.ts'
import { titleOf } from '../../../text/sources.ts'
import type { Clue } from './clues.ts'
import { findReprints, readClue, readKnownDay, readReprint } from './clues.ts'
import type { DatedClause, FoundSource } from './list-clauses.ts'
import { listClauses } from './list-clauses.ts'
import type { Pair } from './match-clauses.ts'
import { LEAST_LIKENESS, matchClauses } from './match-clauses.ts'
import type { Dating } from './narrow.ts'
import { boundByWords, chooseByHints, chooseKnown, weighClues } from './narrow.ts'
import { boundByOrder, listDateOrders } from './order.ts'
import type { Days, Probe } from './probe.ts'
import { daysOf, probeSource, spellDays } from './probe.ts'
import { writeDating } from './write-dating.ts'

/** Maximum rounds: a source can be dated by one that was itself dated in the round before. */
const MOST_ROUNDS = 6

/**
 * Dates undated sources by the others: if two report the same thing and one gives its day, the words of the other
 * ("on Friday", "next week") say when it was published. Its relative dates are then read again. The result is an
 * interval of days, never a guess within it: a date with the same meaning for each of them gets a value, any other
 * the days that it can mean.
 */
export function dateSources<T extends FoundSource>(sources: readonly T[]): Reported<T[]> {
  const isAsked = (index: number): boolean => isUndated(sources[index]!.source)
  if (!sources.some(({ source }) => isUndated(source))) return { value: [...sources], problems: [] }
  const clauses = sources.flatMap(({ source, findings }, index) => listClauses(source, findings, index))
  const pairs = Map.groupBy(matchClauses(clauses, isAsked), ({ clause }) => clause.source)
  const { datings, problems } = narrowAll(sources, clauses, pairs)
  const value = sources.map((one, index) => {
    const dating = datings.get(index)
    return dating && isNarrower(dating, one.source)
      ? writeDating(one, dating, (other) => titleOf(sources[other]!.source).title)
      : one
  })
  return { value, problems }
}

/** A source without its day, or with a month or year only, whose language has dates; not one that a person dated. */
function isUndated({ language, metadata: { date } }: Source): boolean {
  return packFor(language)?.findDates !== undefined && date?.certainty !== 'editor' && (date?.value.length ?? 0) < 10
}

/** Whether more is known than the month or year that the source gives. */
function isNarrower({ lo, hi }: Dating, source: Source): boolean {
  const stated = monthOf(source)
  return !stated || lo > stated.lo || hi < stated.hi
}

function narrowAll(
  sources: readonly FoundSource[],
  clauses: readonly DatedClause[],
  pairs: ReadonlyMap<number, readonly Pair[]>,
): { datings: Map<number, Dating>; problems: Problem[] } {
  const asked = sources.flatMap(({ source }, index) => (isUndated(source) ? [index] : []))
  const probes = new Map(asked.map((index) => [index, probeSource(sources[index]!.source)]))
  const datings = new Map<number, Dating>()
  const problems = new Map<number, Problem>()
  const orders = new Map(asked.map((index) => [index, listDateOrders(sources[index]!)]))
  for (const index of asked) {
    const stated = monthOf(sources[index]!.source)
    if (stated) datings.set(index, { ...stated, clues: [] })
  }
  const reprints = Map.groupBy(findReprints(sources), ({ source }) => source)
  const known = Map.groupBy(listKnownDays(sources, clauses), ({ clause }) => clause.source)
  for (let round = 0, isNew = true; isNew && round < MOST_ROUNDS; round += 1) {
    isNew = false
    for (const index of asked) {
      const before = datings.get(index)
      const found = listClues(index)
      const verdict = weighClues(before ? found.filter((clue) => clue.lo <= before.hi && clue.hi >= before.lo) : found)
      const isSplit = verdict && 'disagreeing' in verdict
      if (isSplit) problems.set(index, disagreementProblem(sources, index, verdict.disagreeing))
      else if (verdict) problems.delete(index)
      const dating = verdict && !isSplit ? intersect(before, verdict) : before
      const narrowed = dating && narrow(index, dating)
      if (!narrowed || (before && narrowed.lo === before.lo && narrowed.hi === before.hi)) continue
      datings.set(index, narrowed)
      isNew = true
    }
  }
  return { datings, problems: [...problems.values()] }

  function narrow(index: number, dating: Dating): Dating {
    const [source, probe] = [sources[index]!, probes.get(index)!]
    const hints = (pairs.get(index) ?? []).flatMap((pair) => {
      const meant = pair.isHint ? meaningOf(pair.other, datings, probes) : undefined
      return meant ? (readClue(pair, meant, probe) ?? []) : []
    })
    return boundByOrder(chooseByHints(boundByWords(source, dating, probe), hints), orders.get(index)!, probe)
  }

  function listClues(index: number): Clue[] {
    const probe = probes.get(index)!
    const told = (pairs.get(index) ?? []).flatMap((pair) => {
      const meant = meaningOf(pair.other, datings, probes)
      return meant ? [{ pair, meant }] : []
    })
    return [
      ...told.flatMap(({ pair, meant }) =>
        pair.likeness < LEAST_LIKENESS ? [] : (readClue(pair, meant, probe) ?? []),
      ),
      ...chooseKnown(
        (known.get(index) ?? []).flatMap(({ clause, day }) => readKnownDay(clause, day, probe) ?? []),
        told.map(({ meant }) => meant),
      ),
      ...(reprints.get(index) ?? []).flatMap((reprint) => {
        const days = daysOfPublication(sources[reprint.other]!.source) ?? datings.get(reprint.other)
        return days ? (readReprint(reprint, days) ?? []) : []
      }),
    ]
  }
}

/** Dates of undated sources on days that their language's pack knows. */
function listKnownDays(
  sources: readonly FoundSource[],
  clauses: readonly DatedClause[],
): { clause: DatedClause; day: number }[] {
  return clauses.flatMap((clause) => {
    const { source } = sources[clause.source]!
    const findKnownDays = packFor(source.language)?.findKnownDays
    if (!findKnownDays || !isUndated(source) || daysOf(clause.mention)) return []
    const passage = source.passages.find(({ ordinal }) => ordinal === clause.mention.span.passage)!
    return findKnownDays(passage.text, clause.mention.span).map((day) => ({ clause, day: parseDay(day)! }))
  })
}

/** The day of publication that a source states. */
function daysOfPublication({ metadata: { date } }: Source): Days | undefined {
  const day = date && parseDay(date.value)
  return day === undefined ? undefined : { lo: day, hi: day }
}

function intersect(known: Dating | undefined, found: Dating): Dating | undefined {
  if (!known) return found
  const [lo, hi] = [Math.max(known.lo, found.lo), Math.min(known.hi, found.hi)]
  return lo <= hi ? { ...known, lo, hi, clues: found.clues } : undefined
}

/** The days of a month or year of publication that the source gives. */
function monthOf({ metadata: { date } }: Source): Days | undefined {
  if (!date) return undefined
  return { lo: firstDayNumber(date.value), hi: parseDay(lastDayOf(date.value))! }
}

/** The days that a clause's date means: of a source that is dated by others, on the first and the last of its days. */
function meaningOf(
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

function disagreementProblem(
  sources: readonly FoundSource[],
  index: number,
  [one, other]: readonly [Clue, Clue],
): Problem {
  const titleOf = (other: number): string => sources[other]!.source.file
  const say = (clue: Clue): string => `${spellDays(clue)}, as ${clue.explain(titleOf)}`
  return {
    file: sources[index]!.source.file,
    severity: 'warning',
    rule: 'metadata/date-from-sources',
    reason: `The other sources disagree on when it appeared: ${say(one)}; ${say(other)}.`,
    hint: `date: "${formatDay(one.lo)}"`,
  }
}
