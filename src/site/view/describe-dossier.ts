import { wordDate } from '../../figures/word-date.ts'
import type { DossierView } from './dossier.ts'
import { joinWords, wordCount } from './word-count.ts'

/** The counts of the whole dossier in two sentences. */
export function describeDossier({ about, sources, entities, happenings, quotations }: DossierView): string {
  const kinds = (['person', 'organisation', 'place'] as const)
    .map((kind) => ({ kind, count: entities.filter((entity) => entity.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => wordCount(count, kind))
  const isOne = sources.length === 1
  const given = [
    quotations.length > 0 && wordCount(quotations.length, 'quotation'),
    happenings.length > 0 && wordCount(happenings.length, 'dated event'),
  ].filter((words) => words !== false)
  const clauses = [
    kinds.length > 0 && `${isOne ? 'names' : 'name'} ${joinWords(kinds)}`,
    given.length > 0 && `${isOne ? 'gives' : 'give'} ${joinWords(given)}`,
  ].filter((clause) => clause !== false)
  const what =
    clauses.length > 0
      ? ` ${isOne ? 'It' : 'They'} ${clauses.join(' and ')}, each tied to the passage it comes from.`
      : ''
  return `${wordCount(sources.length, 'source')}${wordDates(about, sources.length)}.${what}`
}

function wordDates({ from, to, undated }: DossierView['about'], sources: number): string {
  if (!from || !to) return sources > 0 ? ', none with a stated date' : ''
  const span = from === to ? wordDate(from) : `between ${wordDate(from)} and ${wordDate(to)}`
  return undated > 0 ? `, ${sources - undated} of them dated ${span}` : `, published ${from === to ? 'on ' : ''}${span}`
}
