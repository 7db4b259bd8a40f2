/** A page as Pagefind keeps it. */
export interface IndexedPage {
  readonly url: string
  /** All words of the page, as they stand, separated by spaces. */
  readonly content: string
  /** The same with `<` and `>` escaped, and with a zero-width space between words of scripts that write none. */
  readonly raw_content: string
  readonly meta: Readonly<Record<string, string>>
  readonly filters: Readonly<Record<string, readonly string[]>>
  /** Elements with an id; `location` is the index of their first word. */
  readonly anchors: readonly { readonly id: string; readonly location: number; readonly title?: string }[]
}

/** Where the words asked for stand in a page. */
export interface Hit {
  readonly id: string
  readonly score: number
  /** Indexes of words. */
  readonly words: readonly number[]
  readonly data: () => Promise<IndexedPage>
}

/** The part of Pagefind's JavaScript API that the page uses. */
export interface Engine {
  options: (options: { noWorker: boolean }) => Promise<void>
  init: () => Promise<void>
  search: (words: string | null) => Promise<{ readonly results: readonly Hit[] }>
}

/**
 * Loads Pagefind from beside the site's pages. Without a worker: starting one from an address is a sink of Trusted
 * Types, and even the commonest word of five hundred articles is found in a fraction of a second.
 */
export async function openEngine(folder: string): Promise<Engine> {
  const engine: Engine = await import(/* @vite-ignore */ `${folder}pagefind.js`)
  await engine.options({ noWorker: true })
  await engine.init()
  return engine
}

/**
 * The pages that hold all of some words, in any form that the engine takes for the same, by their ids. What it gives is
 * a list of candidates: it also takes a word for one that only begins alike.
 *
 * @param words words between spaces; null for every page
 */
export async function askEngine(engine: Engine, words: string | null): Promise<Map<string, Hit>> {
  const { results } = await engine.search(words)
  return new Map(results.map((hit) => [hit.id, hit]))
}
