import type { Lead } from './read-lead.ts'
import { groupByEach } from '../../../text/group-by-each.ts'
import { partitionPoint } from '../../../text/partition-point.ts'

/** Maximum sources of a term for it to give candidates: more common terms say nothing about the story. */
const COMMON = 400
/** The same where the day of one is not known: of the others only those of some days count, of these all. */
const COMMON_UNDATED = 100
/** Days between the publication of two sources of one story. */
export const FRESH = 7

/** The sources of a term. */
interface Holders {
  /** Those of a known day, by that day. */
  readonly dated: readonly number[]
  /** The others; none where the term is too common for them. */
  readonly undated: readonly number[]
  /** Those that are compared with one of an unknown day. */
  readonly all: readonly number[]
}

type DayOf = (at: number) => number | undefined

/**
 * Finds the later sources that share a term with a source which is not in very many, and may be published within a week of
 * it: of the others there are the more, the more sources a dossier has.
 *
 * @returns for a place in the list, the places of those behind it
 */
export function findCandidates(leads: readonly Lead[]): (at: number) => number[] {
  const dayOf = (at: number) => leads[at]!.day
  const index = indexTerms(leads, dayOf)
  const asked = new Int32Array(leads.length).fill(-1)
  return (at) => {
    const found: number[] = []
    for (const term of leads[at]!.terms)
      for (const other of findNear(at, index.get(term), dayOf)) {
        if (other <= at || asked[other] === at) continue
        asked[other] = at
        found.push(other)
      }
    return found
  }
}

/** The sources of each term that is in few enough. */
function indexTerms(leads: readonly Lead[], dayOf: DayOf): Map<string, Holders> {
  const places = groupByEach(leads.keys(), (at) => leads[at]!.terms)
  const most = Math.max(30, Math.min(COMMON, leads.length / 50))
  return new Map(
    [...places].flatMap(([term, held]) => (held.length <= most ? [[term, toHolders(held, dayOf)] as const] : [])),
  )
}

export function toHolders(held: readonly number[], dayOf: DayOf): Holders {
  const dated = held.filter((at) => dayOf(at) !== undefined).sort((a, b) => dayOf(a)! - dayOf(b)!)
  if (held.length > COMMON_UNDATED) return { dated, undated: [], all: [] }
  const undated = held.filter((at) => dayOf(at) === undefined)
  return { dated, undated, all: [...undated, ...dated] }
}

/** Those of some sources that may be published within a week of one of them, itself among them. */
export function findNear(at: number, held: Holders | undefined, dayOf: DayOf): readonly number[] {
  if (!held) return []
  const day = dayOf(at)
  const { dated, undated, all } = held
  if (day === undefined) return all
  const from = partitionPoint(dated.length, (place) => dayOf(dated[place]!)! < day - FRESH)
  let end = from
  while (end < dated.length && dayOf(dated[end]!)! <= day + FRESH) end += 1
  return undated.length === 0 ? dated.slice(from, end) : [...undated, ...dated.slice(from, end)]
}
