import type { Element } from 'hast'
import { s } from 'hastscript'
import { composeDrawing, type Caption } from './drawing.ts'

/** A row or column of a matrix. */
export interface Heading {
  readonly name: string
  readonly href: string
  readonly kind?: string | undefined
}

/** A cell that holds something; what is not listed is silence and is drawn as a small dot. */
export interface Cell {
  /** Place among the rows and among the columns, counted from 0. */
  readonly row: number
  readonly column: number
  readonly count: number
  readonly label: string
  readonly href: string
}

const SIZE = 26
const NAMES = 190
const HEAD = 132

/** A matrix of rows by columns; the area of a disc stands for the count of its cell. */
export function drawMatrix(
  caption: Caption,
  rows: readonly Heading[],
  columns: readonly Heading[],
  cells: readonly Cell[],
): string | undefined {
  if (rows.length === 0 || columns.length === 0) return undefined
  const most = cells.reduce((high, { count }) => Math.max(high, count), 1)
  const width = NAMES + columns.length * SIZE + 80
  const height = HEAD + rows.length * SIZE + 6
  return composeDrawing(caption, width, height, [
    ...columns.map(drawColumn),
    ...rows.map((row, index) => drawRow(row, index, columns.length)),
    ...listSilent(rows, columns, cells),
    ...cells.map((cell) => drawCell(cell, most, columns[cell.column]?.kind)),
  ])
}

const shorten = (name: string, most: number) => (name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name)

function drawColumn({ name, href }: Heading, index: number): Element {
  const x = NAMES + index * SIZE + SIZE / 2
  const text = s('text', { x, y: HEAD - 8, transform: `rotate(-52 ${x} ${HEAD - 8})` }, shorten(name, 24))
  return s('a', { href }, s('title', name), text)
}

function drawRow({ name, href }: Heading, index: number, columns: number): Element {
  const y = HEAD + index * SIZE
  const line = s('line', { className: ['rule'], x1: 0, x2: NAMES + columns * SIZE, y1: y, y2: y })
  return s('g', line, s('a', { href }, s('title', name), s('text', { x: 0, y: y + SIZE / 2 + 4 }, shorten(name, 32))))
}

function centre(row: number, column: number): { cx: number; cy: number } {
  return { cx: NAMES + column * SIZE + SIZE / 2, cy: HEAD + row * SIZE + SIZE / 2 }
}

function listSilent(rows: readonly Heading[], columns: readonly Heading[], cells: readonly Cell[]): Element[] {
  const spoken = new Set(cells.map(({ row, column }) => `${row} ${column}`))
  return rows.flatMap((_, row) =>
    columns.flatMap((_, column) =>
      spoken.has(`${row} ${column}`) ? [] : [s('circle', { className: ['silent'], ...centre(row, column), r: 1.5 })],
    ),
  )
}

function drawCell({ row, column, count, label, href }: Cell, most: number, kind: string | undefined): Element {
  const r = Math.round((3 + 8 * Math.sqrt(count / most)) * 10) / 10
  return s(
    'a',
    { href, dataKind: kind },
    s('title', label),
    s('circle', { className: ['mark'], ...centre(row, column), r }),
  )
}
