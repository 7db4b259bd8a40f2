import { formatInterval } from '../../figures/word-date.ts'
import type { DatedEventEntry } from '../../model/entry.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { trackFact } from '../loader/reads.ts'
import { nameSource, sourcesAmong } from '../source/describe-source.ts'
import { t } from '../text/text.ts'

/** At most so many sources and so many names get a timeline of their own: those that the timeline links to. */
const MOST = 60

/** The page of a name lists as many dated events; one with more has a timeline of its own. */
export const MOST_ON_ENTITY_PAGE = 100

/** A part of the timeline with an address of its own: the dated events of one source, or those that name one entity. */
export interface TimelineFilter extends Omit<NamedTimeline, 'count'> {
  readonly datedEvents: readonly DatedEventEntry[]
}

/** The same by name. */
export interface NamedTimeline {
  /** Id of the source or entity, and the last folder of the address. */
  readonly id: string
  readonly type: 'source' | 'entity'
  readonly name: string
  /** How many dated events it holds. */
  readonly count: number
  /** False where the page of the name lists all of it: then no other page does. */
  readonly hasPage: boolean
}

/**
 * The timelines of single sources, in their order, where there are not too many, and of names in more than one dated
 * event, most events first. A dossier of many sources repeats no list of a name's page. Made once for a dossier: every
 * page of the timeline shows them.
 */
export const listTimelineFilters = trackFact('timelines', makeFilters)

/** Those timelines by name. */
export const nameTimelines = trackFact('timelineNames', (dossier: DossierView): NamedTimeline[] =>
  listTimelineFilters(dossier).map(({ datedEvents, ...named }) => ({ ...named, count: datedEvents.length })),
)

/** Maximum number of chips. */
export const MOST_CHIPS = 60

/** Whether there are more of one sort than that. */
export const hasManyTimelines = trackFact('manyTimelines', (dossier: DossierView) => {
  const isMany = (sort: TimelineFilter['type']) =>
    listTimelineFilters(dossier).filter(({ type }) => type === sort).length > MOST_CHIPS
  return { source: isMany('source'), entity: isMany('entity') }
})

function makeFilters({ sources, entitiesWithPage: entities, datedEvents }: DossierView): TimelineFilter[] {
  const bySource = groupBy(datedEvents, ({ reports }) => reports.map(({ source }) => source))
  const byEntity = groupBy(datedEvents, (datedEvent) => datedEvent.entities.map(({ id }) => id))
  const ofSources = sources.map((source) => ({
    id: source.id,
    type: 'source' as const,
    name: `${source.position} ${nameSource(source)}`,
    datedEvents: bySource.get(source.id) ?? [],
    hasPage: true,
  }))
  const isLarge = sources.length > MOST
  const ofEntities = entities.map(({ id, name }) => {
    const of = byEntity.get(id) ?? []
    return { id, type: 'entity' as const, name, datedEvents: of, hasPage: !isLarge || of.length > MOST_ON_ENTITY_PAGE }
  })
  return [
    ...(isLarge ? [] : ofSources.filter((filter) => filter.datedEvents.length > 0)),
    ...ofEntities
      .filter((filter) => filter.datedEvents.length > 1)
      .sort((a, b) => b.datedEvents.length - a.datedEvents.length)
      .filter((filter, index) => index < MOST || filter.datedEvents.length > MOST_ON_ENTITY_PAGE),
  ]
}

/** The title of a part of the timeline: "Dated events that name Amina Vale". */
export function describeFilter({ type, name }: Pick<TimelineFilter, 'type' | 'name'>): string {
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

/** The group of what no source fixes to a day or a year. */
export const OPEN = 'open'

/** Dated events by the year in which they can first have been, in the given order. */
export function groupByYear(
  datedEvents: readonly DatedEventEntry[],
): { year: string; datedEvents: DatedEventEntry[] }[] {
  const groups = Map.groupBy(
    datedEvents,
    ({ lo, hi, isPlaced }) => (isPlaced ? (lo ?? hi)?.slice(0, 4) : undefined) ?? OPEN,
  )
  return [...groups].map(([year, of]) => ({ year, datedEvents: of }))
}

/** A group as its heading names it. */
export function formatYear(year: string): string {
  return year === OPEN ? t.timeline.open : year
}

/** Number of sources that report a dated event. */
export function countReporting({ reports }: DatedEventEntry): number {
  return sourcesAmong(reports)
}

/** The dated events that more than one source reports, those of most sources first. */
export function rankByReporting(datedEvents: readonly DatedEventEntry[]): DatedEventEntry[] {
  return datedEvents
    .filter((datedEvent) => countReporting(datedEvent) > 1)
    .toSorted((a, b) => countReporting(b) - countReporting(a))
}

/** When something was, in words; the source's own words in quotation marks when they do not fix a day or year. */
export function formatWhen({ lo, hi, isPlaced, reports }: DatedEventEntry): string {
  const words = reports[0]?.words
  return isPlaced || !words ? formatInterval({ lo, hi }) : `“${words}”`
}

/** Whether a denial is of later days than what it denies: it may mean another occasion. */
export function isOfLaterDays({ lo }: Pick<DatedEventEntry, 'lo'>, { hi }: Pick<DatedEventEntry, 'hi'>): boolean {
  return (hi ?? '~') < (lo ?? '')
}
