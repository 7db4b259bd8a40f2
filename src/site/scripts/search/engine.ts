import type { Query } from './query.ts'

/** A passage that was found, as Pagefind gives it: `excerpt` holds the words with the found ones in `<mark>`. */
export interface FoundPassage {
  readonly title: string
  readonly url: string
  readonly excerpt: string
}

/** A page that was found, with its passages. */
export interface FoundPage {
  readonly url: string
  readonly excerpt: string
  readonly meta: Readonly<Record<string, string>>
  readonly filters: Readonly<Record<string, readonly string[]>>
  readonly sub_results: readonly FoundPassage[]
}

/** How many pages each value of each filter would leave. */
export type FilterCounts = Readonly<Record<string, Readonly<Record<string, number>>>>

/** The answer to a query; a page's text is fetched when `data` is called. */
export interface Answer {
  readonly results: readonly { data: () => Promise<FoundPage> }[]
  /** Under all chosen filters. */
  readonly filters: FilterCounts
  /** Under none of them. */
  readonly totalFilters: FilterCounts
}

/** The part of Pagefind's JavaScript API that the page uses. */
export interface Engine {
  options: (options: { excerptLength: number }) => Promise<void>
  filters: () => Promise<FilterCounts>
  search: (words: string | null, options: object) => Promise<Answer>
}

/** Loads Pagefind from beside the site's pages, with its filters: it counts only what it has loaded. */
export async function openEngine(folder: string): Promise<Engine> {
  const engine: Engine = await import(/* @vite-ignore */ `${folder}pagefind.js`)
  await engine.options({ excerptLength: 42 })
  await engine.filters()
  return engine
}

/** Asks the engine; several values of one filter mean any of them. Without words, a chosen filter lists all it holds. */
export function ask(engine: Engine, { words, filters, isByDate }: Query): Promise<Answer> {
  const chosen = Object.entries(filters).filter(([, values]) => values.length > 0)
  return engine.search(words || null, {
    filters: Object.fromEntries(chosen.map(([name, values]) => [name, { any: values }])),
    ...(isByDate && { sort: { date: 'asc' } }),
  })
}
