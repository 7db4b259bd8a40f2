import { wordDate } from '../../figures/word-date.ts'
import type { DossierView } from './dossier.ts'
import { wordCount } from './word-count.ts'

/** What a search or a table covers: "12 sources, 3 January 2023 to 5 May 2023; 2 without a date." */
export function wordScope({ about, sources }: DossierView): string {
  const dates = about.from && about.to ? wordRange(about.from, about.to) : ''
  const undated = about.undated > 0 ? `; ${about.undated} without a stated or inferred date` : ''
  const withheld = sources.filter((source) => source.rights !== 'full').length
  const rights = withheld > 0 ? `; text of ${withheld} withheld in part or whole` : ''
  return `${wordCount(sources.length, 'source')}${dates}${undated}${rights}.`
}

function wordRange(from: string, to: string): string {
  return from === to ? `, ${wordDate(from)}` : `, ${wordDate(from)} to ${wordDate(to)}`
}
