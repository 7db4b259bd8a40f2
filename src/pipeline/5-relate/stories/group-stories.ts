import { sha256Of } from '../../../text/hash.ts'
import type { Lead } from './read-lead.ts'

/** The story of each source, as a number from 0; sources of one story report one matter in the same days. */
export type Stories = ReadonlyMap<string, number>

/** Mean likeness of their sources from which two groups are one story. */
const ALIKE = 0.085
/** Share of that likeness below which two sources are not looked at again. */
const FAINT = 0.25
/** Maximum sources of a term for it to give candidates: more common terms say nothing about the story. */
const COMMON = 400
/** Fewer sources do not show which terms are rare. */
const FEW = 12
/** Days between the publication of two sources of one story. */
const FRESH = 7
/** How much a name weighs beside a word. */
const NAME = 2
/** Factors of a similarity for contradicting weekdays or numbers, and for two shared ones. */
const APART = 0.35
const TOGETHER = 1.5
/** Factor for publication within a day. */
const AT_ONCE = 2

/** Sources taken together. A term counts by its weight in each of them, the sources being of one length. */
interface Group {
  readonly size: number
  readonly terms: ReadonlyMap<string, number>
  readonly weekdays: ReadonlyMap<number, number>
  readonly numbers: ReadonlyMap<string, number>
  readonly days: readonly number[]
}

/**
 * Groups sources into stories by their leads. The two groups most like each other on average are joined first (average
 * linkage over cosines), so that likenesses do not chain. Terms weigh by how rare they are (inverse document frequency,
 * Spärck Jones 1972).
 *
 * @param leads one for each source, in reading order
 */
export function groupStories(leads: readonly Lead[]): Stories {
  const key = sha256Of(leads.map(hashLead).join(' '))
  if (last?.key !== key) last = { key, stories: joinAlike(leads) }
  return last.stories
}

function hashLead({ file, terms, numbers, weekdays, day }: Lead): string {
  return sha256Of(JSON.stringify([file, [...terms], [...numbers], [...weekdays], day]))
}

/** A preview groups again after each change, and few changes are of a lead. */
let last: { readonly key: string; readonly stories: Stories } | undefined

function joinAlike(leads: readonly Lead[]): Stories {
  const weigh = weigher(leads)
  const groups = leads.map((lead) => groupOf(lead, weigh))
  const home = leads.map((_, at) => at)
  const find = (at: number): number => (home[at] === at ? at : find(home[at]!))
  const compare = ([a, b]: readonly [number, number]): Pair => ({
    a,
    b,
    likeness: compareGroups(groups[a]!, groups[b]!),
  })
  let pairs = listCandidates(leads)
    .map(compare)
    .filter(({ likeness }) => likeness >= ALIKE * FAINT)
  for (let ranked = rank(pairs); ranked.length > 0; ranked = rank(pairs)) {
    const touched = new Set<number>()
    for (const { a, b } of ranked) {
      if (touched.has(a) || touched.has(b)) continue
      groups[a] = join(groups[a]!, groups[b]!)
      home[b] = a
      touched.add(a).add(b)
    }
    pairs = movePairs(pairs, touched, find, compare, leads.length)
  }
  return new Map(leads.map(({ file }, at) => [file, find(at)] as const))
}

/** Two groups, the earlier first, and how like they are. */
interface Pair {
  readonly a: number
  readonly b: number
  readonly likeness: number
}

/** The pairs of the current groups, each once. Only pairs with a joined group are compared again. */
function movePairs(
  pairs: readonly Pair[],
  touched: ReadonlySet<number>,
  find: (at: number) => number,
  compare: (pair: readonly [number, number]) => Pair,
  sources: number,
): Pair[] {
  const moved = new Map<number, Pair>()
  for (const pair of pairs) {
    const [one, other] = [find(pair.a), find(pair.b)]
    const [a, b] = one < other ? [one, other] : [other, one]
    const key = a * sources + b
    if (a === b || moved.has(key)) continue
    moved.set(key, touched.has(a) || touched.has(b) ? compare([a, b]) : pair)
  }
  return [...moved.values()]
}

