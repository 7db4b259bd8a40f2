import type { Published } from '../../markup/vocabulary.ts'
import type { Packing } from '../pack-blocks.ts'
import { keepText } from '../pack-blocks.ts'

/** The value of a cell; undefined is an empty cell. */
export type CsvCell = string | number | boolean | undefined

/** A column as Table Schema (Frictionless Data) describes it. */
export interface Field {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date'
  readonly description: string
  /** Table whose `id` the cell holds. */
  readonly refersTo?: string
}

/** One CSV file: its columns and its rows, each with a cell a column. */
export interface CsvTable {
  /** Name of the file without its ending. */
  readonly name: string
  readonly title: string
  readonly fields: readonly Field[]
  /** Whether the first column, `id`, is unique. */
  readonly hasKey: boolean
  readonly rows: (view: Published) => readonly CsvRow[]
  /** The rows in pieces, where a table has a piece for each source. */
  readonly pieces?: (view: Published) => readonly RowsPiece[]
}

type CsvRow = readonly CsvCell[]

/** Some rows of a table. */
interface RowsPiece {
  /** As that of a piece of a file. */
  readonly key?: string | undefined
  readonly rows: () => readonly CsvRow[]
}

/** Several values in one cell. */
export function joinValues(values: readonly string[]): string | undefined {
  return values.length > 0 ? values.join(' | ') : undefined
}

/** Control characters, line separators, marks of direction and halves of pairs. */
const INVISIBLE = /[\p{Cc}\u2028-\u202E\u2066-\u2069\u200E\u200F\uFEFF\uFFFE\uFFFF]|\p{Cs}/gu

/** Characters that make a spreadsheet run a cell, at its beginning or after a semicolon, where some programs begin one. */
const FORMULA = /(^|;\s*)(?=[=+\-@＝＋－＠])/g

/**
 * Writes rows as CSV (RFC 4180): UTF-8, every text in quotation marks, lines ended by CR LF. A text that a spreadsheet
 * would take for a formula has an apostrophe in front, and control characters are spaces.
 */
export function writeCsv(header: readonly string[], rows: readonly CsvRow[]): string {
  return [header, ...rows].map(writeRow).join('')
}

/** The same of rows in pieces, of which those that the last build wrote are not written again. */
export function writePieces(header: readonly string[], pieces: readonly RowsPiece[], packing: Packing): string {
  const written = pieces.map(({ key, rows }) => ({ key, chunks: () => rows().map(writeRow) }))
  return [writeRow(header), ...keepText(written, packing)].join('')
}

const writeRow = (row: CsvRow): string => `${row.map(writeCell).join(',')}\r\n`

/** No quotation mark, semicolon, control character or mark of direction, and nothing that could be a formula: most cells. */
const HARMLESS = /^(?![=+\-@])[ !#-:<-~\u00A1-\u200D\u2010-\u2027\u2030-\uD7FF]*$/

function writeCell(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell)
  if (HARMLESS.test(cell) && cell.trim() === cell) return `"${cell}"`
  return `"${disarm(cell).replaceAll('"', '""')}"`
}

function disarm(text: string): string {
  return text.replace(INVISIBLE, ' ').trim().replace(FORMULA, "$1'")
}
