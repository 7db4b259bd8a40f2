import { mix, packAscending, transpose, unpackAscending } from './model.ts'
import type { TaggerWord } from './word.ts'

/** Word clusters and phrase lists, read once. */
export interface Lexicon {
  /** Clusters of a word, coarse to fine, by the hash of its lower case; none for an unknown word. */
  clustersOf(lower: number): readonly number[]
  /** Bits of the lists that contain a phrase, by its key (see gazetteer.ts). */
  listsOf(phrase: number): number
}

/** Rows of small numbers by 32-bit key; each number takes two bytes in the file. */
export type Table = ReadonlyMap<number, readonly number[]>

const NONE: readonly number[] = []

/** Writes both tables: for each, the counts of rows and columns, the sorted keys, then the columns. */
export function encodeLexicon(words: Table, phrases: Table): Uint8Array {
  return Buffer.concat([encodeTable(words), encodeTable(phrases)])
}

function encodeTable(table: Table): Uint8Array {
  const rows = [...table].map(([key, row]) => [key >>> 0, row] as const).sort(([a], [b]) => a - b)
  const columns = rows[0]?.[1].length ?? 0
  const keys = packAscending(Uint32Array.from(rows, ([key]) => key))
  const cells = Uint8Array.from(rows.flatMap(([, row]) => row.flatMap((cell) => [cell & 255, cell >> 8])))
  const head = Buffer.from(Uint32Array.of(rows.length, columns).buffer)
  return Buffer.concat([head, keys, transpose(cells, columns * 2)])
}

/** Reads what `encodeLexicon` wrote. */
export function decodeLexicon(bytes: Uint8Array): Lexicon {
  const words = decodeTable(bytes)
  const phrases = decodeTable(bytes.subarray(words.size))
  return {
    clustersOf: (lower) => words.rowOf(lower) ?? NONE,
    listsOf: (phrase) => phrases.rowOf(phrase)?.[0] ?? 0,
  }
}

/** Decodes a row when it is first needed: few of them are. */
function decodeTable(bytes: Uint8Array): { rowOf: (key: number) => readonly number[] | undefined; size: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rows = view.getUint32(0, true)
  const columns = view.getUint32(4, true)
  const { numbers, size } = unpackAscending(bytes.subarray(8), rows)
  const cells = bytes.subarray(8 + size, 8 + size + rows * columns * 2)
  const places = new Map<number, number>()
  for (let row = 0; row < rows; row += 1) places.set(numbers[row]! | 0, row)
  const made: (readonly number[] | undefined)[] = []
  const makeRow = (row: number): readonly number[] =>
    Array.from({ length: columns }, (_, column) => {
      const at = row + column * 2 * rows
      return cells[at]! + cells[at + rows]! * 256
    })
  const rowOf = (key: number) => {
    const row = places.get(key)
    return row === undefined ? undefined : (made[row] ??= makeRow(row))
  }
  return { rowOf, size: 8 + size + cells.length }
}

/** The lists of phrases, one bit each in this order. */
export const LISTS = [
  'country',
  'demonym',
  'region',
  'city',
  'town',
  'province',
  'first-name',
  'person',
  'organisation',
  'place',
  'event',
  'known-organisation',
  'known-event',
  'title',
  'surname',
  'brand',
] as const
export type ListName = (typeof LISTS)[number]

/** Tokens of the longest phrase looked up. */
export const LONGEST_PHRASE = 5

/** For each token, the lists that contain it alone, and those that contain a longer phrase over it. */
export interface ListMatches {
  readonly alone: Uint16Array
  readonly within: Uint16Array
  /** Position of the token in the longest phrase over it: 1 first, 2 inside, 3 last; 0 in none. */
  readonly position: Uint8Array
}

/** The key of a phrase in the lexicon: its words' hashes in lower case, in order. */
export function hashPhrase(words: readonly Pick<TaggerWord, 'lower'>[]): number {
  return words.reduce((hash, word) => mix(hash, word.lower), 0)
}

/** Finds the phrases of the lists that begin with a capital. `listsOf` gives the bits of a phrase, 0 for none. */
export function matchLists(words: readonly TaggerWord[], listsOf: (phrase: number) => number): ListMatches {
  const alone = new Uint16Array(words.length)
  const within = new Uint16Array(words.length)
  const position = new Uint8Array(words.length)
  let covered = -1
  for (let first = 0; first < words.length; first += 1) {
    if (!words[first]!.isCapitalised) continue
    let phrase = 0
    let last = first
    for (let at = first; at < Math.min(words.length, first + LONGEST_PHRASE); at += 1) {
      phrase = mix(phrase, words[at]!.lower)
      const lists = listsOf(phrase)
      if (lists === 0) continue
      if (at === first) alone[at]! |= lists
      else for (let inner = first; inner <= at; inner += 1) within[inner]! |= lists
      last = at
    }
    if (last === first || last <= covered) continue
    position.fill(2, first, last)
    position[first] = 1
    position[last] = 3
    covered = last
  }
  return { alone, within, position }
}
