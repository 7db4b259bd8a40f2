import { foldWords } from '../fold-words.ts'

/** What a reader asks of the search page. All of it stands in the address, so that a search can be cited. */
export interface Query {
  readonly words: string
  /** Values chosen for each filter; none chosen means any. */
  readonly filters: Readonly<Record<FilterName, readonly string[]>>
  readonly isByDate: boolean
}

export const FILTERS = ['kind', 'publisher', 'year'] as const
export type FilterName = (typeof FILTERS)[number]

/** The query that an address holds. */
export function readQuery(search: string): Query {
  const params = new URLSearchParams(search)
  return {
    words: params.get('q') ?? '',
    filters: { kind: params.getAll('kind'), publisher: params.getAll('publisher'), year: params.getAll('year') },
    isByDate: params.get('sort') === 'date',
  }
}

/** The search part of the address that holds a query; empty for an empty query. */
export function writeQuery({ words, filters, isByDate }: Query): string {
  const params = new URLSearchParams()
  if (words) params.set('q', words)
  for (const name of FILTERS) for (const value of filters[name]) params.append(name, value)
  if (isByDate) params.set('sort', 'date')
  const text = params.toString()
  return text && `?${text}`
}

/** One thing that a reader asks for: a word, which may stand in another form, or a phrase, which may not. */
export interface Term {
  /** As written, without the quotation marks. */
  readonly text: string
  /** Folded words: one, or more for a phrase and for a word with a hyphen. */
  readonly words: readonly string[]
  readonly isPhrase: boolean
}

/** What stands after these is not searched; it is more than any sentence needs. */
export const MOST_TERMS = 16

const QUOTED_OR_WORD = /["“”„«»]([^"“”„«»]+)["“”„«»]|[^\s"“”„«»]+/gu

/** Reads what a reader typed: words, and phrases between quotation marks of any shape. A mark without its partner is no mark. */
export function readTerms(typed: string): Term[] {
  const terms = [...typed.matchAll(QUOTED_OR_WORD)].map(([whole, quoted]) => {
    const text = (quoted ?? whole).trim()
    return { text, words: foldWords(text).map(({ folded }) => folded), isPhrase: quoted !== undefined }
  })
  const seen = new Set<string>()
  const isNew = ({ words, isPhrase }: Term) => {
    const key = `${isPhrase} ${words.join(' ')}`
    return !seen.has(key) && Boolean(seen.add(key))
  }
  return terms.filter((term) => term.words.length > 0 && isNew(term)).slice(0, MOST_TERMS)
}
