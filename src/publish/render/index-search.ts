import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { SEARCH_FILES } from '../../model/search-index.ts'
import { classOfLength, packPages, packPlaces, packPostings, placeOf } from '../../model/pack-search.ts'
import type {
  Catalogue,
  PageFacts,
  PageRun,
  SearchPage,
  SearchPostings,
  SearchWords,
} from '../../model/search-index.ts'
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

/**
 * Writes the search index of a rendered site, from the texts that the site holds for its search: a catalogue, and in
 * pieces the places of each word and the vocabulary. A search reads the catalogue, which says where the pieces begin, and
 * the pieces of its own words; the facts of a page stand beside each word's places in it, so that what is read
 * grows with what is found, not with the dossier. A page has its place in the texts as its number.
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
  const values = openValues()
  const facts = readTexts(join(folder, SEARCH_FILES.texts)).map((page, number): PageFacts => {
    const key = sha256Of(`${language} ${JSON.stringify(page.parts)}`)
    const words = (read[key] = last[key] ?? readWords(page, language))
    const own = values.add(page, words.length)
    addPage(index, words, own, number)
    return own
  })
  const packed = packPages([...facts])
  const catalogue: Catalogue = {
    ...values.close(),
    vocabulary: writePieces<SearchWords>(listOffered(index.words), join(folder, SEARCH_FILES.words)),
    postings: writePieces<SearchPostings>(
      [...index.postings].map(([word, { packed }]) => [word, packed]),
      join(folder, SEARCH_FILES.postings),
    ),
  }
  writeFileSync(join(folder, SEARCH_FILES.catalogue), JSON.stringify(catalogue))
  writeFileSync(join(folder, SEARCH_FILES.pages), JSON.stringify(packed))
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
  /** How many keys its parts have. */
  readonly length: number
}

function readWords({ parts }: SearchPage, language: string): PageWords {
  const words = parts.map(({ text }) => listWords(text))
  const keys = parts.map((part, at) => listKeys(part, language, words[at]))
  const places = new Map<string, number[]>()
  for (const [part, { kind }] of parts.entries())
    for (const [at, key] of keys[part]!.entries()) {
      const place = placeOf(part, kind === 'left out', at)
      const known = places.get(key)
      if (known) known.push(place)
      else places.set(key, [place])
    }
  return {
    forms: [...new Set(words.flat().map(({ form }) => form))],
    keys: [...places].map(([key, at]) => [key, packPlaces(at)]),
    length: keys.reduce((sum, part) => sum + part.length, 0),
  }
}

function addPage({ words, postings }: Index, { forms, keys }: PageWords, facts: PageFacts, number: number): void {
  for (const form of forms) words.set(form, (words.get(form) ?? 0) + 1)
  for (const [key, places] of keys) {
    const before = postings.get(key) ?? { packed: '', page: -1 }
    postings.set(key, { packed: before.packed + packPostings(number - before.page, facts, places), page: number })
  }
}

/** Words that are offered for misspelled ones: no shorter ones, and none but words of letters. */
const OFFERED = /^\p{L}{4,24}$/u
const listOffered = (words: ReadonlyMap<string, number>) => [...words].filter(([word]) => OFFERED.test(word))

/** Characters of JSON to a piece: some 8 to 10 kB as it travels. */
const PIECE = 12_000

/**
 * Writes words and their values as JSON files of limited size, in the order of the words.
 *
 * @returns where each file begins: as much of its first word as tells it from the last word of the file before
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
    return shortestAfter(pieces[number - 1]?.at(-1)![0] ?? '', piece[0]![0])
  })
}

/** The shortest beginning of a word that comes after another word. */
function shortestAfter(before: string, word: string): string {
  const letters = Array.from(word)
  const at = Array.from(before).findIndex((letter, index) => letter !== letters[index])
  return letters.slice(0, (at < 0 ? Array.from(before).length : at) + 1).join('')
}

/** Collects what the catalogue says of the pages: the values of the filters, and where kind and year change. */
export function openValues() {
  const [kinds, publishers, years]: string[][] = [[], [], []]
  const runs: PageRun[] = []
  let [count, words] = [0, 0]
  return {
    add: ({ kind, publisher, date, parts }: SearchPage, length: number): PageFacts => {
      const run = { from: count, kind: numberOf(kinds!, kind), year: numberOf(years!, date?.slice(0, 4)) }
      const last = runs.at(-1)
      if (last?.kind !== run.kind || last.year !== run.year) runs.push(run)
      count += 1
      words += length
      return {
        publisher: numberOf(publishers!, publisher),
        hasHeadline: parts[1]?.kind === 'headline',
        length: classOfLength(length),
      }
    },
    close: () => ({
      kinds: kinds!,
      publishers: publishers!,
      years: years!,
      runs,
      count,
      meanLength: Math.round(words / (count || 1)),
    }),
  }
}

/** The index of a value in a list, to which it is added; -1 for none. */
function numberOf(values: string[], value: string | undefined): number {
  if (value === undefined) return -1
  const known = values.indexOf(value)
  return known < 0 ? values.push(value) - 1 : known
}
