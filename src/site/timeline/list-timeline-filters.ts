import { t } from '../text/text.ts'
import type { DossierView } from '../dossier/dossier.ts'
import type { DatedEventEntry } from '../../model/entry.ts'
import { shortenTitle } from '../text/phrases.ts'

/** At most so many sources and so many names get a timeline of their own; the page of every name lists its dated events. */
const MOST = 500

/** A part of the timeline with an address of its own: what one source tells, or what names one entity. */
export interface TimelineFilter {
  /** Id of the source or entity, and the last folder of the address. */
  readonly id: string
  readonly type: 'source' | 'entity'
  readonly name: string
  readonly datedEvents: readonly DatedEventEntry[]
}

/** The timelines of single sources, in their order, and of names in more than one dated event, most events first. */
export function listTimelineFilters({ sources, entities, datedEvents }: DossierView): TimelineFilter[] {
  const bySource = groupBy(datedEvents, ({ tellings }) => tellings.map(({ source }) => source))
  const byEntity = groupBy(datedEvents, (datedEvent) => datedEvent.entities.map(({ id }) => id))
  const ofSources = sources.map(({ id, position, publisher, title }) => ({
    id,
    type: 'source' as const,
    name: `${position} ${publisher ?? shortenTitle(title, 36)}`,
    datedEvents: bySource.get(id) ?? [],
  }))
  const ofEntities = entities.map(({ id, name }) => ({
    id,
    type: 'entity' as const,
    name,
    datedEvents: byEntity.get(id) ?? [],
  }))
  return [
    ...ofSources.filter((filter) => filter.datedEvents.length > 0).slice(0, MOST),
    ...ofEntities
      .filter((filter) => filter.datedEvents.length > 1)
      .sort((a, b) => b.datedEvents.length - a.datedEvents.length)
      .slice(0, MOST),
  ]
}

/** What a part of the timeline holds: "Dated events that name Amina Vale". */
export function describeFilter({ type, name }: TimelineFilter): string {
  return type === 'source' ? t.timeline.ofSource(name) : t.timeline.ofEntity(name)
}

function groupBy(
  datedEvents: readonly DatedEventEntry[],
  idsOf: (datedEvent: DatedEventEntry) => readonly string[],
): Map<string, DatedEventEntry[]> {
  const groups = new Map<string, DatedEventEntry[]>()
  for (const datedEvent of datedEvents) {
    for (const id of new Set(idsOf(datedEvent))) {
      const group = groups.get(id)
      if (group) group.push(datedEvent)
      else groups.set(id, [datedEvent])
    }
  }
  return groups
}
