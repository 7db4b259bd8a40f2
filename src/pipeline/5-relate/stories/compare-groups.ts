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
  /** Numbers of its terms, and the weight of each. */
  readonly terms: readonly number[]
  readonly weights: readonly number[]
  readonly weekdays: ReadonlyMap<number, number>
  readonly numbers: ReadonlyMap<string, number>
  readonly days: readonly number[]
}

/** A group for each source, and how many terms they have. */
export function toGroups(leads: readonly Lead[]): { groups: Group[]; terms: number } {
  const numbers = new Map<string, number>()
  const counts: number[] = []
  for (const { terms } of leads)
    for (const term of terms) {
      const number = numbers.get(term) ?? numbers.size
      numbers.set(term, number)
      counts[number] = (counts[number] ?? 0) + 1
    }
  const sources = Math.max(FEW, leads.length)
  const squareOf = (term: string) =>
    Math.log(1 + sources / counts[numbers.get(term)!]!) ** 2 * (term.includes(':') ? NAME : 1)
  return { groups: leads.map((lead) => toGroup(lead, numbers, squareOf)), terms: numbers.size }
}

function toGroup(
  { terms, weekdays, numbers, day }: Lead,
  numberOf: ReadonlyMap<string, number>,
  squareOf: (term: string) => number,
): Group {
  const squares = [...terms].map(squareOf)
  const length = Math.sqrt(squares.reduce((sum, square) => sum + square, 0))
  const once = <T>(set: ReadonlySet<T>) => new Map([...set].map((one) => [one, 1]))
  return {
    size: 1,
    terms: [...terms].map((term) => numberOf.get(term)!),
    weights: squares.map((square) => Math.sqrt(square) / length),
    weekdays: once(weekdays),
    numbers: once(numbers),
    days: day === undefined ? [] : [day],
  }
}

export function joinGroups(a: Group, b: Group): Group {
  const add = <T>(one: ReadonlyMap<T, number>, other: ReadonlyMap<T, number>) => {
    const sum = new Map(one)
    for (const [key, count] of other) sum.set(key, (sum.get(key) ?? 0) + count)
    return sum
  }
  const weightsOf = ({ terms, weights }: Group) => new Map(terms.map((term, at) => [term, weights[at]!]))
  const terms = add(weightsOf(a), weightsOf(b))
  return {
    size: a.size + b.size,
    terms: [...terms.keys()],
    weights: [...terms.values()],
    weekdays: add(a.weekdays, b.weekdays),
    numbers: add(a.numbers, b.numbers),
    days: [...a.days, ...b.days].sort((x, y) => x - y),
  }
}

/**
 * Compares groups. The terms of the first are laid out in a table, and stay there while it is compared with others.
 *
 * @param terms how many terms there are
 * @param least likenesses below this need not be known, and are 0
 */
export function startComparing(terms: number, least: number): (a: Group, b: Group) => number {
  const places = new Int32Array(terms).fill(-1)
  let laidOut: Group | undefined
  return (a, b) => {
    if (isApart(a.days, b.days)) return 0
    if (laidOut !== a) {
      for (const term of laidOut?.terms ?? []) places[term] = -1
      for (const [at, term] of a.terms.entries()) places[term] = at
      laidOut = a
    }
    const shared = sumShared(a, b, places)
    if (shared === 0) return 0
    const likeness = shared / (a.size * b.size)
    if (likeness * MOST < least) return 0
    return (
      likeness * agreementOf(a.weekdays, b.weekdays) * agreementOf(a.numbers, b.numbers) * nearnessOf(a.days, b.days)
    )
  }
}

/** Sums the products of shared weights in the order of the group with fewer terms, so that rounding is the same either way. */
function sumShared(a: Group, b: Group, places: Int32Array): number {
  const products: number[] = a.terms.length < b.terms.length ? a.terms.map(() => 0) : []
  let shared = 0
  for (let at = 0; at < b.terms.length; at += 1) {
    const place = places[b.terms[at]!]!
    if (place < 0) continue
    const product = a.weights[place]! * b.weights[at]!
    if (products.length > 0) products[place] = product
    else shared += product
  }
  return products.length > 0 ? products.reduce((sum, product) => sum + product, 0) : shared
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
function agreementOf<T>(a: ReadonlyMap<T, number>, b: ReadonlyMap<T, number>): number {
  if (a.size === 0 || b.size === 0) return 1
  const [most, other] = [Math.max(...a.values()), Math.max(...b.values())]
  let shared = 0
  for (const [one, count] of a) shared = Math.max(shared, Math.min(count / most, (b.get(one) ?? 0) / other))
  return APART + shared * (TOGETHER - APART)
}
