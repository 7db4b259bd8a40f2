import type { Period } from './divide-by-time.ts'

/** Periods with all their parts, in the order in which a reader turns the pages. */
export function listPeriods<T>(periods: readonly Period<T>[]): Period<T>[] {
  return periods.flatMap((period) => [period, ...listPeriods(period.parts)])
}

/** The period with this id, after those that it is part of; nothing when there is none. */
export function findTrail<T>(periods: readonly Period<T>[], id: string): Period<T>[] {
  for (const period of periods) {
    if (period.id === id) return [period]
    const inside = findTrail(period.parts, id)
    if (inside.length > 0) return [period, ...inside]
  }
  return []
}

/** The pages before and after a period's that list something. */
export function findBeside<T>(
  periods: readonly Period<T>[],
  id: string,
): { previous?: Period<T> | undefined; next?: Period<T> | undefined } {
  const all = listPeriods(periods)
  const here = all.findIndex((period) => period.id === id)
  const isListing = ({ items }: Period<T>) => items.length > 0
  return { previous: all.slice(0, here).findLast(isListing), next: all.slice(here + 1).find(isListing) }
}
