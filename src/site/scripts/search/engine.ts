import { type PackedCatalogue, unpackCatalogue, unpackPostings } from '../../../model/search-index.ts'
import type { Catalogue, SearchPostings } from '../../../model/search-index.ts'

/** A word's places in one page, and its score. */
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
 * Loads the catalogue. Postings are loaded as words are asked for.
 *
 * @param folder address of the postings, with a slash at its end
 * @param catalogue address of the catalogue
 */
export async function openEngine(folder: string, catalogue: string): Promise<Engine> {
  const read = unpackCatalogue(await loadJson<PackedCatalogue>(catalogue))
  const { loadBeginning } = openPieces<SearchPostings>(folder, read.postings)
  const score = makeScorer(read)
  const ask = async (beginning: string) => {
    const postings = (await loadBeginning(beginning)).flatMap((piece) =>
      Object.entries(piece).flatMap(([word, packed]) => (word.startsWith(beginning) ? [unpackPostings(packed)] : [])),
    )
    return score(unite(postings))
  }
  const answers = new Map<string, ReturnType<typeof ask>>()
  const find = (beginning: string) => {
    const answer = answers.get(beginning) ?? ask(beginning)
    answers.set(beginning, answer)
    return answer
  }
  return { catalogue: read, find }
}

type Places = ReadonlyMap<number, readonly number[]>

function unite(all: readonly Places[]): Places {
  if (all.length < 2) return all[0] ?? new Map()
  const pages = new Map<number, number[]>()
  for (const [page, places] of all.flatMap((one) => [...one])) pages.set(page, [...(pages.get(page) ?? []), ...places])
  return new Map([...pages].map(([page, places]) => [page, places.sort((a, b) => a - b)]))
}

/** BM25's k1 and b: saturation of term frequency, and normalisation by length. */
const [SATURATION, LENGTH] = [1.2, 0.75]

/** Scores pages by Okapi BM25 (Robertson and Zaragoza, 2009). */
function makeScorer({ pages }: Catalogue) {
  const lengths = pages.map((page) => page.lengths.reduce((sum, length) => sum + length, 0))
  const average = lengths.reduce((sum, length) => sum + length, 0) / lengths.length
  return (found: Places): Map<number, WordHit> => {
    const rarity = Math.log(1 + (pages.length - found.size + 0.5) / (found.size + 0.5))
    const score = (page: number, count: number) =>
      (rarity * count * (SATURATION + 1)) / (count + SATURATION * (1 - LENGTH + (LENGTH * lengths[page]!) / average))
    return new Map([...found].map(([page, places]) => [page, { score: score(page, places.length), places }]))
  }
}

const loadJson = <T>(address: string) => fetch(address).then((response) => response.json() as Promise<T>)

/**
 * JSON files with words in order, each loaded once.
 *
 * @param folder address, with a slash at its end
 * @param from the first word of each piece, in order
 */
export function openPieces<T>(folder: string, from: readonly string[]) {
  const loaded = new Map<number, Promise<T>>()
  const load = (piece: number) => {
    const loading = loaded.get(piece) ?? loadJson<T>(`${folder}${piece}.json`)
    loaded.set(piece, loading)
    return loading
  }
  const loadRange = (first: number, last: number) =>
    Promise.all(from.slice(Math.max(0, first), last + 1).map((_, at) => load(Math.max(0, first) + at)))
  const pieceOf = (word: string) => from.findLastIndex((first) => first <= word)
  return {
    /** The piece that holds a word if any does; nothing where no piece can. */
    loadOf: async (word: string) => (pieceOf(word) < 0 ? undefined : load(pieceOf(word))),
    /** Every piece that can hold words that begin so. */
    loadBeginning: (beginning: string) =>
      loadRange(
        pieceOf(beginning),
        from.findLastIndex((first) => first <= beginning || first.startsWith(beginning)),
      ),
    /** The piece of a word and so many on either side. */
    loadAround: (word: string, beside: number) => {
      const at = Math.max(0, pieceOf(word))
      return loadRange(at - beside, at + beside)
    },
    loadAll: () => loadRange(0, from.length - 1),
  }
}
