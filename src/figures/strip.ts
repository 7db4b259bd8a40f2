import { s, type Child } from 'hastscript'
import { countDays, lastDayOf } from './calendar.ts'
import { composeDrawing, type Caption } from './drawing.ts'
import { drawAxis, layAxis, type TimeAxis } from './time-axis.ts'
import type { Interval } from './word-date.ts'

/** One thing on a time strip. A day is a disc, a longer interval a bar, an open end a dotted line. */
export interface Mark extends Interval {
  /** Said to those who do not see it and shown when pointed at. */
  readonly label: string
  readonly href: string
  readonly kind?: string | undefined
  /** Hollow: the date was worked out, not stated. */
  readonly isInferred?: boolean | undefined
  /** Dashed: announced, not reported as done. */
  readonly isPlanned?: boolean | undefined
  /** The mark that the page is about. */
  readonly isHere?: boolean | undefined
  /** 1 is the usual size. */
  readonly size?: number | undefined
}

/** A row of marks with its name. */
export interface Lane {
  readonly name: string
  readonly href?: string | undefined
  readonly marks: readonly Mark[]
}

const WIDTH = 720
const LANE = 30
const NAMES = 128
const RADIUS = 4.5

/** A time strip: one lane under another over a common axis. Undefined when no mark has a date. */
export function drawStrip(caption: Caption, lanes: readonly Lane[]): string | undefined {
  const days = lanes.flatMap((lane) => lane.marks.flatMap(listEnds))
  if (days.length === 0) return undefined
  const left = lanes.some((lane) => lane.name) ? NAMES : 12
  const axis = layAxis(days, left, WIDTH - 12)
  const bottom = lanes.length * LANE + 6
  const rows = lanes.map((lane, index) => drawLane(lane, axis, index * LANE + LANE / 2 + 3, left))
  return composeDrawing(caption, WIDTH, bottom + 22, [...drawAxis(axis, 2, bottom), ...rows])
}

function listEnds({ lo, hi }: Interval): number[] {
  return [lo && countDays(lo), hi && countDays(lastDayOf(hi))].filter((day) => typeof day === 'number')
}

function drawLane(lane: Lane, axis: TimeAxis, y: number, left: number): Child {
  const line = s('line', { className: ['rule'], x1: left, x2: WIDTH - 12, y1: y, y2: y })
  const dated = lane.marks.filter((mark) => mark.lo || mark.hi)
  return s('g', [line, ...drawName(lane, y), ...spread(dated, axis).map(([mark, lift]) => drawMark(mark, axis, y + lift))])
}

function drawName({ name, href }: Lane, y: number): Child[] {
  if (!name) return []
  const short = name.length > 21 ? `${name.slice(0, 20).trimEnd()}…` : name
  const text = s('text', { x: 0, y: y + 4 }, short === name ? short : [s('title', name), short])
  return [href ? s('a', { href }, text) : text]
}

/** Marks of the same day are lifted apart, above and below the line by turns, so that none hides another. */
function spread(marks: readonly Mark[], axis: TimeAxis): [Mark, number][] {
  const seen = new Map<number, number>()
  return marks.map((mark) => {
    const [day = 0] = listEnds(mark)
    const slot = Math.round(axis.place(day) / (RADIUS * 2))
    const count = seen.get(slot) ?? 0
    seen.set(slot, count + 1)
    const step = Math.ceil(count / 2) * (count % 2 ? -1 : 1)
    return [mark, Math.max(-2, Math.min(2, step)) * 5]
  })
}

function drawMark(mark: Mark, axis: TimeAxis, y: number): Child {
  const states = [mark.isInferred && 'inferred', mark.isPlanned && 'plan', mark.isHere && 'here'].filter((state) => state !== undefined && state !== false)
  const properties = { className: ['mark', ...states] }
  return s('a', { href: mark.href, dataKind: mark.kind }, s('title', mark.label), drawShape(mark, axis, y, properties))
}

function drawShape({ lo, hi, size = 1 }: Mark, axis: TimeAxis, y: number, properties: { className: string[] }): Child {
  if (!lo || !hi) return drawOpenEnd(lo ? axis.place(countDays(lo)) : axis.place(countDays(hi ?? '')), lo ? 1 : -1, y, properties)
  const [x1, x2] = [axis.place(countDays(lo)), axis.place(countDays(lastDayOf(hi)))]
  if (x2 - x1 < RADIUS * 2) return s('circle', { ...properties, cx: (x1 + x2) / 2, cy: y, r: RADIUS * size })
  return s('rect', { ...properties, x: x1, y: y - 3.5, width: x2 - x1, height: 7, rx: 3.5 })
}

/** A disc at the known end and a dotted line towards the open one. */
function drawOpenEnd(x: number, direction: 1 | -1, y: number, properties: { className: string[] }): Child {
  const tail = s('line', { className: ['mark', 'open'], x1: x, x2: x + direction * 34, y1: y, y2: y })
  return s('g', [tail, s('circle', { ...properties, cx: x, cy: y, r: RADIUS })])
}
