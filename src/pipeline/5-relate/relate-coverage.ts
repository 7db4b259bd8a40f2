import type { EntityRelation } from '../../model/backlink.ts'
import type { Coverage, CoverageRow, Scope } from '../../model/coverage.ts'
import type { Happening } from '../../model/happening.ts'
import type { OriginGroup } from '../../model/origin.ts'
import type { Source } from '../../model/source.ts'
import { compare } from '../../text/compare.ts'
import { orderSources, publishedOn } from './order-sources.ts'
import { originCounter } from './origins/count-origins.ts'

/**
 * Counts who speaks of what: source by entity and source by happening, with the scope that both have.
 *
 * @param sources cleaned sources
 * @param entities backlinks of each entity
 * @param happenings the timeline
 * @param origins groups of sources that are not independent
 */
export function relateCoverage(
  sources: readonly Source[],
  entities: readonly EntityRelation[],
  happenings: readonly Happening[],
  origins: readonly OriginGroup[],
): Coverage {
  const place = orderSources(sources)
  const count = originCounter(origins.flatMap(({ links }) => links))
  const row = (key: string, files: readonly string[]): CoverageRow => countCells(key, files, place, count)
  const entityRows = entities.map(({ entity, backlinks }) => row(entity, backlinks.map(({ sentence }) => sentence.file)))
  return {
    scope: readScope(sources, origins.length),
    files: [...place.keys()].sort((a, b) => place.get(a)! - place.get(b)!),
    entities: entityRows.sort((a, b) => b.cells.length - a.cells.length || total(b) - total(a) || compare(a.key, b.key)),
    happenings: happenings.map(({ key, tellings }) => row(key, tellings.map(({ sentence }) => sentence.file))),
  }
}

function countCells(key: string, files: readonly string[], place: ReadonlyMap<string, number>, count: (files: Iterable<string>) => number): CoverageRow {
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
