import { wordDate } from '../../figures/word-date.ts'
import type { SourcePage } from './dossier.ts'
import { joinWords, wordCount } from './word-count.ts'

/** One sentence on a source, for tabs, results and shared links. */
export function describeSource(source: SourcePage): string {
  const origin = [source.publisher, source.date && wordDate(source.date)].filter(Boolean).join(', ')
  const names = source.entities.slice(0, 3).map((entity) => entity.name)
  const naming = names.length > 0 ? `, naming ${joinWords(names)}` : ''
  return `${origin || 'Source without stated publisher or date'}: ${wordCount(source.passages.length, 'passage')}${naming}.`
}
