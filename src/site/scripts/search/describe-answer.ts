import { cutText, element } from './element.ts'
import type { FoundPage } from './find-in-page.ts'
import type { Names } from './names.ts'
import { nearNames } from './near-names.ts'
import { type Query, writeQuery } from './query.ts'
import { MOST_TERMS, type Term } from './read-terms.ts'

const formatCount = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`

/** What was found, in words that a screen reader announces. */
export function describeAnswer(typed: string, pages: readonly FoundPage[], hasFilters: boolean): string {
  const sources = pages.filter(({ page }) => page.meta['position'] !== undefined)
  const passages = sources.reduce((sum, page) => sum + page.passages.length, 0)
  const others = pages.length - sources.length
  const parts = [
    ...(sources.length > 0
      ? [
          passages > 0
            ? `${formatCount(passages, 'passage')} in ${formatCount(sources.length, 'source')}`
            : formatCount(sources.length, 'source'),
        ]
      : []),
    ...(others > 0 ? [formatCount(others, 'other page')] : []),
  ]
  const partly = pages.some(({ holds }) => holds === 'partly') ? 'No source holds all of it; these hold the most: ' : ''
  if (parts.length > 0) return partly + parts.join(', ')
  if (!typed && !hasFilters) return ''
  return `Nothing found${typed ? ` for ${quote(typed)}` : ''}${hasFilters ? ' under these filters' : ''}.`
}

/** What was typed, between quotation marks unless it brings its own. */
function quote(typed: string): string {
  const text = cutText(typed, 120)
  return /["“”«»]/.test(text) ? text : `“${text}”`
}

const TERMS_TOLD = 5
const NO_FILTERS = { kind: [], publisher: [], year: [] }

/** What helps a reader whose search found nothing: what was tried, names spelled nearly so, the search without filters. */
export function showAdvice(query: Query, terms: readonly Term[], names: Names, hasFilters: boolean): HTMLElement[] {
  const tried = terms.slice(0, TERMS_TOLD).map(wordTerm).join(', ') || 'nothing that is a word'
  const near = nearNames(query.words, names).map((name) => linkTo({ ...query, words: name, filters: NO_FILTERS }))
  const single =
    terms.length < 2
      ? []
      : terms
          .slice(0, TERMS_TOLD)
          .map(({ text, isPhrase }) => linkTo({ ...query, words: isPhrase ? `"${text}"` : text }))
  return [
    element(
      'p',
      {},
      `Tried: ${tried}${terms.length > TERMS_TOLD ? ' and more' : ''}${terms.length > 1 ? ', all in one source' : ''}.`,
    ),
    ...listLinks('Names spelled nearly so: ', near),
    ...listLinks('One at a time: ', single),
    ...(hasFilters && query.words
      ? [element('p', {}, 'Without the filters: ', linkTo({ ...query, filters: NO_FILTERS }))]
      : []),
  ]
}

function listLinks(label: string, links: readonly HTMLElement[]): HTMLElement[] {
  return links.length === 0
    ? []
    : [element('p', {}, label, ...links.flatMap((link, index) => [index > 0 ? ', ' : '', link]))]
}

function linkTo(query: Query): HTMLAnchorElement {
  return element('a', { href: writeQuery(query) }, cutText(query.words, 40))
}

function wordTerm({ text, isPhrase }: Term): string {
  const words = cutText(text, 40)
  return isPhrase ? `exactly “${words}”` : `“${words}” and words that begin so`
}

/** A note when more was typed than is searched. */
export function tellLimit(terms: readonly Term[]): string {
  return terms.length < MOST_TERMS ? '' : ` Only the first ${MOST_TERMS} words are searched.`
}
