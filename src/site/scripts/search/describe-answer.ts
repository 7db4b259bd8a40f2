import { browser } from '../../text/en.ts'
import type { FoundPage } from './find-in-page.ts'
import type { Names } from './names.ts'
import { nearNames } from './names.ts'
import type { Query, Term } from './query.ts'
import { MOST_TERMS, writeQuery } from './query.ts'
import { createElement, cutText } from './show-page.ts'

/** What was found, in words that a screen reader announces. */
export function describeAnswer(typed: string, pages: readonly FoundPage[], hasFilters: boolean): string {
  const sources = pages.filter(({ page }) => page.meta['position'] !== undefined)
  const passages = sources.reduce((sum, page) => sum + page.passages.length, 0)
  const others = pages.length - sources.length
  const parts = [
    ...(sources.length > 0
      ? [
          passages > 0
            ? browser.within(browser.count(passages, browser.passage), browser.count(sources.length, browser.source))
            : browser.count(sources.length, browser.source),
        ]
      : []),
    ...(others > 0 ? [browser.count(others, browser.otherPage)] : []),
  ]
  const partly = pages.some(({ holds }) => holds === 'partly') ? browser.partly : ''
  if (parts.length > 0) return partly + parts.join(', ')
  if (!typed && !hasFilters) return ''
  return browser.nothing(typed && quote(typed), hasFilters)
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
  const tried = terms.slice(0, TERMS_TOLD).map(wordTerm).join(', ') || browser.noWord
  const near = nearNames(query.words, names).map((name) => linkTo({ ...query, words: name, filters: NO_FILTERS }))
  const single =
    terms.length < 2
      ? []
      : terms
          .slice(0, TERMS_TOLD)
          .map(({ text, isPhrase }) => linkTo({ ...query, words: isPhrase ? `"${text}"` : text }))
  return [
    createElement('p', {}, browser.tried(tried, terms.length > TERMS_TOLD, terms.length > 1)),
    ...listLinks(browser.near, near),
    ...listLinks(browser.single, single),
    ...(hasFilters && query.words
      ? [createElement('p', {}, browser.unfiltered, linkTo({ ...query, filters: NO_FILTERS }))]
      : []),
  ]
}

function listLinks(label: string, links: readonly HTMLElement[]): HTMLElement[] {
  return links.length === 0
    ? []
    : [createElement('p', {}, label, ...links.flatMap((link, index) => [index > 0 ? ', ' : '', link]))]
}

function linkTo(query: Query): HTMLAnchorElement {
  return createElement('a', { href: writeQuery(query) }, cutText(query.words, 40))
}

function wordTerm({ text, isPhrase }: Term): string {
  const words = cutText(text, 40)
  return isPhrase ? browser.exactly(words) : browser.beginning(words)
}

/** A note when more was typed than is searched. */
export function tellLimit(terms: readonly Term[]): string {
  return terms.length < MOST_TERMS ? '' : browser.limit(MOST_TERMS)
}
