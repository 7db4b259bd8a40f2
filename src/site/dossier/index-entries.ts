import type { DatedEventEntry, FigureEntry, QuotationEntry, SourceEntry } from '../../model/entry.ts'
import { groupByEach } from '../../text/group-by-each.ts'

export function indexById<T extends { readonly id: string }>(entries: readonly T[]): ReadonlyMap<string, T> {
  return new Map(entries.map((entry) => [entry.id, entry]))
}

/** Ids of the statements that a passage makes. */
export function indexStatements(
  datedEvents: readonly DatedEventEntry[],
  quotations: readonly QuotationEntry[],
  figures: readonly FigureEntry[],
): ReadonlyMap<string, string[]> {
  const places = [
    ...datedEvents.flatMap(({ id, reports }) => reports.map(({ passage }) => ({ id, passage }))),
    ...quotations.flatMap(({ id, occurrences }) => occurrences.map(({ passage }) => ({ id, passage }))),
    ...figures.flatMap(({ id, rows }) => rows.map(({ passage }) => ({ id, passage }))),
  ]
  const index = new Map<string, string[]>()
  for (const { id, passage } of places) {
    const ids = index.get(passage)
    if (ids) ids.push(id)
    else index.set(passage, [id])
  }
  return index
}

/** What is known of the passages of each source, in their order; passages of which nothing is are left out. */
export function indexPassages<T>(
  sources: readonly SourceEntry[],
  of: ReadonlyMap<string, T>,
): ReadonlyMap<string, readonly (readonly [passage: string, of: T])[]> {
  return new Map(
    sources.map(({ id, passages }) => [
      id,
      passages.flatMap(({ id: passage }) => {
        const value = of.get(passage)
        return value === undefined ? [] : [[passage, value] as const]
      }),
    ]),
  )
}

/** The statements of one sort by the source that states them, each once, in the order of its text. */
export function indexStated<T>(
  statedIn: ReadonlyMap<string, readonly (readonly [passage: string, ids: readonly string[]])[]>,
  of: ReadonlyMap<string, T>,
): ReadonlyMap<string, T[]> {
  return new Map(
    [...statedIn].map(([source, passages]) => {
      const ids = new Set(passages.flatMap(([, stated]) => stated))
      return [source, [...ids].flatMap((id) => of.get(id) ?? [])]
    }),
  )
}

/** Dated events by the ids of the entities that they name. */
export function indexNamed(datedEvents: readonly DatedEventEntry[]): ReadonlyMap<string, DatedEventEntry[]> {
  return groupByEach(datedEvents, ({ entities }) => new Set(entities.map(({ id }) => id)))
}
