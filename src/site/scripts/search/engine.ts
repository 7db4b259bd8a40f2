import { type Catalogue, type PackedCatalogue, unpackCatalogue } from '../../../model/search-text.ts'

/** Where a word asked for stands in a page. */
interface Hit {
  /** Pagefind's own name of the page. */
  readonly id: string
  readonly score: number
  /** Indexes of words. */
  readonly words: readonly number[]
}

/** The part of Pagefind's JavaScript API that the page uses. */
interface Pagefind {
  options: (options: { noWorker: boolean }) => Promise<void>
  init: () => Promise<void>
  search: (
    words: string | null,
    options?: { sort: Readonly<Record<string, string>> },
  ) => Promise<{ readonly results: readonly Hit[] }>
}

/** Where a word stands in one page, and how much it tells that page from others. */
export interface WordHit {
  readonly score: number
  readonly places: readonly number[]
}

/** Answers from the index alone: no text is loaded for it. */
export interface Engine {
  readonly catalogue: Catalogue
  /** Every place of the words of the index that begin so, by the number of the page. */
  find: (beginning: string) => Promise<ReadonlyMap<number, WordHit>>
}

/**
 * Loads Pagefind from beside the site's pages, and the catalogue. Without a worker: starting one from an address is a
 * sink of Trusted Types, and even the commonest word of a thousand articles is found in a fraction of a second.
 *
 * @param folder address of the index
 * @param catalogue address of the catalogue
 */
export async function openEngine(folder: string, catalogue: string): Promise<Engine> {
  const [pagefind, read] = await Promise.all([
    startPagefind(folder),
    fetch(catalogue).then((response) => response.json() as Promise<PackedCatalogue>),
  ])
  const { results } = await pagefind.search(null, { sort: { number: 'asc' } })
  const numberOf = new Map(results.map(({ id }, number) => [id, number]))
  const answers = new Map<string, Promise<ReadonlyMap<number, WordHit>>>()
  const ask = async (beginning: string) => {
    const found = await pagefind.search(beginning)
    return new Map(found.results.map(({ id, score, words }) => [numberOf.get(id)!, { score, places: words }]))
  }
  const find = (beginning: string) => answers.get(beginning) ?? keep(answers, beginning, ask(beginning))
  return { catalogue: unpackCatalogue(read), find }
}

function keep<T>(kept: Map<string, T>, key: string, value: T): T {
  kept.set(key, value)
  return value
}

async function startPagefind(folder: string): Promise<Pagefind> {
  const pagefind: Pagefind = await import(/* @vite-ignore */ `${folder}pagefind.js`)
  await pagefind.options({ noWorker: true })
  await pagefind.init()
  return pagefind
}
