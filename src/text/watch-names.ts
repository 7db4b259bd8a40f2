import { distanceBetween } from './compare.ts'
import { foldText } from './search-words.ts'

/** A name of the dossier, for comparison with a list of names. */
export interface KnownName {
  readonly name: string
  /** Every spelling, its own first. */
  readonly wordings: readonly string[]
  readonly sources: number
}

/** A name of a list, with those of the dossier that it is or may be. */
export interface WatchedName<T extends KnownName> {
  readonly asked: string
  /** Those that have this very name, however its letters are marked. */
  readonly found: readonly T[]
  /** Those that have nearly this name, or part of it; the likeliest first. */
  readonly possible: readonly T[]
}

const CELL = /\s*(?:"((?:[^"]|"")*)"|([^,;\t]*))\s*(?:[,;\t]|$)/y
const HEADS = /^(?:full[ _-]?)?names?$/i

/**
 * Reads a list of names: one a line, or the column `name` of a table (commas, semicolons or tabs). A name with a comma
 * is a last name and a first name.
 *
 * @returns each name once, in order
 */
export function readNameList(text: string): string[] {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\r|\n/)
  const column = readCells(lines[0] ?? '').findIndex((cell) => HEADS.test(cell))
  const names = column < 0 ? lines.map(readLine) : lines.slice(1).map((line) => turnName(readCells(line)[column] ?? ''))
  return [...new Set(names.map((name) => name.trim().replaceAll(/\s+/g, ' ')))].filter((name) => foldText(name) !== '')
}

function readLine(line: string): string {
  const whole = /^\s*"((?:[^"]|"")*)"\s*$/.exec(line)?.[1]?.replaceAll('""', '"') ?? line
  return turnName(whole)
}

/** "Okafor, Ines" as "Ines Okafor". */
const turnName = (name: string): string => name.replace(/^\s*([^,]+),\s*([^,]+?)\s*$/, '$2 $1')

function readCells(line: string): string[] {
  const cells: string[] = []
  CELL.lastIndex = 0
  while (CELL.lastIndex < line.length) {
    const [, quoted, plain = ''] = CELL.exec(line) ?? []
    if (quoted === undefined && CELL.lastIndex === 0) break
    cells.push(quoted?.replaceAll('""', '"') ?? plain.trim())
  }
  return cells
}

/** Compares a list of names with those of a dossier. */
export function watchNames<T extends KnownName>(asked: readonly string[], known: readonly T[]): WatchedName<T>[] {
  const folded = known.map((one) => ({ one, wordings: [...new Set(one.wordings.map(foldText))] }))
  return asked.map((name) => {
    const own = foldText(name)
    const found = folded.filter(({ wordings }) => wordings.includes(own)).map(({ one }) => one)
    const possible = folded
      .filter(({ one }) => !found.includes(one))
      .map(({ one, wordings }) => ({ one, distance: Math.min(...wordings.map((other) => unlikeness(own, other))) }))
      .filter(({ distance }) => distance <= MOST_UNLIKE)
      .sort((a, b) => a.distance - b.distance || b.one.sources - a.one.sources)
    return { asked: name, found, possible: possible.slice(0, MOST_POSSIBLE).map(({ one }) => one) }
  })
}

/** Maximum possible names listed. */
const MOST_POSSIBLE = 8
/** At most a fifth of the letters of names that are spelled otherwise. */
const MOST_UNLIKE = 0.2

/**
 * How unlike two folded names are, from 0 to 1: little where one lacks words of the other or has their initials ("I.
 * Okafor", "Okafor"), the share of other letters where both have as many words.
 */
function unlikeness(a: string, b: string): number {
  const [one, other] = [a.split(' '), b.split(' ')]
  const [few, many] = one.length <= other.length ? [one, other] : [other, one]
  const isAlike = (word: string, of: string) => word === of || (word.length === 1 && of.startsWith(word))
  const isPart =
    few.at(-1) === many.at(-1) && few.every((word) => many.some((of) => isAlike(word, of) || isAlike(of, word)))
  if (isPart) return few.length === many.length ? 0.05 : 0.1
  if (few.length !== many.length) return 1
  return distanceBetween(a, b) / Math.max(a.length, b.length)
}

/** One cell of a table; what a spreadsheet would run as a formula is kept from it by an apostrophe. */
const writeCell = (text: string): string => `"${text.replace(/^[=+\-@]/, "'$&").replaceAll('"', '""')}"`

/** Rows as CSV (RFC 4180), with a mark of byte order for spreadsheets. */
export function toCsv(rows: readonly (readonly (string | number)[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map((cell) => writeCell(String(cell))).join(',')}\r\n`).join('')}`
}
