import type { Element } from 'hast'
import { s } from 'hastscript'
import { labelTick, listMonths } from './word-date.ts'
import { formatDay } from '../text/calendar.ts'
import { round } from './drawing.ts'

/** A scale from day counts to horizontal positions. */
export interface TimeAxis {
  readonly from: number
  readonly to: number
  readonly place: (days: number) => number
}

/** An axis that holds all given day counts with a little air on both sides. */
export function layAxis(days: readonly number[], left: number, right: number): TimeAxis {
  const first = days.reduce((low, day) => Math.min(low, day), Infinity)
  const last = days.reduce((high, day) => Math.max(high, day), -Infinity)
  const air = Math.max(4, Math.ceil((last - first) * 0.03))
  const [from, to] = [first - air, last + air]
  return { from, to, place: (day) => round(left + ((day - from) / (to - from)) * (right - left)) }
}

/** So many years from tick to tick. */
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
  return chooseTicks(axis).map((day, index) => {
    const x = axis.place(day)
    const label = index === 0 ? nameFirst(day) : labelTick(day)
    return s('g', [
      s('line', { className: ['rule'], x1: x, x2: x, y1: top, y2: bottom }),
      s('text', { x, y: bottom + 14, textAnchor: anchorAt(axis, x) }, label),
    ])
  })
}

/** A label near an end of the axis stands wholly within it. */
function anchorAt({ from, to, place }: TimeAxis, x: number): 'start' | 'middle' | 'end' {
  if (x - place(from) < HALF_LABEL) return 'start'
  return place(to) - x < HALF_LABEL ? 'end' : 'middle'
}

function nameFirst(day: number): string {
  const label = labelTick(day)
  const year = formatDay(day).slice(0, 4)
  return label === year ? label : `${label} ${year}`
}
