import { startNumbering } from '../../../text/numbering.ts'
import { FRESH } from './find-candidates.ts'
import type { Lead } from './read-lead.ts'

/** Fewer sources do not show which terms are rare. */
const FEW = 12
/** How much a name weighs beside a word. */
const NAME = 2
/** Factors of a similarity for contradicting weekdays or numbers, and for two shared ones. */
const APART = 0.35
const TOGETHER = 1.5
/** Factor for publication within a day. */
const AT_ONCE = 2
/** More than the factors make together. */
const MOST = 1.001 * TOGETHER * TOGETHER * AT_ONCE

/** Sources taken together. A term counts by its weight in each of them, the sources being of one length. */
export interface Group {
  readonly size: number
  /** Numbers of its terms, in ascending order, and the weight of each. */
  readonly terms: readonly number[]
  readonly weights: readonly number[]
  readonly weekdays: Tally
  /** Of the numbers that its sources give, which are numbered themselves. */
  readonly numbers: Tally
  readonly days: readonly number[]
}

/** How many sources have each of some things. */
interface Tally {
  /** In ascending order. */
  readonly things: readonly number[]
  readonly counts: readonly number[]
  /** The greatest of the counts. */
  readonly most: number
}

/** A group for each source, and how many terms they have. */
export function toGroups(leads: readonly Lead[]): { groups: Group[]; terms: number } {
  const [numberTerm, numberFigure] = [startNumbering(), startNumbering()]
  const counts: number[] = []
  const areNames: boolean[] = []
  const terms = leads.map((lead) =>
    Array.from(lead.terms, (term) => {
      const number = numberTerm(term)
      counts[number] = (counts[number] ?? 0) + 1
      areNames[number] ??= term.includes(':')
      return number
    }).sort((a, b) => a - b),
  )
  const sources = Math.max(FEW, leads.length)
  const squares = counts.map((count, number) => Math.log(1 + sources / count) ** 2 * (areNames[number] ? NAME : 1))
  return { groups: leads.map((lead, at) => toGroup(lead, terms[at]!, squares, numberFigure)), terms: counts.length }
}

function toGroup(
  { weekdays, numbers, day }: Lead,
  terms: readonly number[],
  squareOf: readonly number[],
  numberFigure: (figure: string) => number,
): Group {
  const squares = terms.map((term) => squareOf[term]!)
  const length = Math.sqrt(squares.reduce((sum, square) => sum + square, 0))
  return {
    size: 1,
    terms,
    weights: squares.map((square) => Math.sqrt(square) / length),
    weekdays: countOnce([...weekdays]),
    numbers: countOnce([...numbers].map(numberFigure)),
    days: day === undefined ? [] : [day],
  }
}

const countOnce = (things: number[]): Tally => ({
  things: things.sort((a, b) => a - b),
  counts: things.map(() => 1),
  most: 1,
})

export function joinGroups(a: Group, b: Group): Group {
  const terms = addCounts(a.terms, a.weights, b.terms, b.weights)
  return {
    size: a.size + b.size,
    terms: terms.things,
    weights: terms.counts,
    weekdays: addTallies(a.weekdays, b.weekdays),
    numbers: addTallies(a.numbers, b.numbers),
    days: [...a.days, ...b.days].sort((x, y) => x - y),
  }
}

function addTallies(a: Tally, b: Tally): Tally {
  const sum = addCounts(a.things, a.counts, b.things, b.counts)
  return { ...sum, most: Math.max(1, ...sum.counts) }
}

function addCounts(
  things: readonly number[],
  counts: readonly number[],
  others: readonly number[],
  otherCounts: readonly number[],
) {
  const sum = new Map(things.map((thing, at) => [thing, counts[at]!]))
  for (const [at, thing] of others.entries()) sum.set(thing, (sum.get(thing) ?? 0) + otherCounts[at]!)
  const all = [...sum.keys()].sort((x, y) => x - y)
  return { things: all, counts: all.map((thing) => sum.get(thing)!) }
}

/**
 * Compares groups. The weights of the first are laid out in a table, and stay there while it is compared with others.
 *
 * @param terms how many terms there are
 * @param least likenesses below this need not be known, and are 0
 */
export function startComparing(terms: number, least: number): (a: Group, b: Group) => number {
  const weights = new Float64Array(terms)
  let laidOut: Group | undefined
  return (a, b) => {
    if (isApart(a.days, b.days)) return 0
    if (laidOut !== a) {
      for (const term of laidOut?.terms ?? []) weights[term] = 0
      for (const [at, term] of a.terms.entries()) weights[term] = a.weights[at]!
      laidOut = a
    }
    const likeness = sumShared(b, weights) / (a.size * b.size)
    if (likeness * MOST < least) return 0
    return (
      likeness * agreementOf(a.weekdays, b.weekdays) * agreementOf(a.numbers, b.numbers) * nearnessOf(a.days, b.days)
    )
  }
}

/** In the order of the terms, so that rounding is the same whichever of two groups is laid out. */
function sumShared({ terms, weights }: Group, others: Float64Array): number {
  let shared = 0
  for (let at = 0; at < terms.length; at += 1) {
    const other = others[terms[at]!]!
    if (other !== 0) shared += other * weights[at]!
  }
  return shared
}

/** Sources published within a day of one another are likelier to be of one story. */
function nearnessOf(a: readonly number[], b: readonly number[]): number {
  const isNear = a.some((day) => b.some((other) => Math.abs(day - other) <= 1))
  return isNear ? AT_ONCE : 1
}

/** Their days of publication are known and too far apart. */
function isApart(a: readonly number[], b: readonly number[]): boolean {
  if (a.length === 0 || b.length === 0) return false
  const [first, last] = [Math.min(a[0]!, b[0]!), Math.max(a.at(-1)!, b.at(-1)!)]
  return last - first > FRESH
}

/** Factor of weekdays or numbers on a likeness: more where most sources of both have one in common, less where none has. */
function agreementOf(a: Tally, b: Tally): number {
  if (a.things.length === 0 || b.things.length === 0) return 1
  let shared = 0
  for (let [at, other] = [0, 0]; at < a.things.length && other < b.things.length; ) {
    const difference = a.things[at]! - b.things[other]!
    if (difference === 0) shared = Math.max(shared, Math.min(a.counts[at]! / a.most, b.counts[other]! / b.most))
    if (difference <= 0) at += 1
    if (difference >= 0) other += 1
  }
  return APART + shared * (TOGETHER - APART)
}
