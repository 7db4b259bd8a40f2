import type { FigureEntry, DatedEventEntry, QuotationEntry, SourceEntry } from '../../model/entry.ts'
import type { ShownMention } from '../entity/list-mentions.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { trackFact } from '../loader/reads.ts'
import { trackStamp } from '../loader/stamps.ts'
import { formatNumber } from '../text/text.ts'
import type { ListPart, PartLink } from './periods.ts'
import { divideByTime, findBeside, findTrail, listPeriods, listRows, MOST_DATED_EVENTS, spanOf } from './periods.ts'

/** Sources by their day of publication. */
export function divideSources(sources: readonly SourceEntry[]): ListPart<SourceEntry>[] {
  return divideByTime(sources, ({ date }) => date)
}

/** Dated events by their day, month or year. */
export function divideDatedEvents(datedEvents: readonly DatedEventEntry[]): ListPart<DatedEventEntry>[] {
  return divideByTime(
    datedEvents,
    (datedEvent) => (datedEvent.isPlaced ? spanOf(datedEvent) : undefined),
    MOST_DATED_EVENTS,
  )
}

/** Quotations by the day on which they were first printed. */
export function divideQuotations(quotations: readonly QuotationEntry[]): ListPart<QuotationEntry>[] {
  return divideByTime(quotations, ({ occurrences }) => occurrences[0]?.date)
}

/** Figures by the day on which they were first reported. */
export function divideFigures(figures: readonly FigureEntry[]): ListPart<FigureEntry>[] {
  return divideByTime(figures, ({ rows }) => rows.flatMap(({ date }) => date ?? []).sort()[0])
}

/** The mentions of one entity by the day on which their sources were published. */
export function divideMentions(mentions: readonly ShownMention[]): ListPart<ShownMention>[] {
  return divideByTime(mentions, ({ source }) => source.date)
}

/** Ids of the parts of a list, which have a page each. */
export function listPeriodIds(years: readonly ListPart<unknown>[]): ReadonlySet<string> {
  return new Set(listPeriods(years).map(({ id }) => id))
}

/** Ids of the parts of the timeline. */
export const listTimelinePeriods = trackFact('timelinePeriods', ({ datedEvents }: DossierView): string[] => [
  ...listPeriodIds(divideDatedEvents(datedEvents)),
])

/** The position of a part in its list: links to the neighbouring parts and to the whole. */
export interface PartPlace {
  /** Address of the page with the whole list, and the folder of its parts. */
  readonly list: string
  readonly folder: string
  readonly rows: readonly (readonly Omit<PartLink, 'count'>[])[]
  /** Ids of the part and of those that it is a part of, outermost first. */
  readonly trail: readonly string[]
  readonly previous?: Pick<PartLink, 'id' | 'name'> | undefined
  readonly next?: Pick<PartLink, 'id' | 'name'> | undefined
}

/** A part of a list without its own parts. */
export type ListedPart<T> = Omit<ListPart<T>, 'parts'>

const counts = new Map<string, number>()

/** How much a part of a list holds, by its address; that of their folder is of the whole list. Stamped into the page. */
export const countAt = trackStamp('part', (address) => formatNumber(counts.get(address) ?? 0))

/** How much the whole list holds, stamped. */
export const totalOf = ({ list, folder }: PartPlace): string => countAt(`${list}${folder}/`)

/** The path of a part of the sources, with their ids: each is a separate read of the page. */
export const nameItems = <T extends { readonly id: string }>({
  params,
  props: { period, place },
}: ReturnType<typeof listPartPaths<T>>[number]) => ({
  params,
  props: { period: { ...period, items: period.items.map(({ id }) => id) }, place },
})

/**
 * A static path for each part of a list. A page gets no more of the other parts than it shows, so that it stays the same
 * when they change.
 */
export function listPartPaths<T>(
  years: readonly ListPart<T>[],
  list: string,
  folder = 'in',
): { params: { period: string }; props: { period: ListedPart<T>; place: PartPlace } }[] {
  const all = listPeriods(years)
  const shownOf = (part: ListPart<T> | undefined) => part && { id: part.id, name: part.name }
  for (const { id, count } of all) counts.set(`${list}${folder}/${id}/`, count)
  counts.set(
    `${list}${folder}/`,
    years.reduce((sum, { count }) => sum + count, 0),
  )
  return all.map(({ parts: _, ...period }) => {
    const { previous, next } = findBeside(years, period.id)
    const place: PartPlace = {
      list,
      folder,
      rows: listRows(years, period.id).map((row) => row.map(({ count: _, ...link }) => link)),
      trail: findTrail(years, period.id).map(({ id }) => id),
      previous: shownOf(previous),
      next: shownOf(next),
    }
    return { params: { period: period.id }, props: { period, place } }
  })
}

/** Paths of the parts of the four great lists, from the dossier's root. */
export function listPartPages({ sources, datedEvents, quotations, listedFigures }: DossierView): string[] {
  const lists = {
    sources: divideSources(sources),
    timeline: divideDatedEvents(datedEvents),
    quotations: divideQuotations(quotations),
    figures: divideFigures(listedFigures),
  }
  return Object.entries<readonly ListPart<unknown>[]>(lists).flatMap(([list, years]) =>
    listPeriods(years).map(({ id }) => `/${list}/in/${id}/`),
  )
}
