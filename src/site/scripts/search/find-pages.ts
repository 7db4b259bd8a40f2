import { askEngine, type Engine, type Hit, type IndexedPage } from './engine.ts'
import { findInPassage } from './find-in-passage.ts'
import { readNames, type NamedTerm, type Names } from './names.ts'
import type { Term } from './read-terms.ts'
import { splitPage, type Passage } from './split-page.ts'

/** A passage that a search found. */
export interface FoundPassage extends Passage {
  /** Indexes of its found words, ascending. */
  readonly found: readonly number[]
  /** Names by which it was found though it does not hold the words asked for. */
  readonly namedAs: readonly string[]
}

/** A page with its found passages. */
export interface FoundPage {
  readonly page: IndexedPage
  readonly score: number
  /** True for the page of somebody or something that the query names. */
  readonly isNamed: boolean
  /** True when one passage holds all that was asked for; else its words stand apart, each passage holding the most. */
  readonly isTogether: boolean
  readonly passages: readonly FoundPassage[]
}

/** One way to read a query. */
type Reading = readonly NamedTerm[]

/** What a passage holds of a reading: its share of the terms, the words, and the names that were not written so. */
interface Held {
  readonly share: number
  readonly found: readonly number[]
  readonly namedAs: readonly string[]
}

/**
 * Finds the passages that hold all terms of a query, and those that name whom it names in other words. Every page that
 * the engine proposes is read, so that counts and phrases are those of the text and not of the index.
 */
export async function findPages(engine: Engine, terms: readonly Term[], names: Names): Promise<FoundPage[]> {
  const named = readNames(terms, names)
  const readings: Reading[] = named ? [terms, named] : [terms]
  const answers = new Map<NamedTerm, ReadonlyMap<string, Hit>>()
  for (const term of readings.flat()) if (!answers.has(term)) answers.set(term, await askForTerm(engine, term))
  const everything = terms.length === 0 ? await askEngine(engine, null) : new Map<string, Hit>()
  const hits = new Map([...everything, ...readings.flatMap((reading) => intersect(reading.map((term) => answers.get(term)!)))])
  const pages = await Promise.all([...hits].map(async ([id, { data }]) => findInPage(id, await data(), readings, answers, names)))
  return pages.filter((page) => page !== undefined)
}

async function askForTerm(engine: Engine, term: NamedTerm): Promise<Map<string, Hit>> {
  if (!('names' in term)) return askEngine(engine, term.isPhrase ? term.words.join(' ') : term.text)
  const all = await Promise.all(term.names.map(({ token }) => askEngine(engine, token)))
  return new Map(all.flatMap((hits) => [...hits]))
}

function intersect(answers: readonly ReadonlyMap<string, Hit>[]): [string, Hit][] {
  const [first, ...others] = answers
  return first ? [...first].filter(([id]) => others.every((hits) => hits.has(id))) : []
}

function findInPage(id: string, page: IndexedPage, readings: readonly Reading[], answers: ReadonlyMap<NamedTerm, ReadonlyMap<string, Hit>>, { byToken }: Names): FoundPage | undefined {
  const hits = new Map([...answers].map(([term, pages]) => [term, new Set(pages.get(id)?.words)]))
  const passages = splitPage(page, byToken).map((passage) => ({ passage, held: holdMost(passage, readings, hits) }))
  const best = Math.max(0, ...passages.map(({ held }) => held.share))
  const isListed = readings[0]!.length === 0
  if (best === 0 && !isListed) return undefined
  const found = passages.filter(({ held }) => held.share === best && !isListed).map(({ passage, held }) => ({ ...passage, found: held.found, namedAs: held.namedAs }))
  const score = readings[0]!.reduce((sum, term) => sum + (answers.get(term)?.get(id)?.score ?? 0), 0)
  const isApart = best < 1 && !isListed
  const isWhole = readings.some((reading) => holdsAll(passages.map(({ passage }) => passage), reading, hits))
  return isApart && !isWhole ? undefined : { page, score, isNamed: isPageOfNamed(page, readings), isTogether: !isApart, passages: found }
}

function isPageOfNamed({ meta }: IndexedPage, readings: readonly Reading[]): boolean {
  return meta['position'] === undefined && readings.flat().some((term) => 'names' in term && term.names.some(({ name }) => name === meta['title']))
}

/** True when each term stands in some passage. */
function holdsAll(passages: readonly Passage[], reading: Reading, hits: ReadonlyMap<NamedTerm, ReadonlySet<number>>): boolean {
  return reading.every((term) => passages.some((passage) => findInPassage(passage, term, hits.get(term)!)))
}

/** The reading of which a passage holds most; the words as they were asked for win over a name in other words. */
function holdMost(passage: Passage, readings: readonly Reading[], hits: ReadonlyMap<NamedTerm, ReadonlySet<number>>): Held {
  return readings.map((reading) => hold(passage, reading, hits)).reduce((a, b) => (b.share > a.share ? b : a))
}

function hold(passage: Passage, reading: Reading, hits: ReadonlyMap<NamedTerm, ReadonlySet<number>>): Held {
  const held = reading.map((term) => ({ term, found: findInPassage(passage, term, hits.get(term)!) })).filter(({ found }) => found !== undefined)
  const namedAs = held.flatMap(({ term }) => ('names' in term ? term.names.filter(({ token }) => passage.named.has(token)).map(({ name }) => name) : []))
  const found = [...new Set(held.flatMap((one) => one.found ?? []))].sort((a, b) => a - b)
  return { share: held.length / Math.max(1, reading.length), found, namedAs }
}
