import type { Cell } from './table.ts'

/** Control characters, line separators, marks of direction and halves of pairs. */
const INVISIBLE = /[\p{Cc}\u2028-\u202E\u2066-\u2069\u200E\u200F\uFEFF\uFFFE\uFFFF]|\p{Cs}/gu

/** What makes a spreadsheet run a cell, at its beginning or where a program that cuts at semicolons would begin one. */
const FORMULA = /(^|;\s*)(?=[=+\-@＝＋－＠])/g

/**
 * Writes rows as CSV (RFC 4180): UTF-8, every text in quotation marks, lines ended by CR LF. A text that a spreadsheet
 * would take for a formula has an apostrophe in front, and control characters are spaces.
 */
export function writeCsv(header: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return [header, ...rows].map((row) => `${row.map(writeCell).join(',')}\r\n`).join('')
}

function writeCell(cell: Cell): string {
  if (typeof cell !== 'string') return cell === undefined ? '' : String(cell)
  return `"${disarm(cell).replaceAll('"', '""')}"`
}

function disarm(text: string): string {
  return text.replace(INVISIBLE, ' ').trim().replace(FORMULA, "$1'")
}