/** The pairs of groups that are like enough to be one, the most similar first. */
function rank(pairs: readonly Pair[]): Pair[] {
  return pairs
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b)
}

function groupOf({ terms, weekdays, numbers, day }: Lead, weigh: (term: string) => number): Group {
  const length = Math.sqrt([...terms].reduce((sum, term) => sum + weigh(term), 0))
  const once = <T>(set: ReadonlySet<T>) => new Map([...set].map((one) => [one, 1]))
  return {
    size: 1,
    terms: new Map([...terms].map((term) => [term, Math.sqrt(weigh(term)) / length])),
    weekdays: once(weekdays),
    numbers: once(numbers),
    days: day === undefined ? [] : [day],
  }
}

function join(a: Group, b: Group): Group {
  const add = <T>(one: ReadonlyMap<T, number>, other: ReadonlyMap<T, number>) => {
    const sum = new Map(one)
    for (const [key, count] of other) sum.set(key, (sum.get(key) ?? 0) + count)
    return sum
  }
  return {
    size: a.size + b.size,
    terms: add(a.terms, b.terms),
    weekdays: add(a.weekdays, b.weekdays),
    numbers: add(a.numbers, b.numbers),
    days: [...a.days, ...b.days].sort((x, y) => x - y),
  }
}

/**
 * Pairs of sources that share a term which is not in very many, and may be published within a week: of the others there are
 * the more, the more sources a dossier has.
 */
function listCandidates(leads: readonly Lead[]): [number, number][] {
  const index = new Map<string, number[]>()
  for (const [at, { terms }] of leads.entries())
    for (const term of terms) {
      const held = index.get(term) ?? []
      index.set(term, held)
      held.push(at)
    }
  const most = Math.max(30, Math.min(COMMON, leads.length / 50))
  const pairs = new Map<number, [number, number]>()
  const dayOf = (at: number) => leads[at]!.day
  for (const held of index.values())
    if (held.length <= most)
      for (const [one, other] of pairNear(held, dayOf)) {
        const [a, b] = one < other ? [one, other] : [other, one]
        pairs.set(a * leads.length + b, [a, b])
      }
  return [...pairs.values()]
}

/** Pairs of sources within a week of one another, looked for from day to day, and of those without a day with all. */
export function* pairNear(
  held: readonly number[],
  dayOf: (at: number) => number | undefined,
): Generator<readonly [number, number]> {
  const undated = held.filter((at) => dayOf(at) === undefined)
  const dated = held.filter((at) => dayOf(at) !== undefined).sort((a, b) => dayOf(a)! - dayOf(b)!)
  for (const [step, a] of dated.entries())
    for (let next = step + 1; next < dated.length && dayOf(dated[next]!)! - dayOf(a)! <= FRESH; next += 1)
      yield [a, dated[next]!]
  for (const [step, a] of undated.entries()) for (const b of [...undated.slice(step + 1), ...dated]) yield [a, b]
}

/** The square of a term's weight. */
function weigher(leads: readonly Lead[]): (term: string) => number {
  const counts = new Map<string, number>()
  for (const { terms } of leads) for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1)
  return (term) => Math.log(1 + Math.max(FEW, leads.length) / counts.get(term)!) ** 2 * (term.includes(':') ? NAME : 1)
}

function compareGroups(a: Group, b: Group): number {
  if (isApart(a.days, b.days)) return 0
  const [small, large] = a.terms.size < b.terms.size ? [a.terms, b.terms] : [b.terms, a.terms]
  let shared = 0
  for (const [term, weight] of small) shared += weight * (large.get(term) ?? 0)
  if (shared === 0) return 0
  const likeness = shared / (a.size * b.size)
  return likeness * agreementOf(a.weekdays, b.weekdays) * agreementOf(a.numbers, b.numbers) * nearnessOf(a.days, b.days)
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
