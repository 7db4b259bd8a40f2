import type { FigureEntry } from '../../model/entry.ts'
import type { MentionGroup } from './group-mentions.ts'
import type { DossierView, HappeningPage, QuotationPage, SourcePage } from './dossier.ts'
import { divideByTime, listPeriods, nameSpan, type Period } from './divide-by-time.ts'

/** A list of the dossier with the date by which it is divided when it is long. */
interface Divided<T> {
  readonly items: readonly T[]
  readonly dateOf: (item: T) => string | undefined
}

/** Sources by their day of publication. */
export const sourcesInTime = ({ sources }: DossierView): Divided<SourcePage> => ({ items: sources, dateOf: ({ date }) => date })

/** Dated events by the month or year they lie in. */
export const happeningsInTime = ({ happenings }: DossierView): Divided<HappeningPage> => ({
  items: happenings,
  dateOf: (happening) => (happening.isPlaced ? nameSpan(happening) : undefined),
})

/** Quotations by the day on which they were first printed. */
export const quotationsInTime = ({ quotations }: DossierView): Divided<QuotationPage> => ({ items: quotations, dateOf: ({ printings }) => printings[0]?.date })

/** Figures by the day on which they were first reported. */
export const figuresInTime = ({ figures }: DossierView): Divided<FigureEntry> => ({
  items: figures,
  dateOf: ({ rows }) => rows.flatMap(({ date }) => date ?? []).sort()[0],
})

/** The mentions of one entity by the day on which their sources were published. */
export const mentionsInTime = (groups: readonly MentionGroup[]): Divided<MentionGroup> => ({ items: groups, dateOf: ({ source }) => source.date })

/** The years of a list that is too long for one page; none of a shorter one. */
export function listYears<T>({ items, dateOf }: Divided<T>): Period<T>[] {
  return listPeriods(items, dateOf).length === 0 ? [] : sortPeriods(divideByTime(items, dateOf))
}

/** Ids of the parts of a list that have a page. */
export function listPeriodIds<T>({ items, dateOf }: Divided<T>): ReadonlySet<string> {
  return new Set(listPeriods(items, dateOf).map(({ id }) => id))
}

/** A static path for each part of a list that is too long for one page. */
export function listPartPaths<T>({ items, dateOf }: Divided<T>): { params: { period: string }; props: { period: Period<T> } }[] {
  return listPeriods(items, dateOf).map((period) => ({ params: { period: period.id }, props: { period } }))
}

/** Paths of the parts of the four great lists, from the dossier's root. */
export function listPartPages(dossier: DossierView): string[] {
  const lists = {
    sources: listPeriodIds(sourcesInTime(dossier)),
    timeline: listPeriodIds(happeningsInTime(dossier)),
    quotations: listPeriodIds(quotationsInTime(dossier)),
    figures: listPeriodIds(figuresInTime(dossier)),
  }
  return Object.entries(lists).flatMap(([list, ids]) => [...ids].map((id) => `/${list}/in/${id}/`))
}

function sortPeriods<T>(periods: readonly Period<T>[]): Period<T>[] {
  const sorted = periods.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  return sorted.map((period) => ({ ...period, months: sortPeriods(period.months) }))
}
