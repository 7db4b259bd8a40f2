/**
 * The files that a search in the browser reads: the texts of sources, several to a file; the names; and the index, which
 * is made from these same texts, so that it holds exactly what the site shows.
 */

/** Kind of a part of a page. `about` is what the page says of the source; `left out` is text that is not part of it. */
export type SearchPartKind = 'about' | 'headline' | 'passage' | 'left out'

/** A part of a page that is a search result by itself. */
export interface SearchPart {
  readonly kind: SearchPartKind
  readonly text: string
  /** Fragment of its address. */
  readonly id?: string
  /** Its number among the passages: 7 for "¶ 7". */
  readonly ordinal?: number
  /** Ids of the entities that it names. */
  readonly entities?: readonly string[]
  /** Days (`2017-02-13`) and months (`2017-02`) that it means. */
  readonly dates?: readonly string[]
}

/** A source, or a page that somebody wrote by hand. */
export interface SearchPage {
  readonly url: string
  readonly title: string
  /** `Source`, or the word for a page. */
  readonly kind: string
  readonly publisher?: string
  /** Day, month or year of publication. */
  readonly date?: string
  /** The same in words. */
  readonly dateWords?: string
  readonly language?: string
  /** The summary first, then its passages, then text that was left out. */
  readonly parts: readonly SearchPart[]
}

/** Pages to a file of texts. */
export const PAGES_PER_FILE = 8

/** Paths of the search's files in the site. */
export const SEARCH_FILES = {
  texts: 'search/texts',
  names: 'search/names',
  words: 'search/words',
  postings: 'search/postings',
  catalogue: 'search/catalogue.json',
  pages: 'search/pages.json',
} as const

/** The facts of a page that come with each word's places in it, so that a search reads no list of all pages. */
export interface PageFacts {
  /** Index among the publishers of the catalogue; -1 for none. */
  readonly publisher: number
  /** True when the second part is the headline. */
  readonly hasHeadline: boolean
  /** How long it is, from `classOf`. */
  readonly length: number
}

/** Pages that follow each other and are of one kind and year. */
export interface PageRun {
  /** Number of the first. */
  readonly from: number
  /** Indexes among the values of the catalogue; -1 for none. */
  readonly kind: number
  readonly year: number
}

/** What a search reads first. It does not grow with the number of pages, but for the first words of the pieces. */
export interface Catalogue {
  readonly kinds: readonly string[]
  readonly publishers: readonly string[]
  readonly years: readonly string[]
  /** In order: sources are numbered by date. */
  readonly runs: readonly PageRun[]
  /** How many pages there are, and the mean number of words of one. */
  readonly count: number
  readonly meanLength: number
  /** Where each piece of the vocabulary, and of the postings, begins, in order. */
  readonly vocabulary: readonly string[]
  readonly postings: readonly string[]
}

/** An entity as the pieces of the names list it. */
export interface SearchName {
  readonly id: string
  readonly name: string
  readonly kind: string
  readonly url: string
  readonly mentions: number
  /** Sources that name it. */
  readonly sources: number
  /** Every wording that is a name of it, its own first. */
  readonly wordings: readonly string[]
  /** How many of the spellings occur in a source; the others are only in the register. */
  readonly printed: number
  /** True when passages also refer to it by words that are not a name: "the chair". */
  readonly isCalledOtherwise?: true
  readonly description?: string
}

/** A piece of the names: by each folded word of a name, the entities of which it is one. */
export interface SearchNames {
  readonly names: readonly SearchName[]
  readonly words: Readonly<Record<string, readonly number[]>>
}

/** A piece of the vocabulary: each folded word of the texts, and how many sources print it. */
export type SearchWords = Readonly<Record<string, number>>

/** A piece of the index: each word as `listKeys` writes it, with its places as `packPostings` packs them. */
export type SearchPostings = Readonly<Record<string, string>>

/*
 * Most of the index is small numbers. One character each, they take half the bytes that digits take after gzip.
 */

/** The first character that JSON does not escape; surrogates are skipped. */
const [FIRST, SURROGATES, AFTER] = [0x23, 0xd800, 0xe000]

