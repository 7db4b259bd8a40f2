import type { Coverage, CoverageRow, Scope } from '../../model/comparison.ts'
import type { Relations } from '../../model/dossier.ts'
import type { Source } from '../../model/source.ts'
import { compare } from '../../text/compare.ts'
import { orderSources, publishedOn } from '../../text/sources.ts'
import { originCounter } from './relate-origins.ts'

/** The relations that coverage is counted from. */
type Related = Pick<Relations, 'entityRelations' | 'datedEvents' | 'quotations' | 'figures' | 'origins'>

/**
 * Counts who speaks of what: source by entity and source by dated event, with the scope that both have.
 *
 * @param sources cleaned sources
 * @param related what the sources say side by side, and which of them are not independent
 */
export function relateCoverage(
  sources: readonly Source[],
  { entityRelations, datedEvents, quotations, figures, origins }: Related,
): Coverage {
  const place = orderSources(sources)
  const count = originCounter(origins.flatMap(({ links }) => links))
  const row = (key: string, files: readonly string[]): CoverageRow => countCells(key, files, place, count)
  const mentioned = entityRelations.filter(({ backlinks }) => backlinks.length > 0)
  const entityRows = mentioned.map(({ entity, backlinks }) =>
    row(
      entity,
      backlinks.map(({ sentence }) => sentence.file),
    ),
  )
  return {
    scope: readScope(sources, origins.length),
    files: [...place.keys()].sort((a, b) => place.get(a)! - place.get(b)!),
    entities: entityRows.sort(
      (a, b) => b.cells.length - a.cells.length || total(b) - total(a) || compare(a.key, b.key),
    ),
    datedEvents: datedEvents.map(({ key, tellings }) =>
      row(
        key,
        tellings.map(({ sentence }) => sentence.file),
      ),
    ),
    quotations: quotations.map(({ key, occurrences }) =>
      row(
        key,
        occurrences.map(({ at }) => at[0]!.file),
      ),
    ),
    figures: figures.map(({ key, rows }) =>
      row(
        key,
        rows.map(({ at }) => at.file),
      ),
    ),
  }
}

function countCells(
  key: string,
  files: readonly string[],
  place: ReadonlyMap<string, number>,
  count: (files: Iterable<string>) => number,
): CoverageRow {
  const cells = [...Map.groupBy(files, (file) => file)].map(([file, held]) => ({ file, count: held.length }))
  return { key, cells: cells.sort((a, b) => place.get(a.file)! - place.get(b.file)!), origins: count(files) }
}

function total({ cells }: CoverageRow): number {
  return cells.reduce((sum, { count }) => sum + count, 0)
}

function readScope(sources: readonly Source[], origins: number): Scope {
  const dates = sources.flatMap((source) => publishedOn(source) ?? []).sort(compare)
  const [from, to] = [dates[0], dates.at(-1)]
  return {
    sources: sources.length,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    undated: sources.length - dates.length,
    withheld: sources.filter(({ rights }) => rights !== 'full').length,
    origins,
  }
}
