import { sha256Of } from '../../../text/hash.ts'
import type { Group } from './compare-groups.ts'
import { joinGroups, startComparing, toGroups } from './compare-groups.ts'
import { findCandidates } from './find-candidates.ts'
import type { Lead } from './read-lead.ts'

/** The story of each source, as a number from 0; sources of one story report one matter in the same days. */
export type Stories = ReadonlyMap<string, number>

/** Mean likeness of their sources from which two groups are one story. */
const ALIKE = 0.085
/** Share of that likeness below which two sources are not looked at again. */
const FAINT = 0.25

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
  const { groups, terms } = toGroups(leads)
  const home = leads.map((_, at) => at)
  const find = (at: number): number => (home[at] === at ? at : find(home[at]!))
  const compareGroups = startComparing(terms, ALIKE * FAINT)
  const compare = (a: number, b: number): number => compareGroups(groups[a]!, groups[b]!)
  const pairs = listPairs(leads, compare)
  for (let ranked = rank(pairs); ranked.length > 0; ranked = rank(pairs)) {
    const touched = joinRanked(ranked, groups, home)
    movePairs(pairs, touched, find, compare)
  }
  return new Map(leads.map(({ file }, at) => [file, find(at)] as const))
}

/** Pairs of groups, the earlier first, and how like they are: three lists, for of 100,000 sources there are millions. */
interface Pairs {
  readonly a: number[]
  readonly b: number[]
  readonly likeness: number[]
}

interface Pair {
  readonly a: number
  readonly b: number
  readonly likeness: number
}

/** The pairs of sources that are not all too unlike. */
function listPairs(leads: readonly Lead[], compare: (a: number, b: number) => number): Pairs {
  const candidatesOf = findCandidates(leads)
  const pairs: Pairs = { a: [], b: [], likeness: [] }
  for (const at of leads.keys())
    for (const other of candidatesOf(at)) {
      const likeness = compare(at, other)
      if (likeness >= ALIKE * FAINT) put(pairs, pairs.a.length, { a: at, b: other, likeness })
    }
  return pairs
}

function put(pairs: Pairs, at: number, { a, b, likeness }: Pair): void {
  pairs.a[at] = a
  pairs.b[at] = b
  pairs.likeness[at] = likeness
}

/** Joins the pairs most like each other; a group is joined with one other at a time. Marks the groups that were joined. */
function joinRanked(ranked: readonly Pair[], groups: Group[], home: number[]): Uint8Array {
  const touched = new Uint8Array(groups.length)
  for (const { a, b } of ranked) {
    if (touched[a] || touched[b]) continue
    groups[a] = joinGroups(groups[a]!, groups[b]!)
    home[b] = a
    touched[a] = touched[b] = 1
  }
  return touched
}

/** Makes the pairs those of the current groups, each once. Only pairs with a joined group are compared again. */
function movePairs(
  pairs: Pairs,
  touched: Uint8Array,
  find: (at: number) => number,
  compare: (a: number, b: number) => number,
): void {
  const moved = new Set<number>()
  let left = 0
  for (let at = 0; at < pairs.a.length; at += 1) {
    const [a, b, likeness] = [pairs.a[at]!, pairs.b[at]!, pairs.likeness[at]!]
    if (!touched[a] && !touched[b]) put(pairs, left++, { a, b, likeness })
    else if (find(a) !== find(b)) moved.add(keyOf(find(a), find(b), touched.length))
  }
  for (const list of [pairs.a, pairs.b, pairs.likeness]) list.length = left
  for (const key of [...moved].sort((one, other) => one - other)) {
    const [a, b] = [Math.floor(key / touched.length), key % touched.length]
    put(pairs, left++, { a, b, likeness: compare(a, b) })
  }
}

const keyOf = (one: number, other: number, sources: number) => Math.min(one, other) * sources + Math.max(one, other)

/** The pairs of groups that are like enough to be one, the most similar first. */
function rank({ a, b, likeness }: Pairs): Pair[] {
  const alike: Pair[] = []
  for (const [at, one] of likeness.entries()) if (one >= ALIKE) alike.push({ a: a[at]!, b: b[at]!, likeness: one })
  return alike.sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b)
}
