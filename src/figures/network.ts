import type { Element } from 'hast'
import { s } from 'hastscript'
import { composeDrawing, round, type Caption } from './drawing.ts'

/** Somebody or something in an arc drawing. */
export interface Node {
  readonly id: string
  readonly name: string
  readonly href: string
  readonly kind: string
}

/** How often two nodes occur in one sentence. */
export interface Tie {
  readonly from: string
  readonly to: string
  readonly count: number
}

const ROW = 26
/** Maximum reach of arcs to the left. */
const REACH = 240
const NAMES = 300

/**
 * Nodes along a line with an arc for each connection, wider for more: readable where a node-link diagram would not
 * be.
 * For at most a dozen neighbours. Undefined if no two of them are connected: a table says the same.
 *
 * @param subject the node that the page is about, whose connections are emphasised
 */
export function drawArcs(
  caption: Caption,
  nodes: readonly Node[],
  ties: readonly Tie[],
  subject?: string,
): string | undefined {
  if (nodes.length < 3 || ties.every(({ from, to }) => from === subject || to === subject)) return undefined
  const place = new Map(nodes.map(({ id }, index) => [id, index * ROW + ROW]))
  const most = ties.reduce((high, { count }) => Math.max(high, count), 1)
  const heights = ties.map(({ from, to }) => Math.abs(place.get(from)! - place.get(to)!))
  const spine = 10 + Math.max(0, ...heights.map(reachOf))
  const arcs = ties.map((tie) => drawTie(tie, place, most, spine, subject))
  return composeDrawing(caption, spine + NAMES, nodes.length * ROW + ROW, [
    ...arcs,
    ...nodes.map((node, index) => drawNode(node, index, spine, node.id === subject)),
  ])
}

const reachOf = (height: number) => Math.min(REACH, height * 0.75)

function drawNode({ name, href, kind }: Node, index: number, spine: number, isSubject: boolean): Element {
  const y = index * ROW + ROW
  return s('a', { href, dataKind: kind }, [
    s('circle', { className: ['mark'], cx: spine, cy: y, r: 5 }),
    s('text', { className: isSubject ? ['strong'] : [], x: spine + 14, y: y + 4 }, name),
  ])
}

/** Half an ellipse to the left of the spine; ties of the page's own subject are drawn in full strength. */
function drawTie(
  { from, to, count }: Tie,
  place: ReadonlyMap<string, number>,
  most: number,
  spine: number,
  subject: string | undefined,
): Element {
  const [top = 0, bottom = 0] = [place.get(from), place.get(to)].map((y) => y ?? 0).sort((a, b) => a - b)
  const [ry, rx] = [(bottom - top) / 2, reachOf(bottom - top)]
  const isOwn = subject === undefined || from === subject || to === subject
  return s('path', {
    className: ['arc', ...(isOwn ? [] : ['faint'])],
    d: `M${spine} ${top}A${round(rx)} ${round(ry)} 0 0 0 ${spine} ${bottom}`,
    strokeWidth: round(0.8 + 3.4 * Math.sqrt(count / most)),
  })
}

/** A row or column of a matrix. */
export interface Heading {
  readonly name: string
  readonly href: string
  readonly kind?: string | undefined
}

/** A cell with a count; a cell that is not listed is drawn as a small dot. */
export interface Cell {
  /** Place among the rows and among the columns, counted from 0. */
  readonly row: number
  readonly column: number
  readonly count: number
  readonly label: string
  readonly href: string
}

const SIZE = 26
const HEADINGS = 190
const HEAD = 132

/** A matrix of rows by columns; the area of a disc is proportional to the count of its cell. */
export function drawMatrix(
  caption: Caption,
  rows: readonly Heading[],
  columns: readonly Heading[],
  cells: readonly Cell[],
): string | undefined {
  if (rows.length === 0 || columns.length === 0) return undefined
  const most = cells.reduce((high, { count }) => Math.max(high, count), 1)
  const width = HEADINGS + columns.length * SIZE + 80
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
  const x = HEADINGS + index * SIZE + SIZE / 2
  const text = s('text', { x, y: HEAD - 8, transform: `rotate(-52 ${x} ${HEAD - 8})` }, shorten(name, 24))
  return s('a', { href }, s('title', name), text)
}

function drawRow({ name, href }: Heading, index: number, columns: number): Element {
  const y = HEAD + index * SIZE
  const line = s('line', { className: ['rule'], x1: 0, x2: HEADINGS + columns * SIZE, y1: y, y2: y })
  return s('g', line, s('a', { href }, s('title', name), s('text', { x: 0, y: y + SIZE / 2 + 4 }, shorten(name, 32))))
}

function centre(row: number, column: number): { cx: number; cy: number } {
  return { cx: HEADINGS + column * SIZE + SIZE / 2, cy: HEAD + row * SIZE + SIZE / 2 }
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
