import type { Element } from 'hast'
import { s } from 'hastscript'
import { composeDrawing, round, type Caption } from './drawing.ts'

/** One source's statement of a number: a bar over all it allows; an absent bound is open. */
export interface Bounds {
  readonly low?: number | undefined
  readonly high?: number | undefined
  readonly name: string
  readonly label: string
  readonly href: string
}

const WIDTH = 576
const NAMES = 190
const ROW = 26
const RIGHT = WIDTH - 24

/**
 * Statements of one quantity under each other over one linear scale from zero, so that lengths can be compared.
 * Undefined when there is nothing to compare, or all say the same.
 */
export function drawBounds(caption: Caption, statements: readonly Bounds[]): string | undefined {
  const most = statements.reduce((high, bounds) => Math.max(high, bounds.low ?? 0, bounds.high ?? 0), 0)
  const different = new Set(statements.map(({ low, high }) => `${low} ${high}`))
  if (different.size < 2 || most === 0) return undefined
  const place = (value: number) => round(NAMES + (value / (most * 1.08)) * (RIGHT - NAMES))
  const bottom = statements.length * ROW + 4
  const ticks = [0, most / 2, most].map((value) => drawTick(value, place(value), bottom))
  return composeDrawing(caption, WIDTH, bottom + 22, [
    ...ticks,
    ...statements.map((statement, row) => drawStatement(statement, place, row * ROW + ROW / 2 + 2)),
  ])
}

function drawTick(value: number, x: number, bottom: number): Element {
  const label = String(round(value)).replace(/\B(?=(?:\d{3})+$)/g, ',')
  return s('g', [
    s('line', { className: ['rule'], x1: x, x2: x, y1: 2, y2: bottom }),
    s('text', { x, y: bottom + 14, textAnchor: value === 0 ? 'start' : 'middle' }, label),
  ])
}

function drawStatement({ low, high, name, label, href }: Bounds, place: (value: number) => number, y: number): Element {
  const short = name.length > 30 ? `${name.slice(0, 29).trimEnd()}…` : name
  const [from, to] = [place(low ?? 0), high === undefined ? RIGHT : place(high)]
  const isPoint = low !== undefined && low === high
  const shape = isPoint
    ? s('circle', { className: ['mark'], cx: from, cy: y, r: 4.5 })
    : s('rect', {
        className: ['mark', 'inferred'],
        x: from,
        y: y - 4,
        width: Math.max(6, round(to - from)),
        height: 8,
        rx: 4,
      })
  const ends = [
    low !== undefined && s('circle', { className: ['mark'], cx: from, cy: y, r: 3.5 }),
    high !== undefined && s('circle', { className: ['mark'], cx: to, cy: y, r: 3.5 }),
  ]
  return s(
    'a',
    { href, dataKind: 'event' },
    s('title', label),
    s('text', { x: 0, y: y + 4 }, short),
    shape,
    ...(isPoint ? [] : ends.filter((end) => end !== false)),
  )
}
