import type { Catalogue, CataloguePage, SearchName } from '../../../model/search-text.ts'
import { foldText } from '../../../text/search-words.ts'
import type { Engine } from './engine.ts'
import { findEntities, findTerm, type Held, type HeldByPage, unite } from './find-places.ts'
import { mostNamedFirst, type NamedRun, type Names, namesWithAll, readNames } from './names.ts'
import type { Asked, Term } from './query.ts'

/** A part of a page that holds something asked for. */
export interface FoundPart {
  /** Index among the page's parts. */
  readonly index: number
  /** Indexes of its found words, ascending, in the order of `listKeys`. */
  readonly found: readonly number[]
  /** Names by which it was found though it does not hold the words asked for. */
  readonly namedAs: readonly SearchName[]
}

/** A page with those of its parts that hold most of what was asked for. */
export interface FoundPage {
  /** Its place in the catalogue: sources by date. */
  readonly number: number
  readonly row: CataloguePage
  readonly score: number
  /** Whether one part holds everything, the page as a whole does, or neither. */
  readonly holds: 'together' | 'apart' | 'partly'
  /** Share of the groups that the best part holds. */
  readonly share: number
  /** True when the words themselves were found, and not only names in other words. */
  readonly isLiteral: boolean
  /** How many groups stand in the very form asked for. */
  readonly exact: number
  readonly parts: readonly FoundPart[]
}

/** What a query found. */
export interface SearchAnswer {
  readonly pages: readonly FoundPage[]
  /** Whom the whole query names. */
  readonly named: readonly SearchName[]
  /** Whom a part of it names. */
  readonly alsoNamed: readonly SearchName[]
  /** Terms that stand nowhere, and those of which only the beginning does. */
  readonly nowhere: readonly Term[]
  readonly begun: readonly Term[]
}

/** A group of the query, or the name of somebody, with where it stands. */
interface Wanted {
  readonly pages: HeldByPage
  readonly names: readonly SearchName[]
}

/** Less than two words of five is no answer to a question. */
const LEAST_SHARE = 0.4

/**
 * Finds the parts of pages that hold every group of a query, and those that name whom it names in other words; where no
 * page holds all, those that hold most of them. From the index alone: what is not shown is not loaded.
 */
export async function findPages(engine: Engine, asked: Asked, names: Names, language: string): Promise<SearchAnswer> {
  const { groups, excluded } = asked
  const runs = await readNames(groups, names)
  const withAll = await namesWithAll(groups, names)
  const named = new Set(runs.flatMap((run) => Array.from({ length: run.length }, (_, step) => run.at + step)))
  const places = await Promise.all(
    groups.map((group, at) =>
      Promise.all(group.map((term) => findTerm(engine, term, language, !named.has(at) && withAll.length === 0))),
    ),
  )
  const literal = places.map((of): Wanted => ({ pages: unite(of.map(({ pages }) => pages)), names: [] }))
  const otherwise = runs.filter((run) => isSaidOtherwise(run, groups))
  const readings = [literal, ...(otherwise.length > 0 ? [await readWithNames(engine, literal, otherwise)] : [])]
  const without = await Promise.all(excluded.map((term) => findTerm(engine, term, language, false)))
  const pages = pickPages(
    readings,
    leaveOut(
      without.map(({ pages: of }) => of),
      engine.catalogue,
    ),
    engine.catalogue,
  )
  const isAll = named.size === groups.length
  const found = [...new Map([...runs.flatMap((run) => run.names), ...withAll].map((name) => [name.id, name])).values()]
  const isName = (at: number) => named.has(at) || withAll.length > 0
  const terms = groups.flatMap((group, at) =>
    isName(at) ? [] : group.map((term, of) => ({ term, place: places[at]![of]! })),
  )
  return {
    pages,
    named: isAll || withAll.length > 0 ? orderNames(isAll ? found : withAll, runs) : [],
    alsoNamed: isAll || withAll.length > 0 ? [] : found.sort(mostNamedFirst),
    nowhere: terms.flatMap(({ term, place }) => (place.pages.size === 0 ? [term] : [])),
    begun: terms.flatMap(({ term, place }) => (place.isBeginning && place.pages.size > 0 ? [term] : [])),
  }
}

/** Whose whole name was typed before those of whose name it is a part; then the more often named. */
function orderNames(names: readonly SearchName[], runs: readonly NamedRun[]): SearchName[] {
  const isWhole = (name: SearchName) => Number(runs.some((run) => run.names.includes(name)))
  const surnames = names.every((name) => isWhole(name) === isWhole(names[0]!))
  return names.toSorted((a, b) => (surnames ? 0 : isWhole(b) - isWhole(a)) || mostNamedFirst(a, b))
}

