import { formatDate } from '../../figures/word-date.ts'
import type { DossierView } from './dossier.ts'
import { formatCount, formatList } from '../text/phrases.ts'

/** The counts of the whole dossier in two sentences. */
export function describeDossier({ about, sources, entities, happenings, quotations }: DossierView): string {
  const kinds = (['person', 'organisation', 'place'] as const)
    .map((kind) => ({ kind, count: entities.filter((entity) => entity.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => formatCount(count, kind))
  const isOne = sources.length === 1
  const given = [
    quotations.length > 0 && formatCount(quotations.length, 'quotation'),
    happenings.length > 0 && formatCount(happenings.length, 'dated event'),
  ].filter((words) => words !== false)
  const clauses = [
    kinds.length > 0 && `${isOne ? 'names' : 'name'} ${formatList(kinds)}`,
    given.length > 0 && `${isOne ? 'gives' : 'give'} ${formatList(given)}`,
  ].filter((clause) => clause !== false)
  const what =
    clauses.length > 0
      ? ` ${isOne ? 'It' : 'They'} ${clauses.join(' and ')}, each tied to the passage it comes from.`
      : ''
  return `${formatCount(sources.length, 'source')}${describeDates(about, sources.length)}.${what}`
}

function describeDates({ from, to, undated }: DossierView['about'], sources: number): string {
  if (!from || !to) return sources > 0 ? ', none with a stated date' : ''
  const span = from === to ? formatDate(from) : `between ${formatDate(from)} and ${formatDate(to)}`
  return undated > 0 ? `, ${sources - undated} of them dated ${span}` : `, published ${from === to ? 'on ' : ''}${span}`
}

/** What a search or a table covers: "12 sources, 3 January 2023 to 5 May 2023, 2 without a date." */
export function describeScope({ about, sources }: DossierView): string {
  const { from, to, undated } = about
  const parts = [
    formatCount(sources.length, 'source'),
    from && to && (from === to ? `dated ${formatDate(from)}` : `${formatDate(from)} to ${formatDate(to)}`),
    undated > 0 && `${undated} without a date`,
    describeWithheld(sources.filter(({ rights }) => rights !== 'full').length),
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

function describeWithheld(count: number): string {
  return count === 0 ? '' : `the text of ${count} withheld in part or whole`
}
