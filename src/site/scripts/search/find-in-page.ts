import type { Hit, IndexedPage } from './engine.ts'
import { findInPassage } from './find-in-passage.ts'
import type { NamedTerm } from './names.ts'
import type { PagePart } from './split-page.ts'

/** A passage that a search found. */
export interface FoundPassage extends PagePart {
  /** Indexes of its found words, ascending. */
  readonly found: readonly number[]
  /** Names by which it was found though it does not hold the words asked for. */
  readonly namedAs: readonly string[]
}

/** A page with those of its passages that hold most of what was asked for. */
export interface FoundPage {
  readonly page: IndexedPage
  readonly score: number
  /** True for the page of somebody or something that the query names. */
  readonly isNamed: boolean
  /** Whether one passage holds all terms, the page as a whole does, or neither. */
  readonly holds: 'together' | 'apart' | 'partly'
  /** Share of the terms that each of its found passages holds: 1 when they stand together. */
  readonly share: number
  readonly passages: readonly FoundPassage[]
}

/** One way to read a query. */
export type QueryReading = readonly NamedTerm[]

/** What the engine proposes for each term, by the ids of pages. */
export type Answers = ReadonlyMap<NamedTerm, ReadonlyMap<string, Hit>>

type WordsOfTerms = ReadonlyMap<NamedTerm, ReadonlySet<number>>

/** What a passage holds of a reading: its share of the terms, the words, and the names that were not written so. */
interface Held {
  readonly share: number
  readonly found: readonly number[]
  readonly namedAs: readonly string[]
}

/**
 * Reads one page for a query.
 *
 * @param readings the words as they were typed, then with its names read as names
 * @returns undefined when no passage holds any term
 */
export function findInPage(
  id: string,
  page: IndexedPage,
  passages: readonly PagePart[],
  readings: readonly QueryReading[],
  answers: Answers,
): FoundPage | undefined {
  const hits = new Map([...answers].map(([term, pages]) => [term, new Set(pages.get(id)?.words)]))
  const held = passages.map((passage) => ({ passage, held: holdMost(passage, readings, hits) }))
  const share = Math.max(0, ...held.map((one) => one.held.share))
  if (share === 0) return undefined
  const isWhole = readings.some((reading) => holdsAll(passages, reading, hits))
  return {
    page,
    score: readings[0]!.reduce((sum, term) => sum + (answers.get(term)?.get(id)?.score ?? 0), 0),
    isNamed: isPageOfNamed(page, readings),
    holds: share === 1 ? 'together' : isWhole ? 'apart' : 'partly',
    share,
    passages: held
      .filter((one) => one.held.share === share)
      .map(({ passage, held: { found, namedAs } }) => ({ ...passage, found, namedAs })),
  }
}

function isPageOfNamed({ meta }: IndexedPage, readings: readonly QueryReading[]): boolean {
  return (
    meta['position'] === undefined &&
    readings.flat().some((term) => 'names' in term && term.names.some(({ name }) => name === meta['title']))
  )
}

/** True when each term stands in some passage. */
function holdsAll(passages: readonly PagePart[], reading: QueryReading, hits: WordsOfTerms): boolean {
  return reading.every((term) => passages.some((passage) => findInPassage(passage, term, hits.get(term)!)))
}

/** The reading of which a passage holds most; the words as they were asked for win over a name in other words. */
function holdMost(passage: PagePart, readings: readonly QueryReading[], hits: WordsOfTerms): Held {
  return readings.map((reading) => hold(passage, reading, hits)).reduce((a, b) => (b.share > a.share ? b : a))
}

function hold(passage: PagePart, reading: QueryReading, hits: WordsOfTerms): Held {
  const held = reading
    .map((term) => ({ term, found: findInPassage(passage, term, hits.get(term)!) }))
    .filter(({ found }) => found !== undefined)
  const namedAs = held.flatMap(({ term }) =>
    'names' in term ? term.names.filter(({ token }) => passage.named.has(token)).map(({ name }) => name) : [],
  )
  const found = [...new Set(held.flatMap((one) => one.found ?? []))].sort((a, b) => a - b)
  return { share: held.length / reading.length, found, namedAs }
}
