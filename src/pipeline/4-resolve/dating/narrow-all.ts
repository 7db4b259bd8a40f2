import { packFor } from '../../../lang/packs.ts'
import type { Problem } from '../../../model/problem.ts'
import type { Source } from '../../../model/source.ts'
import { firstDayNumber, formatDay, lastDayOf, parseDay } from '../../../text/calendar.ts'
import type { Clue } from './clues.ts'
import { findReprints, readClue } from './clues.ts'
import type { DatedClause, FoundSource } from './list-clauses.ts'
import type { DatingEvidence } from './list-clues.ts'
import { listClues, listKnownDays, meaningOf } from './list-clues.ts'
import type { Pair } from './match-clauses.ts'
import type { Dating } from './narrow.ts'
import { boundByWords, chooseByHints, weighClues } from './narrow.ts'
import { boundByOrder, listDateOrders } from './order.ts'
import type { Days } from './probe.ts'
import { probeSource, spellDays } from './probe.ts'

/** Maximum rounds: a source can be dated by one that was itself dated in the round before. */
const MOST_ROUNDS = 6

/** Narrows the days of the asked sources round by round, until nothing changes. */
export function narrowAll(
  sources: readonly FoundSource[],
  clauses: readonly DatedClause[],
  pairs: ReadonlyMap<number, readonly Pair[]>,
): { datings: Map<number, Dating>; problems: Problem[] } {
  const asked = sources.flatMap(({ source }, index) => (isUndated(source) ? [index] : []))
  const isAsked = new Set(asked)
  const days = listKnownDays(
    sources,
    clauses.filter(({ source }) => isAsked.has(source)),
  )
  const problems = new Map<number, Problem>()
  const evidence: DatingEvidence = {
    sources,
    pairs,
    probes: new Map(asked.map((index) => [index, probeSource(sources[index]!.source)])),
    orders: new Map(asked.map((index) => [index, listDateOrders(sources[index]!)])),
    reprints: Map.groupBy(findReprints(sources), ({ source }) => source),
    days: Map.groupBy(days, ({ clause }) => clause.source),
    datings: new Map(asked.flatMap((index) => startDating(sources[index]!.source, index))),
  }
  for (let round = 0, isNew = true; isNew && round < MOST_ROUNDS; round += 1) {
    isNew = false
    for (const index of asked) isNew = narrowOne(evidence, index, problems) || isNew
  }
  return { datings: evidence.datings, problems: [...problems.values()] }
}

function startDating(source: Source, index: number): [number, Dating][] {
  const stated = monthOf(source)
  return stated ? [[index, { ...stated, clues: [] }]] : []
}

/** Weighs the clues to one source, and tells whether they narrow its days. */
function narrowOne(evidence: DatingEvidence, index: number, problems: Map<number, Problem>): boolean {
  const { sources, datings } = evidence
  const before = datings.get(index)
  const found = listClues(evidence, index)
  const verdict = weighClues(before ? found.filter((clue) => clue.lo <= before.hi && clue.hi >= before.lo) : found)
  const isSplit = verdict && 'disagreeing' in verdict
  if (isSplit) problems.set(index, disagreementProblem(sources, index, verdict.disagreeing))
  else if (verdict) problems.delete(index)
  const dating = verdict && !isSplit ? intersect(before, verdict) : before
  const narrowed = dating && narrow(evidence, index, dating)
  if (!narrowed || (before && narrowed.lo === before.lo && narrowed.hi === before.hi)) return false
  datings.set(index, narrowed)
  return true
}

function narrow({ sources, pairs, probes, orders, datings }: DatingEvidence, index: number, dating: Dating): Dating {
  const [source, probe] = [sources[index]!, probes.get(index)!]
  const hints = (pairs.get(index) ?? []).flatMap((pair) => {
    const meant = pair.isHint ? meaningOf(pair.other, datings, probes) : undefined
    return meant ? (readClue(pair, meant, probe) ?? []) : []
  })
  return boundByOrder(chooseByHints(boundByWords(source, dating, probe), hints), orders.get(index)!, probe)
}

function intersect(known: Dating | undefined, found: Dating): Dating | undefined {
  if (!known) return found
  const [lo, hi] = [Math.max(known.lo, found.lo), Math.min(known.hi, found.hi)]
  return lo <= hi ? { ...known, lo, hi, clues: found.clues } : undefined
}

/** A source without its day, or with a month or year only, whose language has dates; not one that a person dated. */
export function isUndated({ language, metadata: { date } }: Source): boolean {
  return packFor(language)?.findDates !== undefined && date?.certainty !== 'editor' && (date?.value.length ?? 0) < 10
}

/** The days of a month or year of publication that the source gives. */
export function monthOf({ metadata: { date } }: Source): Days | undefined {
  if (!date) return undefined
  return { lo: firstDayNumber(date.value), hi: parseDay(lastDayOf(date.value))! }
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
