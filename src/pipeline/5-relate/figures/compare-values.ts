import type { FigureRow, FigureTable } from '../../../model/figure.ts'
import { compare } from '../../../text/compare.ts'

/** The numbers that a statement allows; an open end is infinite. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Tolerance of a number by its words, as a share of it. */
const ABOUT = 0.1
/** The same for a length of time, which is estimated and not measured. */
const LASTED = 0.2
/** Most that rounding can hide in a length. */
const ROUNDED = 0.05

/**
 * The interval of a statement after rounding: "about 300" is within a tenth of it, a length
 * within half of its last digit.
 */
export function intervalOf({ low, high, rule, unit, words, measure }: FigureRow): Interval {
  const slack = unit === 'm' || unit === 'm/s' ? roundingOf(words) : unit === 's' && measure === 'duration' ? LASTED : 0
  const [below, above] = [low ?? -Infinity, high ?? Infinity]
  if (rule === 'amount/about') return { low: below * (1 - ABOUT), high: above * (1 + ABOUT) }
  return { low: below * (1 - slack), high: above * (1 + slack) }
}

/** Half of the last digit that is not a zero, as a share of the number; words as "one mile" are as rough as digits. */
function roundingOf(words: string): number {
  const digits = /\d[\d,]*(?:\.\d+)?/.exec(words)?.[0].replaceAll(',', '')
  if (digits === undefined) return ROUNDED
  const decimals = digits.split('.')[1]?.length ?? 0
  const zeros = decimals > 0 ? 0 : /0*$/.exec(digits)![0].length
  const step = decimals > 0 ? 10 ** -decimals : 10 ** zeros
  return Math.min(ROUNDED, step / 2 / Math.max(1e-9, Number(digits)))
}

/** Whether no number fits both statements. */
export function excludes(a: FigureRow, b: FigureRow): boolean {
  const [one, other] = [intervalOf(a), intervalOf(b)]
  return one.low > other.high || other.low > one.high
}

/** Notes on the rows of a table that differs which of them exclude one another. */
export function markExclusions(table: FigureTable): FigureTable {
  if (table.isCompatible) return table
  const rows = table.rows.map((row) => {
    const excluded = table.rows.flatMap((other, at) => (isExcluded(row, other) ? [at] : []))
    return excluded.length > 0 ? { ...row, excludes: excluded } : row
  })
  return { ...table, rows }
}

function isExcluded(a: FigureRow, b: FigureRow): boolean {
  if (a.unit !== 'date') return excludes(a, b)
  return isBefore(a.period?.hi, b.period?.lo) || isBefore(b.period?.hi, a.period?.lo)
}

const isBefore = (one: string | undefined, other: string | undefined) =>
  one !== undefined && other !== undefined && one < other

/** Units in which one number is given in several. */
const ROUGH = new Set(['m', 'm/s', 's'])

/** Whether two statements give the same number, the hedge apart. */
export function isSameNumber(a: FigureRow, b: FigureRow): boolean {
  const [one, other] = [a.low ?? a.high, b.low ?? b.high]
  return one !== undefined && other !== undefined && (ROUGH.has(a.unit) ? !excludes(a, b) : one === other)
}

/** Whether some number is within the bounds of every row. */
export function areCompatible(rows: readonly FigureRow[]): boolean {
  const intervals = rows.map(intervalOf)
  const low = Math.max(...intervals.map((one) => one.low))
  return intervals.every(({ high }) => low <= high)
}

/**
 * Whether contradicting rows are a count over time: from one day of publication to the next the number only
 * moves in one direction, and rows of one day agree.
 *
 * @param direction whether the count grows, as of the dead, or falls, as of the missing, or both
 */
export function areSeries(rows: readonly FigureRow[], direction: 'up' | 'any'): boolean {
  if (areCompatible(rows) || rows.some(({ date }) => date?.length !== 10)) return false
  const days = [...Map.groupBy(rows, ({ date }) => date!)].sort(([a], [b]) => compare(a, b)).map(([, held]) => held)
  const pairs = days.flatMap((held, at) =>
    held.flatMap((a) =>
      days.slice(at + 1).flatMap((later) => later.map((b) => [intervalOf(a), intervalOf(b)] as const)),
    ),
  )
  const isRising = pairs.every(([a, b]) => b.high >= a.low)
  const isFalling = direction === 'any' && pairs.every(([a, b]) => b.low <= a.high)
  return days.every(areCompatible) && (isRising || isFalling)
}

/**
 * Whether the rows of one source give one number.
 *
 * @param least what the vague ones among them are at least: 20 of "dozens"
 */
export function areOneNumber(rows: readonly FigureRow[], least = 0): boolean {
  return !haveTwoBounds(rows) && areCompatible(rows) && rows.every(({ high = Infinity }) => high >= least)
}

/** "More than 40" and "more than 50" are compatible, but one source that gives both means two things. */
export function haveTwoBounds(rows: readonly FigureRow[]): boolean {
  const bounds = rows.filter(({ low, high }) => (low === undefined) !== (high === undefined))
  return bounds.some((a) => bounds.some((b) => a.rule === b.rule && (a.low ?? a.high) !== (b.low ?? b.high)))
}
