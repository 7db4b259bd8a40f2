import { foldQueried, joinHyphens, listWords, splitSigns } from '../../../text/search-words.ts'
import { type Piece, type ReadDate, readDate } from './read-dates.ts'

/** A query of the search page. All of it is in the address, so that a search can be cited. */
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

/** One term of a query: a word, which matches its other forms; a phrase, which does not; or a date. */
export interface Term {
  /** As written, without the quotation marks. */
  readonly text: string
  /** Folded words: one, or more for a phrase and for a word with a hyphen. */
  readonly words: readonly string[]
  readonly kind: 'word' | 'phrase' | 'date'
  /** The words as one, where hyphens join them. */
  readonly joined?: string
  /** The meanings of a date: `2017-02-13`, `2017-02` or `--02-13`; two if day and month may be swapped. */
  readonly dates?: readonly string[]
}

/** A parsed query. */
export interface ParsedQuery {
  /** Each must be held; of the terms of one group any. */
  readonly groups: readonly (readonly Term[])[]
  /** Sources that hold one of these are left out. */
  readonly excluded: readonly Term[]
  /** True when the query was cut. */
  readonly isCut: boolean
}

/** Maximum terms of a query; what follows is not searched. */
export const MOST_TERMS = 16

const PIECE = /(?<![^\s])-?["“”„«»][^"“”„«»]+["“”„«»]|["“”„«»][^"“”„«»]+["“”„«»]|[^\s<>"“”„«»]+/gu
const EXCLUDING = /^-(?=["“”„«»\p{L}\p{N}\p{S}])/u

function listPieces(typed: string): Piece[] {
  return [...typed.matchAll(PIECE)].flatMap(([whole]) => {
    const isExcluded = EXCLUDING.test(whole)
    const rest = isExcluded ? whole.slice(1) : whole
    const isPhrase = /^["“”„«»]/u.test(rest)
    const texts = isPhrase ? [rest.slice(1, -1).trim()] : splitSigns(rest)
    return texts.map((text) => ({ text, isPhrase, isExcluded }))
  })
}

/**
 * Reads what a reader typed: words; phrases between quotation marks of any shape, where a mark without its partner is
 * none; dates; `-` before what must not be held; `OR` in capitals between alternatives. `AND` in capitals says what is
 * so anyway.
 *
 * @param language BCP 47 tag of the dossier, whose names of months are read
 */
export function parseQuery(typed: string, language: string): ParsedQuery {
  const pieces = listPieces(typed)
  const groups: Term[][] = []
  const excluded: Term[] = []
  let isAlternative = false
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at]!
    if (isOperator(pieces, at)) {
      isAlternative = piece.text === 'OR'
      at += 1
      continue
    }
    const { term, length } = readTerm(pieces, at, language)
    at += length
    if (term.words.length === 0) continue
    if (piece.isExcluded) excluded.push(term)
    else if (isAlternative) groups.at(-1)!.push(term)
    else groups.push([term])
    isAlternative = false
  }
  const different = [...Map.groupBy(groups, keyOf).values()].map(([first]) => first!)
  return {
    groups: different.slice(0, MOST_TERMS),
    excluded: excluded.slice(0, MOST_TERMS),
    isCut: different.length > MOST_TERMS,
  }
}

const keyOf = (group: readonly Term[]) => group.map(({ kind, words }) => `${kind} ${words.join(' ')}`).join('|')

/** `OR` and `AND` are words like others at the beginning, at the end and beside each other. */
function isOperator(pieces: readonly Piece[], at: number): boolean {
  const isWord = (piece: Piece | undefined) =>
    piece &&
    !piece.isExcluded &&
    (piece.isPhrase || (!/^(?:OR|AND)$/.test(piece.text) && foldQueried(piece.text) !== ''))
  return (
    !pieces[at]!.isPhrase &&
    /^(?:OR|AND)$/.test(pieces[at]!.text) &&
    Boolean(isWord(pieces[at - 1]) && isWord(pieces[at + 1]))
  )
}

/** Pieces that a date takes at most: "13 of February 2017". */
const LONGEST_DATE = 5

function readTerm(pieces: readonly Piece[], at: number, language: string): { term: Term; length: number } {
  const { text, isPhrase } = pieces[at]!
  const date = isPhrase ? undefined : readDate(pieces.slice(at, at + LONGEST_DATE), language)
  if (date) return { term: dateTerm(date), length: date.length }
  const words = listWords(text)
  const [joined] = words.length > 1 && !isPhrase ? joinHyphens(text, words) : []
  const forms = words.map(({ form }) => form)
  const term = {
    text,
    words: forms,
    kind: isPhrase ? 'phrase' : 'word',
    ...(joined && { joined: joined.form }),
  } as const
  return { term, length: 1 }
}

const dateTerm = ({ text, dates }: ReadDate): Term => ({
  text,
  words: listWords(text).map(({ form }) => form),
  kind: 'date',
  dates,
})
