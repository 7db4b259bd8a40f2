import type { Element } from 'hast'
import { s } from 'hastscript'
import { labelTick, listMonths } from './word-date.ts'
import { formatDay } from '../text/calendar.ts'
import { round } from './drawing.ts'

/**
 * A scale from day counts to horizontal positions. Outlying days that would compress all others are collected in a
 * bin at their end of the axis.
 */
export interface TimeAxis {
  readonly from: number
  readonly to: number
  readonly place: (days: number) => number
  /** Where the bins end, as positions. */
  readonly earlier?: number
  readonly later?: number
}

/** Width of a bin. */
const BIN = 52
/** Maximum share of the days in the bin. */
const FEW = 1 / 3
/** The bin is used where the axis without it would be this many times as long. */
const FAR = 4
/** Minimum length of an axis, in days. */
const LEAST_DAYS = 30

/** Counts how many of the first days are far before the others. */
function countFar(sorted: readonly number[]): number {
  const [first, last] = [sorted[0]!, sorted.at(-1)!]
  const most = Math.floor(sorted.length * FEW)
  const isFar = (count: number) => last - first >= FAR * Math.max(LEAST_DAYS, last - sorted[count]!)
  return Array.from({ length: most }, (_, at) => at + 1).find(isFar) ?? 0
}

/** An axis that holds all given day counts with a little air on both sides. */
export function layAxis(days: readonly number[], left: number, right: number): TimeAxis {
  const sorted = days.toSorted((a, b) => a - b)
  const near = sorted.slice(countFar(sorted))
  const far = countFar(near.map((day) => -day).reverse())
  const kept = near.slice(0, near.length - far)
  const air = Math.max(4, Math.ceil((kept.at(-1)! - kept[0]!) * 0.03))
  const [from, to] = [kept[0]! - air, kept.at(-1)! + air]
  const begin = kept[0]! > sorted[0]! ? left + BIN : left
  const end = kept.at(-1)! < sorted.at(-1)! ? right - BIN : right
  const place = (day: number) =>
    day < from ? left + BIN / 2 : day > to ? right - BIN / 2 : begin + ((day - from) / (to - from)) * (end - begin)
  return {
    from,
    to,
    place: (day) => round(place(day)),
    ...(begin > left && { earlier: begin }),
    ...(end < right && { later: end }),
  }
}

/** Possible intervals between ticks, in years. */
const YEARS = [1, 2, 5, 10, 20, 50, 100, 200, 500]
const MOST_TICKS = 12

/** Half the width of a usual label. */
const HALF_LABEL = 16

/** Days that get a tick: months, or years when there are too many months; never more than a dozen or so. */
function chooseTicks({ from, to }: TimeAxis): number[] {
  const months = listMonths(from, to)
  if (months.length === 0) return [from, Math.round((from + to) / 2), to]
  if (months.length <= 14) return months
  const years = months.filter((day) => formatDay(day).endsWith('-01-01'))
  const step = YEARS.find((one) => years.length / one <= MOST_TICKS) ?? 1000
  if (years.length > 3) return years.filter((day) => Number(formatDay(day).slice(0, 4)) % step === 0)
  const stride = months.length > 28 ? 6 : 3
  return months.filter((day) => (Number(formatDay(day).slice(5, 7)) - 1) % stride === 0)
}

/** Tick lines from `top` to `bottom` with their labels under them; the first label always names the year. */
export function drawAxis(axis: TimeAxis, top: number, bottom: number): Element[] {
  const ticks = chooseTicks(axis).map((day, index) => {
    const x = axis.place(day)
    const label = index === 0 ? nameFirst(day) : labelTick(day)
    return s('g', [
      s('line', { className: ['rule'], x1: x, x2: x, y1: top, y2: bottom }),
      s('text', { x, y: bottom + 14, textAnchor: anchorAt(axis, x) }, label),
    ])
  })
  const { earlier, later } = axis
  return [
    ...ticks,
    ...(earlier === undefined ? [] : [drawBin(earlier, earlier - BIN / 2, 'earlier', top, bottom)]),
    ...(later === undefined ? [] : [drawBin(later, later + BIN / 2, 'later', top, bottom)]),
  ]
}

/** The broken edge of a bin, with its name under it. */
function drawBin(edge: number, middle: number, name: string, top: number, bottom: number): Element {
  return s('g', [
    s('line', { className: ['rule', 'broken'], x1: edge, x2: edge, y1: top, y2: bottom }),
    s('text', { x: middle, y: bottom + 14, textAnchor: 'middle' }, name),
  ])
}

/** A label near an end of the axis stays within it. */
function anchorAt({ from, to, place }: TimeAxis, x: number): 'start' | 'middle' | 'end' {
  if (x - place(from) < HALF_LABEL) return 'start'
  return place(to) - x < HALF_LABEL ? 'end' : 'middle'
}

function nameFirst(day: number): string {
  const label = labelTick(day)
  const year = formatDay(day).slice(0, 4)
  return label === year ? label : `${label} ${year}`
}