const packNumber = (number: number) => {
  const code = number + FIRST
  return String.fromCodePoint(code < SURROGATES ? code : code + AFTER - SURROGATES)
}
const unpackNumber = (character: string) => {
  const code = character.codePointAt(0)!
  return (code < SURROGATES ? code : code - AFTER + SURROGATES) - FIRST
}

const packNumbers = (numbers: readonly number[]) => numbers.map(packNumber).join('')
const unpackNumbers = (packed: string) => Array.from(packed, unpackNumber)

/** Lengths of a class differ by less than a fifth: enough for a score, and a small number. */
const CLASSES_PER_DOUBLING = 4

/** The class of a number of words. */
export const classOf = (length: number): number => Math.round(CLASSES_PER_DOUBLING * Math.log2(length + 1))
/** The number of words that a class stands for. */
export const lengthOf = (of: number): number => 2 ** (of / CLASSES_PER_DOUBLING) - 1

const FACTS = 2
const packFacts = ({ publisher, hasHeadline, length }: PageFacts): string =>
  packNumbers([2 * (publisher + 1) + Number(hasHeadline), length])
const unpackFacts = (value: number, length: number): PageFacts => ({
  publisher: (value >> 1) - 1,
  hasHeadline: value % 2 === 1,
  length,
})

/** The facts of all pages in order, for a search without words. */
export const packPages = (pages: readonly PageFacts[]): string => pages.map(packFacts).join('')

/** The facts that `packPages` packed. */
export function unpackPages(packed: string): PageFacts[] {
  const numbers = unpackNumbers(packed)
  return Array.from({ length: numbers.length / FACTS }, (_, page) =>
    unpackFacts(numbers[page * FACTS]!, numbers[page * FACTS + 1]!),
  )
}

/** More words than a part has. */
const PART = 2 ** 24

/** A word's place in a page, as one number: words that follow each other in a part have places that do. */
export const placeOf = (part: number, isLeftOut: boolean, at: number): number =>
  (2 * part + Number(isLeftOut)) * PART + at

/** The part of a place, whether it is text left out, and the index among the words of the part. */
export function readPlace(place: number): { readonly part: number; readonly isLeftOut: boolean; readonly at: number } {
  const code = Math.floor(place / PART)
  return { part: Math.floor(code / 2), isLeftOut: code % 2 === 1, at: place % PART }
}

/**
 * Packs the places of a word in one page: of each, the step from the part of the last one, and in the same part the step
 * from it, else the index in the part.
 *
 * @param places from `placeOf`, ascending
 */
export function packPlaces(places: readonly number[]): string {
  let last = 0
  const steps = places.flatMap((place) => {
    const step = Math.floor(place / PART) - Math.floor(last / PART)
    const at = step === 0 ? place - last : place % PART
    last = place
    return [step, at]
  })
  return packNumbers([places.length, ...steps])
}

/**
 * Packs the positions of a word in one page.
 *
 * @param step number of pages since the last one with the word, or since page -1
 * @param places from `packPlaces`
 */
export const packPostings = (step: number, facts: PageFacts, places: string): string =>
  packNumber(step) + packFacts(facts) + places

/** A word in one page. */
export interface PageHit {
  readonly facts: PageFacts
  /** From `placeOf`, ascending. */
  readonly places: readonly number[]
}

/** The positions of a word by page, from the concatenated results of `packPostings`. */
export function unpackPostings(packed: string): Map<number, PageHit> {
  const numbers = unpackNumbers(packed)
  const pages = new Map<number, PageHit>()
  let page = -1
  for (let at = 0; at < numbers.length; ) {
    page += numbers[at]!
    const facts = unpackFacts(numbers[at + 1]!, numbers[at + 2]!)
    const first = at + 4
    at = first + 2 * numbers[at + 3]!
    pages.set(page, { facts, places: unpackPlaces(numbers, first, at) })
  }
  return pages
}

function unpackPlaces(numbers: readonly number[], from: number, to: number): number[] {
  const places: number[] = []
  let [code, within] = [0, 0]
  for (let at = from; at < to; at += 2) {
    const [step, index] = [numbers[at]!, numbers[at + 1]!]
    within = step === 0 ? within + index : index
    code += step
    places.push(code * PART + within)
  }
  return places
}
