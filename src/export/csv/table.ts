import type { Published } from '../../markup/vocabulary.ts'

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
  readonly rows: (view: Published) => readonly (readonly CsvCell[])[]
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
export function writeCsv(header: readonly string[], rows: readonly (readonly CsvCell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(cell: CsvCell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell)
  return `"${disarm(cell).replaceAll('"', '""')}"`
}

function disarm(text: string): string {
  return text.replace(INVISIBLE, ' ').trim().replace(FORMULA, "$1'")
}
