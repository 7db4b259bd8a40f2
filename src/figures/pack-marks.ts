import { firstDayNumber, lastDayOf } from '../text/calendar.ts'
import type { TimeAxis } from './time-axis.ts'
import type { DateInterval } from '../model/date.ts'

/** Radius of a disc of the usual size, in units of the drawing. */
export const RADIUS = 4.5
/** Length of the dotted line for an open end. */
export const OPEN_END = 30

/** One thing on a time strip. A day is a disc, a longer interval a bar, an open end a dotted line. */
export interface Mark extends DateInterval {
  /** Accessible name, also shown as a tooltip. */
  readonly label: string
  readonly href: string
  /** Written beside the mark where there is room. */
  readonly name?: string | undefined
  /** Rows are added until there is room for the name. */
  readonly keepsName?: boolean | undefined
  /** Of two names that need the same room, the one with the greater weight is shown. */
  readonly weight?: number | undefined
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

/** The known ends of an interval, as day counts. */
export function listEnds({ lo, hi }: DateInterval): number[] {
  return [lo && firstDayNumber(lo), hi && firstDayNumber(lastDayOf(hi))].filter((day) => typeof day === 'number')
}

/** Marks with their rows, counted from 0, and how many rows there are. */
export interface PackedMarks {
  readonly rows: number
  readonly placed: readonly PlacedMark[]
}

/**
 * A mark in its row, with the start of its label, or its end if the label is before the mark, if there is room for
 * it.
 */
export interface PlacedMark {
  readonly mark: Mark
  readonly row: number
  readonly nameAt?: { readonly x: number; readonly isBefore: boolean } | undefined
}

/** Where a mark begins and ends on the axis, in the units of the drawing. */
function measureMark(mark: Mark, axis: TimeAxis): [number, number] {
  const ends = listEnds(mark).map(axis.place)
  const [from = 0, to = from] = ends
  const reach = RADIUS * (mark.size ?? 1) + 1
  const isOpen = !mark.lo || !mark.hi
  return [from - (isOpen && !mark.lo ? OPEN_END : reach), to + (isOpen && !mark.hi ? OPEN_END : reach)]
}

/** Maximum average width of a letter, in the size of names. */
const LETTER = 5.9
const GAP = 3

const widthOfName = ({ name = '' }: Mark) => name.length * LETTER

/** A mark with the name that it keeps: behind it, or before it where the drawing ends. */
function measureNamed(mark: Mark, axis: TimeAxis, right: number): [number, number] {
  const [from, to] = measureMark(mark, axis)
  if (!mark.keepsName) return [from, to]
  const width = widthOfName(mark) + 2 * GAP
  return to + width <= right ? [from, to + width] : [from - width, to]
}

/** Puts each dated mark into the first row where it covers none; in the last of `most` rows marks may cover each other. */
export function packMarks(marks: readonly Mark[], axis: TimeAxis, most: number, right = Infinity): PackedMarks {
  const free: number[] = []
  const dated = marks
    .filter(({ lo, hi }) => lo ?? hi)
    .map((mark) => ({ mark, extent: measureNamed(mark, axis, right) }))
    .sort((a, b) => a.extent[0] - b.extent[0])
  const placed = dated.map(({ mark, extent: [from, to] }) => {
    const found = free.findIndex((end) => end <= from)
    const row = mark.keepsName && found < 0 ? free.length : Math.min(found < 0 ? free.length : found, most - 1)
    free[row] = to
    return { mark, row }
  })
  return { rows: Math.max(1, free.length), placed }
}

/**
 * Places the labels of marks, those with the most weight first: after the mark, else before it, where no mark of its
 * row is.
 */
export function placeNames(
  placed: readonly PlacedMark[],
  axis: TimeAxis,
  [left, right]: [number, number],
): PlacedMark[] {
  const taken = Map.groupBy(
    placed.map(({ mark, row }) => ({ row, extent: measureMark(mark, axis) })),
    ({ row }) => row,
  )
  const isFree = (row: number, from: number, to: number) =>
    from >= left && to <= right && !taken.get(row)!.some(({ extent }) => extent[0] < to && from < extent[1])
  const at = new Map<Mark, PlacedMark['nameAt']>()
  for (const { mark, row } of placed.toSorted((a, b) => (b.mark.weight ?? 0) - (a.mark.weight ?? 0))) {
    const width = widthOfName(mark)
    if (width === 0) continue
    const [from, to] = measureMark(mark, axis)
    const start = [to + GAP, from - GAP - width].find((x) => isFree(row, x, x + width))
    if (start === undefined) continue
    at.set(mark, start > from ? { x: start, isBefore: false } : { x: start + width, isBefore: true })
    taken.get(row)!.push({ row, extent: [start - GAP, start + width + GAP] })
  }
  return placed.map((one) => ({ ...one, nameAt: at.get(one.mark) }))
}
