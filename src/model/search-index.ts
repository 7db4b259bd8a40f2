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
} as const

/** Facts of a page for searching, without its texts. */
export interface CataloguePage {
  /** Indexes of its values among those of the catalogue; -1 for none. */
  readonly kind: number
  readonly publisher: number
  readonly year: number
  /** How many parts are no text left out; the first says what the page is. */
  readonly shown: number
  /** True when the second part is the headline. */
  readonly hasHeadline: boolean
  /** Words of each part in the index. */
  readonly lengths: readonly number[]
}

/** Every page in the order of the texts, with the values of the filters. */
export interface Catalogue {
  readonly kinds: readonly string[]
  readonly publishers: readonly string[]
  readonly years: readonly string[]
  /** The first word of each piece of the vocabulary, and of each piece of the postings, in order. */
  readonly vocabulary: readonly string[]
  readonly postings: readonly string[]
  readonly pages: readonly CataloguePage[]
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

/** The catalogue as it is sent to the browser: a page is a row, its lengths one character each. */
export type PackedCatalogue = Omit<Catalogue, 'pages'> & {
  readonly pages: readonly (readonly [number, number, number, number, 0 | 1, string])[]
}

/** The catalogue as it is stored, with a tuple for each page. */
export const packCatalogue = ({ pages, ...values }: Catalogue): PackedCatalogue => ({
  ...values,
  pages: pages.map(({ kind, publisher, year, shown, hasHeadline, lengths }) => [
    kind,
    publisher,
    year,
    shown,
    hasHeadline ? 1 : 0,
    packNumbers(lengths),
  ]),
})

/** The catalogue that `packCatalogue` packed. */
export const unpackCatalogue = ({ pages, ...values }: PackedCatalogue): Catalogue => ({
  ...values,
  pages: pages.map(
    ([kind, publisher, year, shown, hasHeadline, lengths]): CataloguePage => ({
      kind,
      publisher,
      year,
      shown,
      hasHeadline: hasHeadline === 1,
      lengths: unpackNumbers(lengths),
    }),
  ),
})

/**
 * Packs the places of a word in one page.
 *
 * @param places indexes of the word among those of the page, ascending
 */
export function packPlaces(places: readonly number[]): string {
  const steps = places.map((place, at) => place - (places[at - 1] ?? 0))
  return packNumbers([places.length, ...steps])
}

/**
 * Packs the positions of a word in one page.
 *
 * @param step number of pages since the last one with the word, or since page -1
 * @param places from `packPlaces`
 */
export const packPostings = (step: number, places: string): string => packNumber(step) + places

/** The positions of a word by page, from the concatenated results of `packPostings`. */
export function unpackPostings(packed: string): Map<number, number[]> {
  const numbers = unpackNumbers(packed)
  const pages = new Map<number, number[]>()
  let page = -1
  for (let at = 0; at < numbers.length; ) {
    page += numbers[at]!
    const end = at + 2 + numbers[at + 1]!
    let place = 0
    pages.set(
      page,
      numbers.slice(at + 2, end).map((step) => (place += step)),
    )
    at = end
  }
  return pages
}
