import type { Reported } from '../../../model/problem.ts'
import type { Source } from '../../../model/source.ts'
import { titleOf } from '../../../text/sources.ts'
import type { FoundSource } from './list-clauses.ts'
import { listClauses } from './list-clauses.ts'
import { matchClauses } from './match-clauses.ts'
import type { Dating } from './narrow.ts'
import { isUndated, monthOf, narrowAll } from './narrow-all.ts'
import { writeDating } from './write-dating.ts'

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

/** Whether more is known than the month or year that the source gives. */
function isNarrower({ lo, hi }: Dating, source: Source): boolean {
  const stated = monthOf(source)
  return !stated || lo > stated.lo || hi < stated.hi
}
