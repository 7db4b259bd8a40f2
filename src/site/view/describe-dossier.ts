import { wordDate } from '../../figures/word-date.ts'
import type { DossierView } from './dossier.ts'
import { joinWords, wordCount } from './word-count.ts'

/** The counts of the whole dossier in two sentences. */
export function describeDossier({ about, sources, entities, happenings, quotations }: DossierView): string {
  const span = about.from && about.to ? wordSpan(about.from, about.to) : ''
  const kinds = (['person', 'organisation', 'place'] as const)
    .map((kind) => ({ kind, count: entities.filter((entity) => entity.kind === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => wordCount(count, kind))
  const others = [
    quotations.length > 0 && wordCount(quotations.length, 'quotation'),
    happenings.length > 0 && wordCount(happenings.length, 'dated event'),
  ].filter((words) => words !== false)
  const naming = kinds.length > 0 ? ` They name ${joinWords(kinds)}` : ''
  const giving = others.length > 0 ? `${naming ? ' and give' : ' They give'} ${joinWords(others)}` : ''
  return `${wordCount(sources.length, 'source')}${span}.${naming}${giving}${naming || giving ? ', each tied to the passage it comes from.' : ''}`
}

function wordSpan(from: string, to: string): string {
  return from === to ? ` of ${wordDate(from)}` : `, published between ${wordDate(from)} and ${wordDate(to)}`
}
