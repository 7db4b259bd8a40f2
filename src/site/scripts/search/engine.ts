import type { Catalogue, PageFacts, SearchPostings } from '../../../model/search-index.ts'
import type { PageHit } from '../../../model/pack-search.ts'
import { lengthOfClass, unpackPages, unpackPostings } from '../../../model/pack-search.ts'
import { beginningKeys, dateKeys, entityKey, indexKey, stemKey } from '../../../text/search-words.ts'
import type { Term } from './query.ts'

/** A word's places in one page, and its score. */
export interface WordHit extends PageHit {
  readonly score: number
}

/** Answers from the index alone: no text is loaded for it. */
export interface Engine {
  readonly catalogue: Catalogue
  /** Every place of the words of the index that begin so, by the number of the page. */
  find: (beginning: string) => Promise<ReadonlyMap<number, WordHit>>
  /** The facts of every page in order, for filters without words. */
  pages: () => Promise<readonly PageFacts[]>
}

/**
 * Loads the catalogue. Postings are loaded when words are searched.
 *
 * @param folder address of the postings, with a slash at its end
 * @param catalogue address of the catalogue
 * @param pages address of the facts of all pages
 */
export async function openEngine(folder: string, catalogue: string, pages: string): Promise<Engine> {
  const read = await loadJson<Catalogue>(catalogue)
  const { loadBeginning } = openPieces<SearchPostings>(folder, read.postings)
  const score = makeScorer(read)
  const ask = async (beginning: string) => {
    const postings = (await loadBeginning(beginning)).flatMap((piece) =>
      Object.entries(piece).flatMap(([word, packed]) => (word.startsWith(beginning) ? [unpackPostings(packed)] : [])),
    )
    return score(mergePlaces(postings))
  }
  const answers = new Map<string, ReturnType<typeof ask>>()
  const find = (beginning: string) => {
    const answer = answers.get(beginning) ?? ask(beginning)
    answers.set(beginning, answer)
    return answer
  }
  return { catalogue: read, find, pages: () => loadJson<string>(pages).then(unpackPages) }
}

type Places = ReadonlyMap<number, PageHit>

function mergePlaces(all: readonly Places[]): Places {
  if (all.length < 2) return all[0] ?? new Map()
  const pages = new Map<number, { facts: PageFacts; places: number[] }>()
  for (const [page, { facts, places }] of all.flatMap((one) => [...one]))
    pages.set(page, { facts, places: [...(pages.get(page)?.places ?? []), ...places] })
  for (const { places } of pages.values()) places.sort((a, b) => a - b)
  return pages
}

/** BM25's k1 and b: saturation of term frequency, and normalisation by length. */
const [SATURATION, LENGTH] = [1.2, 0.75]

/** Scores pages by Okapi BM25 (Robertson and Zaragoza, 2009). */
function makeScorer({ count: all, meanLength }: Catalogue) {
  return (found: Places): Map<number, WordHit> => {
    const rarity = Math.log(1 + (all - found.size + 0.5) / (found.size + 0.5))
    const score = ({ facts, places: { length: count } }: PageHit) =>
      (rarity * count * (SATURATION + 1)) /
      (count + SATURATION * (1 - LENGTH + (LENGTH * lengthOfClass(facts.length)) / meanLength))
    return new Map([...found].map(([page, hit]) => [page, { ...hit, score: score(hit) }]))
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

/** The places of a term in a page: the first word of each, and its length in words. */
export interface Hits {
  readonly score: number
  readonly spans: readonly (readonly [at: number, length: number])[]
  /** True when some place has the exact form of the query. */
  readonly isExact: boolean
  readonly facts: PageFacts
}
export type HitsByPage = ReadonlyMap<number, Hits>

/** The places of a term. `isBeginning` if there is no such word and words that begin with it were used. */
export interface TermPlaces {
  readonly pages: HitsByPage
  readonly isBeginning: boolean
}

const SHORTEST_BEGINNING = 3

/** Finds every place of a term; a beginning only where no word matches and no name does. */
export async function findTerm(engine: Engine, term: Term, language: string, mayBegin: boolean): Promise<TermPlaces> {
  const pages = await findWhole(engine, term, language)
  const [word] = term.words
  const isBeginning =
    mayBegin &&
    pages.size === 0 &&
    term.kind === 'word' &&
    term.words.length === 1 &&
    word!.length >= SHORTEST_BEGINNING
  if (!isBeginning) return { pages, isBeginning }
  const begun = await Promise.all(beginningKeys(word!, language).map((key) => findRun(engine, [key])))
  return { pages: unite(begun), isBeginning }
}

async function findWhole(engine: Engine, term: Term, language: string): Promise<HitsByPage> {
  const exact = term.words.map((word) => indexKey(word, language))
  if (term.kind === 'phrase') return findRun(engine, exact)
  const forms = await findRun(
    engine,
    term.words.map((word) => stemKey(word, language)),
  )
  if (term.kind === 'date') {
    const dated = await Promise.all((term.dates ?? []).map((date) => findRun(engine, [dateKeys(date).asked])))
    return unite([forms, ...dated])
  }
  const joined = term.joined ? [await findRun(engine, [stemKey(term.joined, language)])] : []
  return unite([markExact(forms, await findRun(engine, exact)), ...joined])
}

/** The passages that mention one of several entities, in any words. */
export async function findEntities(engine: Engine, ids: readonly string[]): Promise<HitsByPage> {
  return unite(await Promise.all(ids.map((id) => findRun(engine, [entityKey(id)]))))
}

function markExact(pages: HitsByPage, exact: HitsByPage): HitsByPage {
  return new Map([...pages].map(([page, held]) => [page, { ...held, isExact: exact.has(page) }]))
}

/** Where words follow each other. */
async function findRun(engine: Engine, keys: readonly string[]): Promise<HitsByPage> {
  const found = await Promise.all(keys.map((key) => engine.find(key)))
  const [first, ...others] = found
  const pages = new Map<number, Hits>()
  for (const [page, { score, places, facts }] of first ?? []) {
    const rest = others.map((hits) => hits.get(page))
    if (!rest.every((hit) => hit !== undefined)) continue
    const after = rest.map((hit) => new Set(hit.places))
    const starts = places.filter((at) => after.every((held, step) => held.has(at + step + 1)))
    const scores = [score, ...rest.map((hit) => hit.score)]
    if (starts.length > 0)
      pages.set(page, {
        score: Math.max(...scores),
        spans: starts.map((at) => [at, keys.length]),
        isExact: true,
        facts,
      })
  }
  return pages
}

/** Places of any of several. */
export function unite(all: readonly HitsByPage[]): HitsByPage {
  const pages = new Map<number, Hits>()
  for (const [page, held] of all.flatMap((one) => [...one])) {
    const known = pages.get(page)
    pages.set(
      page,
      known
        ? {
            score: Math.max(known.score, held.score),
            spans: [...known.spans, ...held.spans],
            isExact: known.isExact || held.isExact,
            facts: held.facts,
          }
        : held,
    )
  }
  return pages
}
