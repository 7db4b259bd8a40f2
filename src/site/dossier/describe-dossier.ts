import { formatDate } from '../../figures/word-date.ts'
import { formatCount, formatList, t } from '../text/text.ts'
import type { DossierView } from './dossier.ts'

/** The counts of the whole dossier in two sentences. */
export function summariseDossier({ about, sources, entities, datedEvents, quotations }: DossierView): string {
  const kinds = (['person', 'organisation', 'place'] as const)
    .map((kind) => ({ kind, count: entities.filter((entity) => entity.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => formatCount(count, kind))
  const isOne = sources.length === 1
  const given = [
    quotations.length > 0 && formatCount(quotations.length, 'quotation'),
    datedEvents.length > 0 && formatCount(datedEvents.length, 'dated event'),
  ].filter((words) => words !== false)
  const clauses = [
    kinds.length > 0 && `${t.dossier.name(isOne)} ${formatList(kinds)}`,
    given.length > 0 && `${t.dossier.give(isOne)} ${formatList(given)}`,
  ].filter((clause) => clause !== false)
  const what = clauses.length > 0 ? t.dossier.each(isOne, formatList(clauses)) : ''
  return `${formatCount(sources.length, 'source')}${describeDates(about, sources.length)}.${what}`
}

function describeDates({ from, to, undated }: DossierView['about'], sources: number): string {
  if (!from || !to) return sources > 0 ? t.dossier.noDates : ''
  const span = from === to ? formatDate(from) : t.dossier.between(formatDate(from), formatDate(to))
  return undated > 0 ? t.dossier.someDated(sources - undated, span) : t.dossier.published(span, from === to)
}

/** What a search or a table covers: "12 sources, 3 January 2023 to 5 May 2023, 2 without a date." */
export function describeScope({ about, sources }: DossierView): string {
  const { from, to, undated } = about
  const parts = [
    formatCount(sources.length, 'source'),
    from &&
      to &&
      (from === to ? t.dossier.dated(formatDate(from)) : t.dossier.fromTo(formatDate(from), formatDate(to))),
    undated > 0 && t.dossier.withoutDate(undated),
    describeWithheld(sources.filter(({ rights }) => rights !== 'full').length),
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

function describeWithheld(count: number): string {
  return count === 0 ? '' : t.dossier.withheld(count)
}
