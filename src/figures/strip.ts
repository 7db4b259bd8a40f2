import type { Element } from 'hast'
import { s } from 'hastscript'
import type { DateInterval } from '../model/date.ts'
import { firstDayNumber, lastDayOf } from '../text/calendar.ts'
import { composeDrawing, round, type Caption } from './drawing.ts'
import { listEnds, OPEN_END, packMarks, placeNames, type PlacedMark, RADIUS, type Mark } from './pack-marks.ts'
import { drawAxis, layAxis, type TimeAxis } from './time-axis.ts'

export type { Mark } from './pack-marks.ts'

/** A row of marks with its name. */
export interface Lane {
  readonly name: string
  readonly href?: string | undefined
  readonly marks: readonly Mark[]
}

const ROW = 13
const PADDING = 9
/** Room above a lane for its name. */
const HEADING = 20
const SIDE = 12
const WIDTH_OF_LETTER = 12
const MOST_ROWS = 9
/** A lane with more marks than this is drawn with finer ones. */
const MANY = 80
const FINE = 0.5

/** Whether marks are on at least three days: with fewer, a strip shows no more than a list. */
export const hasThreeDays = (marks: readonly DateInterval[]): boolean => new Set(marks.flatMap(listEnds)).size > 2

/**
 * A time strip: lanes over a common axis, each with a label, `width` CSS pixels wide. Overlapping marks are in
 * separate rows of their lane; labels are shown where there is room. Undefined if no mark has a date.
 */
export function drawStrip(caption: Caption, lanes: readonly Lane[], width = 576): string | undefined {
  const days = lanes.flatMap((lane) => lane.marks.flatMap(listEnds))
  if (days.length === 0) return undefined
  const axis = layAxis(days, SIDE, width - SIDE)
  const grain = lanes.some((lane) => lane.marks.length > MANY) ? FINE : 1
  const packed = lanes.map((lane) =>
    packMarks(
      lane.marks.map((mark) => ({ ...mark, size: (mark.size ?? 1) * grain })),
      axis,
      MOST_ROWS / grain,
      width - SIDE,
    ),
  )
  const heights = packed.map(({ rows }, index) => headingOf(lanes[index]) + rows * ROW * grain + PADDING)
  const tops = heights.map((_, index) => heights.slice(0, index).reduce((sum, height) => sum + height, 4))
  const bottom = heights.reduce((sum, height) => sum + height, 4)
  const rows = lanes.map((lane, index) => {
    const [top = 0, height = 0] = [tops[index], heights[index]]
    const first = top + headingOf(lane) + PADDING / 2
    const marks = placeNames(packed[index]!.placed, axis, [SIDE, width - SIDE]).map((placed) =>
      drawMark(placed, axis, first + (placed.row + 0.5) * ROW * grain),
    )
    return s('g', [drawLine(SIDE, width - SIDE, top + height), ...drawName(lane, top + HEADING - 6, width), ...marks])
  })
  return composeDrawing(caption, width, bottom + 22, [...drawAxis(axis, 2, bottom), ...rows])
}

function drawLine(left: number, right: number, y: number): Element {
  return s('line', { className: ['rule'], x1: left, x2: right, y1: y, y2: y })
}

const headingOf = (lane: Lane | undefined) => (lane?.name ? HEADING : 0)

function drawName({ name, href }: Lane, y: number, width: number): Element[] {
  if (!name) return []
  const most = Math.floor(width / WIDTH_OF_LETTER)
  const short = name.length > most ? `${name.slice(0, most - 1).trimEnd()}…` : name
  const text = s('text', { className: ['lane'], x: SIDE, y }, short === name ? short : [s('title', name), short])
  return [href ? s('a', { href }, text) : text]
}

function drawMark({ mark, nameAt }: PlacedMark, axis: TimeAxis, y: number): Element {
  const states = [mark.isInferred ? 'inferred' : '', mark.isPlanned ? 'plan' : '', mark.isHere ? 'here' : ''].filter(
    Boolean,
  )
  const properties = { className: ['mark', ...states] }
  const anchor = nameAt?.isBefore ? { textAnchor: 'end' } : {}
  const name = nameAt ? [s('text', { className: ['name'], x: round(nameAt.x), y: y + 3.5, ...anchor }, mark.name)] : []
  return s('a', { href: mark.href, dataKind: mark.kind }, [
    s('title', mark.label),
    drawShape(mark, axis, y, properties),
    ...name,
  ])
}

function drawShape(
  { lo, hi, size = 1 }: Mark,
  axis: TimeAxis,
  y: number,
  properties: { className: string[] },
): Element {
  if (!lo || !hi)
    return drawOpenEnd(axis.place(firstDayNumber(lo ?? lastDayOf(hi ?? ''))), lo ? 1 : -1, y, size, properties)
  const [x1, x2] = [axis.place(firstDayNumber(lo)), axis.place(firstDayNumber(lastDayOf(hi)))]
  if (x2 - x1 < RADIUS * 2 * size)
    return s('circle', { ...properties, cx: round((x1 + x2) / 2), cy: y, r: round(RADIUS * size) })
  return s('rect', {
    ...properties,
    x: x1,
    y: round(y - 3.5 * size),
    width: round(x2 - x1),
    height: 7 * size,
    rx: 3.5 * size,
  })
}

/** A disc at the known end and a dotted line towards the open one. */
function drawOpenEnd(
  x: number,
  direction: 1 | -1,
  y: number,
  size: number,
  properties: { className: string[] },
): Element {
  const tail = s('line', { className: ['mark', 'open'], x1: x, x2: x + direction * OPEN_END, y1: y, y2: y })
  return s('g', [tail, s('circle', { ...properties, cx: x, cy: y, r: RADIUS * size })])
}
