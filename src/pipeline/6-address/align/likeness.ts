import { normaliseText } from '../page-marks.ts'
import type { Alignable } from './alignable.ts'

/** Matched passages of the earlier and the current text so far; one to one, by index. */
export interface Matching {
  readonly before: readonly Alignable[]
  readonly now: readonly Alignable[]
  readonly likeness: Likeness
  readonly toNow: Map<number, number>
  readonly toBefore: Map<number, number>
}

/** A matching that holds no pair yet. */
export function startMatching(before: readonly Alignable[], now: readonly Alignable[]): Matching {
  return { before, now, likeness: compareTexts(before, now), toNow: new Map(), toBefore: new Map() }
}

/** Adds a pair. */
export function join(matching: Matching, before: number, now: number): void {
  matching.toNow.set(before, now)
  matching.toBefore.set(now, before)
}

/** Indexes of the earlier passages without a partner. */
export function restBefore({ before, toNow }: Matching): number[] {
  return [...before.keys()].filter((index) => !toNow.has(index))
}

/** Indexes of the present passages without a partner. */
export function restNow({ now, toBefore }: Matching): number[] {
  return [...now.keys()].filter((index) => !toBefore.has(index))
}

/**
 * How many of the two nearest matched neighbours of an earlier and a present passage are each other's partners; the
 * beginnings and the ends of the texts count as partners.
 *
 * @returns 0, 1 or 2
 */
export function countNeighbours(matching: Matching, before: number, now: number): number {
  return Number(meets(matching, before, now, -1)) + Number(meets(matching, before, now, 1))
}

function meets(
  { before: all, now: present, toNow, toBefore }: Matching,
  before: number,
  now: number,
  step: 1 | -1,
): boolean {
  let one = before + step
  while (one >= 0 && one < all.length && !toNow.has(one)) one += step
  let other = now + step
  while (other >= 0 && other < present.length && !toBefore.has(other)) other += step
  const [isEnd, isOtherEnd] = [one < 0 || one >= all.length, other < 0 || other >= present.length]
  return (isEnd && isOtherEnd) || toNow.get(one) === other
}

/** How alike an earlier and a present passage are, by index: 0 nothing in common, 1 the same. */
export type Likeness = (before: number, now: number) => number

/** Grams in common below which the words need not be looked at. */
const LEAST_GRAMS = 0.08
/** Token: a word, or one character in scripts written without spaces. */
const WORD = /[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]|[^\s\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\p{sc=Thai}]+/gu

interface Weighed {
  readonly limit: number
  /** Each gram with its weight. */
  readonly grams: ReadonlyMap<number, number>
  readonly sum: number
  /** Words in order with their weights; empty for a sketch. */
  readonly words: readonly string[]
  readonly weights: readonly number[]
}

/**
 * Compares the passages of two texts: the mean of the Dice similarities of their runs of five characters and of the
 * words they share in the same order, for a passage that was rewritten keeps the order of what it keeps, and another one
 * on the same subject does not. Runs and words weigh by how few passages hold them (Spärck Jones 1972), so that what an
 * article says throughout makes no two of its passages one. Of a sketch only the runs are known.
 */
export function compareTexts(before: readonly Alignable[], now: readonly Alignable[]): Likeness {
  let compareOne: ((one: number) => Float64Array) | undefined
  const rows = new Map<number, Float64Array>()
  return (one, other) => {
    compareOne ??= openComparison(before, now)
    const row = rows.get(one) ?? compareOne(one)
    rows.set(one, row)
    return row[other]!
  }
}

/** Compares one earlier passage with all present ones; those that share no run with it are never looked at. */
function openComparison(before: readonly Alignable[], now: readonly Alignable[]): (one: number) => Float64Array {
  const [earlier, present] = weighTexts(before, now)
  const holders = new Map<number, number[]>()
  for (const [at, { grams }] of present.entries()) for (const gram of grams.keys()) addTo(holders, gram, at)
  return (one) => {
    const row = new Float64Array(present.length)
    for (const [gram, weight] of earlier[one]!.grams)
      for (const other of holders.get(gram) ?? []) row[other] = row[other]! + weight
    return row.map((shared, other) => (shared === 0 ? 0 : judge(earlier[one]!, present[other]!, shared)))
  }
}

function judge(a: Weighed, b: Weighed, shared: number): number {
  const limit = Math.min(a.limit, b.limit)
  const grams = dice(shared, sumBelow(a, limit), sumBelow(b, limit))
  return a.words.length === 0 || b.words.length === 0 || grams < LEAST_GRAMS ? grams : (grams + orderLikeness(a, b)) / 2
}

function addTo(holders: Map<number, number[]>, gram: number, at: number): void {
  const list = holders.get(gram)
  if (list) list.push(at)
  else holders.set(gram, [at])
}

function weighTexts(...texts: [readonly Alignable[], readonly Alignable[]]): [Weighed[], Weighed[]] {
  const most = Math.max(texts[0].length, texts[1].length)
  const words = texts.map((passages) =>
    passages.map(({ text }) => (text === undefined ? [] : (normaliseText(text).match(WORD) ?? []))),
  )
  const weighGram = weighByRarity(
    texts.map((passages) => countHolders(passages.map(({ set }) => set.grams))),
    most,
  )
  const weighWord = weighByRarity(
    words.map((passages) => countHolders(passages.map((keys) => new Set(keys)))),
    most,
  )
  const [a, b] = texts.map((passages, side) =>
    passages.map(({ set }, at): Weighed => {
      const grams = new Map([...set.grams].map((gram) => [gram, weighGram(gram)]))
      const own = words[side]![at]!
      return { limit: set.limit, grams, sum: total(grams.values()), words: own, weights: own.map(weighWord) }
    }),
  )
  return [a!, b!]
}

/** How many passages hold each key. */
function countHolders<K>(passages: readonly ReadonlySet<K>[]): Map<K, number> {
  const counts = new Map<K, number>()
  for (const keys of passages) for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1)
  return counts
}

/** A key's weight, by the text in which more passages hold it. */
function weighByRarity<K>(counts: readonly ReadonlyMap<K, number>[], passages: number): (key: K) => number {
  return (key) => Math.log(1 + passages / Math.max(...counts.map((side) => side.get(key) ?? 0)))
}

function sumBelow({ limit: own, grams, sum }: Weighed, limit: number): number {
  return own <= limit ? sum : total([...grams].map(([gram, weight]) => (gram < limit ? weight : 0)))
}

/** Dice similarity of the heaviest common subsequence of words to both. */
function orderLikeness(a: Weighed, b: Weighed): number {
  let row = new Float64Array(b.words.length + 1)
  for (const [at, word] of a.words.entries()) {
    const next = new Float64Array(row.length)
    for (let to = 1; to < row.length; to += 1) {
      next[to] = word === b.words[to - 1] ? row[to - 1]! + a.weights[at]! : Math.max(row[to]!, next[to - 1]!)
    }
    row = next
  }
  return dice(row.at(-1)!, total(a.weights), total(b.weights))
}

function dice(shared: number, a: number, b: number): number {
  return (2 * shared) / (a + b)
}

function total(values: Iterable<number>): number {
  let sum = 0
  for (const value of values) sum += value
  return sum
}
