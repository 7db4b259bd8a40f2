import type { Catalogue, PageFacts, SearchName } from '../../../model/search-index.ts'
import { readPlace } from '../../../model/pack-search.ts'
import type { Hits, HitsByPage } from './engine.ts'

/** A part of a page that matches the query. */
export interface FoundPart {
  /** Index among the page's parts. */
  readonly index: number
  /** True for text that is not part of the source. */
  readonly isLeftOut: boolean
  /** Indexes of its found words, ascending, in the order of `listKeys`. */
  readonly found: readonly number[]
  /** Names by which it was found although it does not contain the words of the query. */
  readonly namedAs: readonly SearchName[]
}

/** What a page is, without its texts: indexes of its values among those of the catalogue; -1 for none. */
export interface PageRow {
  readonly kind: number
  readonly publisher: number
  readonly year: number
  /** True when the second part is the headline. */
  readonly hasHeadline: boolean
}

/** The row of a page. */
export function rowOf({ runs }: Catalogue, number: number, { publisher, hasHeadline }: PageFacts): PageRow {
  const { kind, year } = runs.findLast(({ from }) => from <= number)!
  return { kind, year, publisher, hasHeadline }
}

/** A page with those of its parts that match most of the query. */
export interface FoundPage {
  /** Its place in the catalogue: sources by date. */
  readonly number: number
  readonly row: PageRow
  readonly score: number
  /** Whether one part holds everything, the page as a whole does, or neither. */
  readonly holds: 'together' | 'apart' | 'partly'
  /** Share of the groups that the best part holds. */
  readonly share: number
  /** True when the words themselves were found, and not only names in other words. */
  readonly isLiteral: boolean
  /** Number of groups that occur in the exact form. */
  readonly exact: number
  readonly parts: readonly FoundPart[]
}

/** A group of the query, or a person's name, with its places. */
export interface GroupPlaces {
  readonly pages: HitsByPage
  readonly names: readonly SearchName[]
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

/** The hits of one reading in one part: for each group the indexes of its words, relative to the part. */
interface HitsInPart {
  readonly isLeftOut: boolean
  readonly groups: Map<number, number[]>
}

/**
 * The hits of a query in one page: by the reading with most hits in one part.
 *
 * @param readings the words themselves first, then with names in other words
 */
export function findInPage(number: number, row: PageRow, readings: readonly (readonly GroupPlaces[])[]): FoundPage {
  const results = readings.map((wanted) => readPage(number, wanted))
  const best = results.reduce((a, b) => (rankOf(b) > rankOf(a) ? b : a))
  const parts = mergeParts(results.filter((result) => rankOf(result) === rankOf(best)).map((result) => result.parts))
  const held = readings[0]!.map((one) => one.pages.get(number))
  return {
    number,
    row,
    score: sum(held.map((one) => one?.score ?? 0)),
    holds: best.holds,
    share: best.share,
    isLiteral: results[0] === best,
    exact: held.filter((one) => one?.isExact).length,
    parts,
  }
}

interface ReadPage {
  readonly holds: FoundPage['holds']
  readonly share: number
  readonly parts: readonly FoundPart[]
}

const rankOf = ({ holds, share }: ReadPage) => (holds === 'together' ? 2 : holds === 'apart' ? 1 : 0) + share

function readPage(number: number, wanted: readonly GroupPlaces[]): ReadPage {
  const parts = new Map<number, HitsInPart>()
  wanted.forEach(({ pages }, group) => placeSpans(parts, group, pages.get(number)))
  const most = Math.max(0, ...[...parts.values()].map(({ groups }) => groups.size))
  const groupsFound = new Set([...parts.values()].flatMap(({ groups }) => [...groups.keys()]))
  const holds = most === wanted.length ? 'together' : groupsFound.size === wanted.length ? 'apart' : 'partly'
  const shown = holds === 'apart' ? cover(parts) : [...parts].filter(([, { groups }]) => groups.size === most)
  return {
    holds,
    share: most / wanted.length,
    parts: shown
      .map(([index, { isLeftOut, groups }]) => ({
        index,
        isLeftOut,
        found: [...new Set([...groups.values()].flat())].sort((a, b) => a - b),
        namedAs: [...groups.keys()].flatMap((group) => wanted[group]!.names),
      }))
      .sort((a, b) => a.index - b.index),
  }
}

/** Sorts the places of a group into the parts of the page. */
function placeSpans(parts: Map<number, HitsInPart>, group: number, held: Hits | undefined): void {
  for (const [place, length] of (held?.spans ?? []).toSorted(([a], [b]) => a - b)) {
    const { part: index, isLeftOut, at } = readPlace(place)
    const part = parts.get(index) ?? { isLeftOut, groups: new Map<number, number[]>() }
    parts.set(index, part)
    const words = part.groups.get(group) ?? []
    part.groups.set(group, words)
    for (let step = 0; step < length; step += 1) words.push(at + step)
  }
}

/** The parts that match most, and for each group that none of them contains the first that does. */
function cover(parts: ReadonlyMap<number, HitsInPart>): [number, HitsInPart][] {
  const chosen: [number, HitsInPart][] = []
  const held = new Set<number>()
  for (const entry of [...parts].sort((a, b) => b[1].groups.size - a[1].groups.size || a[0] - b[0])) {
    if ([...entry[1].groups.keys()].every((group) => held.has(group))) continue
    chosen.push(entry)
    for (const group of entry[1].groups.keys()) held.add(group)
  }
  return chosen
}

/** The parts of several readings; what the words themselves found needs no name. */
function mergeParts(readings: readonly (readonly FoundPart[])[]): FoundPart[] {
  const merged = new Map<number, FoundPart>()
  for (const part of readings.flat()) {
    const known = merged.get(part.index)
    merged.set(
      part.index,
      known ? { ...known, found: [...new Set([...known.found, ...part.found])].sort((a, b) => a - b) } : part,
    )
  }
  return [...merged.values()].sort((a, b) => a.index - b.index)
}
