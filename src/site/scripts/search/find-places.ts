import { beginningKeys, dateKeys, entityKey, indexKey, stemKey } from '../../../text/search-words.ts'
import type { Engine } from './engine.ts'
import type { Term } from './query.ts'

/** The places of a term in a page: the first word of each, and its length in words. */
export interface Hits {
  readonly score: number
  readonly spans: readonly (readonly [at: number, length: number])[]
  /** True when some place has the exact form of the query. */
  readonly isExact: boolean
}
export type HitsByPage = ReadonlyMap<number, Hits>

/** Where a term stands. `isBeginning` when no word is the one asked for, and words that begin so were taken. */
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

/** The places where passages name one of several entities, in whatever words. */
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
  for (const [page, { score, places }] of first ?? []) {
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
          }
        : held,
    )
  }
  return pages
}
