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
  const compareGroups = startComparing(terms)
  const compare = (a: number, b: number): Pair => ({ a, b, likeness: compareGroups(groups[a]!, groups[b]!) })
  let pairs = listPairs(leads, compare)
  for (let ranked = rank(pairs); ranked.length > 0; ranked = rank(pairs)) {
    const touched = joinRanked(ranked, groups, home)
    pairs = movePairs(pairs, touched, find, compare, leads.length)
  }
  return new Map(leads.map(({ file }, at) => [file, find(at)] as const))
}

/** The pairs of sources that are not all too unlike. */
function listPairs(leads: readonly Lead[], compare: (a: number, b: number) => Pair): Pair[] {
  const candidatesOf = findCandidates(leads)
  return leads.flatMap((_, at) =>
    candidatesOf(at)
      .map((other) => compare(at, other))
      .filter(({ likeness }) => likeness >= ALIKE * FAINT),
  )
}

/** Joins the pairs most like each other; a group is joined with one other at a time. Gives the groups that were joined. */
function joinRanked(ranked: readonly Pair[], groups: Group[], home: number[]): Set<number> {
  const touched = new Set<number>()
  for (const { a, b } of ranked) {
    if (touched.has(a) || touched.has(b)) continue
    groups[a] = joinGroups(groups[a]!, groups[b]!)
    home[b] = a
    touched.add(a).add(b)
  }
  return touched
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
  compare: (a: number, b: number) => Pair,
  sources: number,
): Pair[] {
  const left: Pair[] = []
  const moved = new Set<number>()
  for (const pair of pairs) {
    const [one, other] = [find(pair.a), find(pair.b)]
    if (!touched.has(one) && !touched.has(other)) left.push(pair)
    else if (one !== other) moved.add(Math.min(one, other) * sources + Math.max(one, other))
  }
  for (const key of moved) left.push(compare(Math.floor(key / sources), key % sources))
  return left
}

/** The pairs of groups that are like enough to be one, the most similar first. */
function rank(pairs: readonly Pair[]): Pair[] {
  return pairs
    .filter(({ likeness }) => likeness >= ALIKE)
    .sort((x, y) => y.likeness - x.likeness || x.a - y.a || x.b - y.b)
}
