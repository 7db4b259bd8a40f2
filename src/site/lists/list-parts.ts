import type { FigureEntry, HappeningEntry, QuotationEntry, SourceEntry } from '../../model/entry.ts'
import type { ShownMention } from '../entity/list-mentions.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { divideByTime, listPeriods, type Period, spanOf } from './periods.ts'

/** Sources by their day of publication. */
export function divideSources(sources: readonly SourceEntry[]): Period<SourceEntry>[] {
  return divideByTime(sources, ({ date }) => date)
}

/** Dated events by the day, month or year they lie in. */
export function divideHappenings(happenings: readonly HappeningEntry[]): Period<HappeningEntry>[] {
  return divideByTime(happenings, (happening) => (happening.isPlaced ? spanOf(happening) : undefined))
}

/** Quotations by the day on which they were first printed. */
export function divideQuotations(quotations: readonly QuotationEntry[]): Period<QuotationEntry>[] {
  return divideByTime(quotations, ({ printings }) => printings[0]?.date)
}

/** Figures by the day on which they were first reported. */
export function divideFigures(figures: readonly FigureEntry[]): Period<FigureEntry>[] {
  return divideByTime(figures, ({ rows }) => rows.flatMap(({ date }) => date ?? []).sort()[0])
}

/** The mentions of one entity by the day on which their sources were published. */
export function divideMentions(mentions: readonly ShownMention[]): Period<ShownMention>[] {
  return divideByTime(mentions, ({ source }) => source.date)
}

/** Ids of the parts of a list, which have a page each. */
export function listPeriodIds(years: readonly Period<unknown>[]): ReadonlySet<string> {
  return new Set(listPeriods(years).map(({ id }) => id))
}

/** A static path for each part of a list. */
export function listPartPaths<T>(
  years: readonly Period<T>[],
): { params: { period: string }; props: { period: Period<T>; years: readonly Period<T>[] } }[] {
  return listPeriods(years).map((period) => ({ params: { period: period.id }, props: { period, years } }))
}

/** Paths of the parts of the four great lists, from the dossier's root. */
export function listPartPages({ sources, happenings, quotations, figures }: DossierView): string[] {
  const lists = {
    sources: divideSources(sources),
    timeline: divideHappenings(happenings),
    quotations: divideQuotations(quotations),
    figures: divideFigures(figures),
  }
  return Object.entries<readonly Period<unknown>[]>(lists).flatMap(([list, years]) =>
    listPeriods(years).map(({ id }) => `/${list}/in/${id}/`),
  )
}
