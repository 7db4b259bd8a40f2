import type { SearchName } from '../../../model/search-index.ts'
import { foldText } from '../../../text/search-words.ts'
import { browser } from '../../text/en-search.ts'
import type { FoundPage } from './found-page.ts'
import type { Names, openVocabulary } from './names.ts'
import type { ParsedQuery, Query, Term } from './query.ts'
import { MOST_TERMS, writeQuery } from './query.ts'
import { createElement, cutText } from './show-page.ts'

/** The results, and the kinds of pages as the catalogue numbers them. */
interface Found {
  readonly pages: readonly FoundPage[]
  readonly names: readonly SearchName[]
  readonly kinds: readonly string[]
}

/** The number of results, for screen readers; hand-written pages do not count as sources. */
export function describeAnswer(typed: string, { pages, names, kinds }: Found, hasFilters: boolean): string {
  const sources = pages.filter(({ row }) => kinds[row.kind] === browser.sourceKind)
  const passages = sources.reduce(
    (sum, { parts }) => sum + parts.filter(({ index, isLeftOut }) => index > 0 && !isLeftOut).length,
    0,
  )
  const inSources = browser.count(sources.length, browser.source)
  const parts = [
    ...(passages > 0 ? [browser.within(browser.count(passages, browser.passage), inSources)] : []),
    ...(passages === 0 && sources.length > 0 ? [inSources] : []),
    ...(pages.length > sources.length ? [browser.count(pages.length - sources.length, browser.written)] : []),
    ...(names.length > 0 ? [browser.count(names.length, browser.name)] : []),
  ]
  const partly = pages.some(({ holds }) => holds === 'partly') ? browser.partly : ''
  if (parts.length > 0) return `${partly}${parts.join(', ')}.`
  if (!typed && !hasFilters) return ''
  return browser.nothing(typed && quote(typed), hasFilters)
}

/** The query in quotation marks, unless it has its own. */
function quote(typed: string): string {
  const text = cutText(typed, 120)
  return /["“”«»]/.test(text) ? text : `“${text}”`
}

const TERMS_TOLD = 5
const NO_FILTERS = { kind: [], publisher: [], year: [] }

/** Notes on an answer: how the words were read, which do not occur, and what was cut or left out. */
export function describeReading(
  { groups, excluded, isCut }: ParsedQuery,
  nowhere: readonly Term[],
  begun: readonly Term[],
): string[] {
  const list = (terms: readonly Term[]) => terms.slice(0, TERMS_TOLD).map(({ text }) => `“${cutText(text, 40)}”`)
  return [
    ...(groups.length === 0 && excluded.length > 0 ? [browser.onlyLeftOut] : []),
    ...(groups.length > 0 && excluded.length > 0 ? [browser.without(list(excluded))] : []),
    ...(groups.length > 1 && nowhere.length > 0 ? [browser.nowhere(list(nowhere))] : []),
    ...(begun.length > 0 ? [browser.begun(list(begun))] : []),
    ...(isCut ? [browser.limit(MOST_TERMS)] : []),
  ]
}

const MOST_OFFERED = 3
const SHORTEST_MISSPELLED = 4

/** Suggestions for misspelled words. */
interface Spelling {
  readonly names: Names
  readonly nearestWord: ReturnType<typeof openVocabulary>
}

/**
 * Links to queries in which a name or a word of the texts replaces a word that does not occur: suggested, never
 * searched automatically. A word is suggested if its spelling is closer than that of any name.
 */
export async function offerSpellings(query: Query, nowhere: readonly Term[], known: Spelling): Promise<HTMLElement[]> {
  const wrong = nowhere.filter(
    ({ kind, words }) => kind === 'word' && words.length === 1 && words[0]!.length >= SHORTEST_MISSPELLED,
  )
  const words = [...new Set(wrong.map((term) => term.words[0]!))].slice(0, TERMS_TOLD)
  const near = (await Promise.all(words.map((word) => known.names.near(word)))).map((all) => nearestOf(all))
  const nearest = await Promise.all(words.map(known.nearestWord))
  const mended = new Map(
    words.flatMap((word, at): [string, string][] => {
      const best = nearest[at]
      return best && best.distance < Math.min(1, ...near[at]!.values()) ? [[word, best.word]] : []
    }),
  )
  const named = rankNames(near).slice(0, MOST_OFFERED)
  const queries = [
    ...(mended.size > 0 ? [replaceEach(query.words, mended)] : []),
    ...named.map((name) => replaceWords(query.words, words, name)),
  ]
  return listLinks(
    browser.near,
    [...new Set(queries)].map((typed) => linkTo({ ...query, words: typed })),
  )
}

/** The names that are near the most of the words, then the nearest, then the most often named. */
function rankNames(near: readonly ReadonlyMap<SearchName, number>[]): SearchName[] {
  const scored = new Map<SearchName, { count: number; distance: number }>()
  for (const [name, distance] of near.flatMap((one) => [...one])) {
    const known = scored.get(name)
    scored.set(name, { count: (known?.count ?? 0) + 1, distance: (known?.distance ?? 0) + distance })
  }
  const best = [...scored].sort(
    ([a, x], [b, y]) =>
      y.count - x.count ||
      x.distance / x.count - y.distance / y.count ||
      b.sources - a.sources ||
      (a.name < b.name ? -1 : 1),
  )
  return best.map(([name]) => name).filter(({ name }, at, all) => all.findIndex((other) => other.name === name) === at)
}

/** The query with each misspelled word corrected. */
const replaceEach = (typed: string, mended: ReadonlyMap<string, string>) =>
  typed
    .trim()
    .split(/\s+/)
    .map((piece) => mended.get(foldText(piece)) ?? piece)
    .join(' ')

/** The least distance of each entity. */
function nearestOf(all: Awaited<ReturnType<Names['near']>>): Map<SearchName, number> {
  const nearest = new Map<SearchName, number>()
  for (const { names, distance } of all)
    for (const name of names) nearest.set(name, Math.min(distance, nearest.get(name) ?? 1))
  return nearest
}

/** The query with a name where its misspelled words stood, and without other words of the name beside them. */
export function replaceWords(typed: string, wrong: readonly string[], { name }: Pick<SearchName, 'name'>): string {
  const own = new Set(foldText(name).split(' '))
  const pieces = typed.trim().split(/\s+/)
  const isWrong = pieces.map((piece) => wrong.includes(foldText(piece)))
  const first = isWrong.indexOf(true)
  return pieces
    .flatMap((piece, at) => (at === first ? [name] : isWrong[at] || own.has(foldText(piece)) ? [] : [piece]))
    .join(' ')
}

/** Help for a search without results: the words tried one by one, and the search without filters. */
export function showAdvice(query: Query, { groups }: ParsedQuery, hasFilters: boolean): HTMLElement[] {
  const terms = groups.flat()
  const tried = terms.slice(0, TERMS_TOLD).map(describeTerm).join(', ') || browser.noWord
  const single =
    terms.length < 2
      ? []
      : terms
          .slice(0, TERMS_TOLD)
          .map(({ text, kind }) => linkTo({ ...query, words: kind === 'phrase' ? `"${text}"` : text }))
  return [
    createElement('p', {}, browser.tried(tried, terms.length > TERMS_TOLD, terms.length > 1)),
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
  return createElement('a', { href: writeQuery(query) }, cutText(query.words, 60))
}

function describeTerm({ text, kind }: Term): string {
  const words = cutText(text, 40)
  return kind === 'phrase' ? browser.exactly(words) : `“${words}”`
}
