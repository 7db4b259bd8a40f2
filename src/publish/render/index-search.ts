import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SEARCH_FILES, packCatalogue, packPlaces, packPostings } from '../../model/search-index.ts'
import type { Catalogue, CataloguePage, SearchPage, SearchPostings, SearchWords } from '../../model/search-index.ts'
import { compare } from '../../text/compare.ts'
import { sha256Of } from '../../text/hash.ts'
import { listKeys, listWords } from '../../text/search-words.ts'
import type { StepRecords } from '../last-build.ts'
import { readStep, writeStep } from '../last-build.ts'

/** Name of the record of the pages' words, in the state folder and in the staging area. */
export const INDEX_RECORD = 'indexed.json'

/** Index of the pages added so far. */
interface Index {
  /** By word as `listKeys` writes it: its packed places, and the last page that holds it. */
  readonly postings: Map<string, { packed: string; page: number }>
  /** How many pages print each folded word. */
  readonly words: Map<string, number>
}

/** The inputs of the catalogue. */
export type IndexedPage = Pick<SearchPage, 'kind' | 'publisher' | 'date'> &
  Pick<CataloguePage, 'shown' | 'hasHeadline' | 'lengths'>

/**
 * Writes the search index of a rendered site, from the texts that the site holds for its search: a catalogue of the
 * pages, and in pieces the places of each word and the vocabulary. A search reads the pieces of its own words. A page
 * has its place in the texts as its number.
 *
 * Our own files, since the program of a search library (Pagefind: 69 kB, and 30 kB for each word of a thousand articles)
 * is more than a whole first search may read, and folding, stems, dates and phrases are this site's own anyway.
 *
 * @param folder the site
 * @param language the dossier's, BCP 47: its words are stemmed
 * @param records of the words of each page
 */
export function indexSearch(folder: string, language: string, records?: StepRecords): void {
  const index: Index = { postings: new Map(), words: new Map() }
  const last: Readonly<Record<string, PageWords>> = records ? readStep(records) : {}
  const read: Record<string, PageWords> = {}
  const pages = readTexts(join(folder, SEARCH_FILES.texts)).map((page, number) => {
    const key = sha256Of(`${language} ${JSON.stringify(page.parts)}`)
    read[key] = last[key] ?? readWords(page, language)
    return addPage(index, page, read[key], number)
  })
  const catalogue = {
    ...makeCatalogue([...pages]),
    vocabulary: writePieces<SearchWords>(listOffered(index.words), join(folder, SEARCH_FILES.words)),
    postings: writePieces<SearchPostings>(
      [...index.postings].map(([word, { packed }]) => [word, packed]),
      join(folder, SEARCH_FILES.postings),
    ),
  }
  writeFileSync(join(folder, SEARCH_FILES.catalogue), JSON.stringify(packCatalogue(catalogue)))
  if (records) writeStep(records, read)
}

/** The texts in order: the files are numbered from 0. */
function* readTexts(folder: string): Generator<SearchPage> {
  const count = existsSync(folder) ? readdirSync(folder).length : 0
  for (let file = 0; file < count; file += 1)
    yield* JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8')) as SearchPage[]
}

/** The words of a page. */
interface PageWords {
  /** Each once. */
  readonly forms: readonly string[]
  /** Each key of `listKeys` once, with its packed places. */
  readonly keys: readonly (readonly [key: string, places: string])[]
  /** Keys of each part. */
  readonly lengths: readonly number[]
}

function readWords({ parts }: SearchPage, language: string): PageWords {
  const words = parts.map(({ text }) => listWords(text))
  const keys = parts.map((part, at) => listKeys(part, language, words[at]))
  const places = new Map<string, number[]>()
  keys.flat().forEach((key, at) => {
    const known = places.get(key)
    if (known) known.push(at)
    else places.set(key, [at])
  })
  return {
    forms: [...new Set(words.flat().map(({ form }) => form))],
    keys: [...places].map(([key, at]) => [key, packPlaces(at)]),
    lengths: keys.map((part) => part.length),
  }
}

function addPage(
  { words, postings }: Index,
  { kind, publisher, date, parts }: SearchPage,
  { forms, keys, lengths }: PageWords,
  number: number,
): IndexedPage {
  for (const form of forms) words.set(form, (words.get(form) ?? 0) + 1)
  for (const [key, places] of keys) {
    const before = postings.get(key) ?? { packed: '', page: -1 }
    postings.set(key, { packed: before.packed + packPostings(number - before.page, places), page: number })
  }
  return {
    kind,
    ...(publisher && { publisher }),
    ...(date && { date }),
    shown: parts.filter((part) => part.kind !== 'left out').length,
    hasHeadline: parts[1]?.kind === 'headline',
    lengths,
  }
}

/** Words that are offered for misspelled ones: no shorter ones, and none but words of letters. */
const OFFERED = /^\p{L}{4,24}$/u
const listOffered = (words: ReadonlyMap<string, number>) => [...words].filter(([word]) => OFFERED.test(word))

/** Characters of JSON to a piece: some 8 to 10 kB as it travels. */
const PIECE = 12_000

/**
 * Writes words and their values as JSON files of limited size, in the order of the words. @returns the first word of
 * each file
 */
function writePieces<T extends SearchWords | SearchPostings>(
  entries: readonly (readonly [string, T[string]])[],
  folder: string,
): string[] {
  const pieces: (readonly [string, T[string]])[][] = []
  let size = Infinity
  for (const entry of entries.toSorted(([a], [b]) => compare(a, b))) {
    const length = entry[0].length + String(entry[1]).length + '"":"",'.length
    if (size + length > PIECE) pieces.push([]), (size = 0)
    pieces.at(-1)!.push(entry)
    size += length
  }
  mkdirSync(folder, { recursive: true })
  return pieces.map((piece, number) => {
    writeFileSync(join(folder, `${number}.json`), JSON.stringify(Object.fromEntries(piece)))
    return piece[0]![0]
  })
}

/** The data that a search needs of pages it does not show. */
export function makeCatalogue(pages: readonly IndexedPage[]): Omit<Catalogue, 'vocabulary' | 'postings'> {
  const kinds = listValues(pages.map(({ kind }) => kind))
  const publishers = listValues(pages.map(({ publisher }) => publisher))
  const years = listValues(pages.map(({ date }) => date?.slice(0, 4)))
  const rows = pages.map(
    ({ kind, publisher, date, shown, hasHeadline, lengths }): CataloguePage => ({
      kind: kinds.indexOf(kind),
      publisher: publishers.indexOf(publisher ?? ''),
      year: years.indexOf(date?.slice(0, 4) ?? ''),
      shown,
      hasHeadline,
      lengths,
    }),
  )
  return { kinds, publishers, years, pages: rows }
}

const listValues = (values: readonly (string | undefined)[]) => [
  ...new Set(values.filter((value) => value !== undefined)),
]
