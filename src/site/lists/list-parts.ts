import type { FigureEntry, DatedEventEntry, QuotationEntry, SourceEntry } from '../../model/entry.ts'
import type { ShownMention } from '../entity/list-mentions.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { trackFact } from '../loader/reads.ts'
import { divideByTime, listPeriods, type ListPart, spanOf } from './periods.ts'

/** Sources by their day of publication. */
export function divideSources(sources: readonly SourceEntry[]): ListPart<SourceEntry>[] {
  return divideByTime(sources, ({ date }) => date)
}

/** Dated events by the day, month or year they lie in. */
export function divideDatedEvents(datedEvents: readonly DatedEventEntry[]): ListPart<DatedEventEntry>[] {
  return divideByTime(datedEvents, (datedEvent) => (datedEvent.isPlaced ? spanOf(datedEvent) : undefined))
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

/** A static path for each part of a list. */
export function listPartPaths<T>(
  years: readonly ListPart<T>[],
): { params: { period: string }; props: { period: ListPart<T>; years: readonly ListPart<T>[] } }[] {
  return listPeriods(years).map((period) => ({ params: { period: period.id }, props: { period, years } }))
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
