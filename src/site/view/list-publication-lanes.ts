import type { Lane, Mark } from '../../figures/strip.ts'
import { wordDate } from '../../figures/word-date.ts'
import { addressOf } from '../loader/addresses.ts'
import { byText } from './by-text.ts'
import type { SourcePage } from './dossier.ts'

const MOST_LANES = 8

/** A source as a mark on a time strip. */
export function markSource(source: SourcePage, size = 1): Mark {
  const date = source.date
  return {
    ...(date && { lo: date, hi: date }),
    label: `${source.title} (${[source.publisher, date && wordDate(date)].filter(Boolean).join(', ')})`,
    href: addressOf(source.id),
    isInferred: source.facts.some((fact) => fact.field === 'date' && fact.certainty === 'inferred'),
    size,
  }
}

/** One lane a publisher when there are at most eight of them, else one lane for all. */
export function listPublicationLanes(sources: readonly SourcePage[]): Lane[] {
  const groups = Map.groupBy(sources, (source) => source.publisher ?? 'Not stated')
  if (groups.size > MOST_LANES) return [{ name: '', marks: sources.map((source) => markSource(source)) }]
  return [...groups]
    .sort(byText(([name]) => name))
    .map(([name, of]) => ({ name, marks: of.map((source) => markSource(source)) }))
}
