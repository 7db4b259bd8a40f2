import { element } from './element.ts'
import type { Names } from './names.ts'
import { nearNames } from './near-names.ts'
import { writeQuery, type Query } from './query.ts'
import { MOST_TERMS, type Term } from './read-terms.ts'

/** What helps a reader whose search found nothing: what was tried, names spelled nearly so, the search without filters. */
export function showAdvice(query: Query, terms: readonly Term[], names: Names, hasFilters: boolean): HTMLElement[] {
  const link = (words: string, filters = query.filters) => element('a', { href: writeQuery({ ...query, words, filters }) || '?' }, words)
  const near = nearNames(query.words, names)
  const none = { kind: [], publisher: [], year: [] }
  return [
    element('p', {}, `Tried: ${terms.map(wordTerm).join(', ') || 'nothing that is a word'}.`),
    ...(near.length > 0 ? [element('p', {}, 'Names spelled nearly so: ', ...near.flatMap((name, index) => [index > 0 ? ', ' : '', link(name, none)]))] : []),
    ...(hasFilters && query.words ? [element('p', {}, 'Without the filters: ', link(query.words, none))] : []),
  ]
}

function wordTerm({ text, isPhrase }: Term): string {
  return isPhrase ? `exactly “${text}”` : `“${text}” and words that begin so`
}

/** A note when more was typed than is searched. */
export function tellLimit(terms: readonly Term[]): string {
  return terms.length < MOST_TERMS ? '' : ` Only the first ${MOST_TERMS} words are searched.`
}
