import { packAscending, transpose, unpackAscending } from './packing.ts'

/** What is known of words and phrases before any text is read. */
export interface Lexicon {
  /** Clusters of a word, coarse to fine, by the hash of its lower case; none for an unknown word. */
  clustersOf(lower: number): readonly number[]
  /** Bits of the lists in which a phrase stands, by its key (see gazetteer.ts). */
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
    clustersOf: (lower) => words.table.get(lower) ?? NONE,
    listsOf: (phrase) => phrases.table.get(phrase)?.[0] ?? 0,
  }
}

function decodeTable(bytes: Uint8Array): { table: Table; size: number } {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const rows = view.getUint32(0, true)
  const columns = view.getUint32(4, true)
  const { numbers, size } = unpackAscending(bytes.subarray(8), rows)
  const end = 8 + size + rows * columns * 2
  const cell = (row: number, column: number): number => {
    const at = 8 + size + row + column * 2 * rows
    return bytes[at]! + bytes[at + rows]! * 256
  }
  const table = new Map<number, number[]>()
  numbers.forEach((key, row) =>
    table.set(
      key | 0,
      Array.from({ length: columns }, (_, column) => cell(row, column)),
    ),
  )
  return { table, size: end }
}