/** True when passages may name somebody of the run without the words of the run: else the words find them all. */
function isSaidOtherwise({ at, length, names }: NamedRun, groups: Asked['groups']): boolean {
  const words = groups.slice(at, at + length).flatMap(([term]) => term!.words)
  const lacksWord = (wording: string) => words.some((word) => !foldText(wording).split(' ').includes(word))
  return names.some(
    ({ isCalledOtherwise, wordings, printed }) => isCalledOtherwise || wordings.slice(0, printed).some(lacksWord),
  )
}

async function readWithNames(engine: Engine, literal: readonly Wanted[], runs: readonly NamedRun[]): Promise<Wanted[]> {
  const wanted: Wanted[] = []
  for (let at = 0; at < literal.length; ) {
    const run = runs.find((one) => one.at === at)
    if (run)
      wanted.push({
        pages: await findEntities(
          engine,
          run.names.map(({ id }) => id),
        ),
        names: run.names,
      })
    else wanted.push(literal[at]!)
    at += run?.length ?? 1
  }
  return wanted
}

/** Numbers of the pages that hold in their text what must not be held. */
function leaveOut(excluded: readonly HeldByPage[], { pages }: Catalogue): ReadonlySet<number> {
  const out = new Set<number>()
  for (const [number, { spans }] of excluded.flatMap((one) => [...one])) {
    const { lengths, shown } = pages[number]!
    const [from, to] = [lengths[0] ?? 0, sum(lengths.slice(0, shown))]
    if (spans.some(([at]) => at >= from && at < to)) out.add(number)
  }
  return out
}

const sum = (numbers: readonly number[]) => numbers.reduce((all, one) => all + one, 0)

function pickPages(
  readings: readonly (readonly Wanted[])[],
  out: ReadonlySet<number>,
  { pages }: Catalogue,
): FoundPage[] {
  const numbers = new Set(readings.flatMap((wanted) => wanted.flatMap((one) => [...one.pages.keys()])))
  const found = [...numbers]
    .filter((number) => !out.has(number))
    .map((number) => findInPage(number, pages[number]!, readings))
  const whole = found.filter(({ holds }) => holds !== 'partly')
  if (whole.length > 0) return whole
  const most = Math.max(LEAST_SHARE, ...found.map(({ share }) => share))
  return found.filter(({ share }) => share === most)
}

/** What one part holds of one reading: for each group the indexes of its words, relative to the part. */
type HeldInPart = Map<number, number[]>

function findInPage(number: number, row: CataloguePage, readings: readonly (readonly Wanted[])[]): FoundPage {
  const results = readings.map((wanted) => readPage(number, row, wanted))
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

function readPage(number: number, row: CataloguePage, wanted: readonly Wanted[]): ReadPage {
  const parts = new Map<number, HeldInPart>()
  wanted.forEach(({ pages }, group) => placeSpans(parts, row.lengths, group, pages.get(number)))
  const most = Math.max(0, ...[...parts.values()].map((groups) => groups.size))
  const groupsHeld = new Set([...parts.values()].flatMap((groups) => [...groups.keys()]))
  const holds = most === wanted.length ? 'together' : groupsHeld.size === wanted.length ? 'apart' : 'partly'
  const shown = holds === 'apart' ? cover(parts) : [...parts].filter(([, groups]) => groups.size === most)
  return {
    holds,
    share: most / wanted.length,
    parts: shown
      .map(([index, groups]) => ({
        index,
        found: [...new Set([...groups.values()].flat())].sort((a, b) => a - b),
        namedAs: [...groups.keys()].flatMap((group) => wanted[group]!.names),
      }))
      .sort((a, b) => a.index - b.index),
  }
}

/** Sorts the places of a group into the parts of the page. */
function placeSpans(
  parts: Map<number, HeldInPart>,
  lengths: readonly number[],
  group: number,
  held: Held | undefined,
): void {
  let [index, from] = [0, 0]
  for (const [at, length] of (held?.spans ?? []).toSorted(([a], [b]) => a - b)) {
    while (index < lengths.length && at >= from + lengths[index]!) from += lengths[index++]!
    if (at + length > from + (lengths[index] ?? 0)) continue
    const groups = parts.get(index) ?? new Map<number, number[]>()
    parts.set(index, groups)
    const words = groups.get(group) ?? []
    groups.set(group, words)
    for (let step = 0; step < length; step += 1) words.push(at - from + step)
  }
}

/** The parts that hold most, and for each group that none of them holds the first that does. */
function cover(parts: ReadonlyMap<number, HeldInPart>): [number, HeldInPart][] {
  const chosen: [number, HeldInPart][] = []
  const held = new Set<number>()
  for (const entry of [...parts].sort((a, b) => b[1].size - a[1].size || a[0] - b[0])) {
    if ([...entry[1].keys()].every((group) => held.has(group))) continue
    chosen.push(entry)
    for (const group of entry[1].keys()) held.add(group)
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

/** Every page, as an answer to filters without words. */
export const listPages = ({ pages }: Catalogue): FoundPage[] =>
  pages.map((row, number) => ({
    number,
    row,
    score: 0,
    holds: 'together',
    share: 1,
    isLiteral: true,
    exact: 0,
    parts: [],
  }))
