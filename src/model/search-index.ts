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
  /** How long it is, from `classOfLength`. */
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
