/**
 * The files that a search in the browser reads: the texts of sources, several to a file; the names; and the index, which
 * is made from these same texts, so that it holds exactly what the site shows.
 */

/** What a part of a page is. `about` is what the page says of the source; `left out` is text that is not part of it. */
export type SearchPartKind = 'about' | 'headline' | 'passage' | 'left out'

/** A part of a page that is found by itself. */
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
  /** What is said of it first, then its passages, then what was left out. */
  readonly parts: readonly SearchPart[]
}

/** Pages to a file of texts. */
export const PAGES_PER_FILE = 8

/** Where the search's files lie in the site. */
export const SEARCH_FILES = {
  texts: 'search/texts',
  names: 'search/names',
  words: 'search/words',
  postings: 'search/postings',
  catalogue: 'search/catalogue.json',
} as const

/** What a search needs of a page that it does not show. */
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
  /** How many of the wordings stand in some source; the others only the register gives. */
  readonly printed: number
  /** True when passages also call it by words that are no name of it: "the chair". */
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
