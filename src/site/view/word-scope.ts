import { wordDate } from '../../figures/word-date.ts'
import type { DossierView } from './dossier.ts'
import { wordCount } from './word-count.ts'

/** What a search or a table covers: "12 sources, 3 January 2023 to 5 May 2023, 2 without a date." */
export function wordScope({ about, sources }: DossierView): string {
  const { from, to, undated } = about
  const parts = [
    wordCount(sources.length, 'source'),
    from && to && (from === to ? `dated ${wordDate(from)}` : `${wordDate(from)} to ${wordDate(to)}`),
    undated > 0 && `${undated} without a date`,
    wordWithheld(sources.filter(({ rights }) => rights !== 'full').length),
  ]
  return `${parts.filter(Boolean).join(', ')}.`
}

function wordWithheld(count: number): string {
  return count === 0 ? '' : `the text of ${count} withheld in part or whole`
}
