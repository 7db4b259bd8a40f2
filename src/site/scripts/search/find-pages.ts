import type { Catalogue, SearchName } from '../../../model/search-index.ts'
import { readPlace } from '../../../model/pack-search.ts'
import { foldText } from '../../../text/search-words.ts'
import type { Engine } from './engine.ts'
import { findEntities, findTerm, type HitsByPage, unite } from './engine.ts'
import { findInPage, type FoundPage, type GroupPlaces, rowOf } from './found-page.ts'
import { mostNamedFirst, type NamedRun, type Names, namesWithAll, readNames } from './names.ts'
import type { ParsedQuery, Term } from './query.ts'

/** The results of a query. */
export interface SearchAnswer {
  readonly pages: readonly FoundPage[]
  /** Entities that the whole query names. */
  readonly named: readonly SearchName[]
  /** Entities that a part of it names. */
  readonly alsoNamed: readonly SearchName[]
  /** Terms that do not occur, and those of which only the beginning does. */
  readonly nowhere: readonly Term[]
  readonly begun: readonly Term[]
}

/** Minimum share of the query's groups that a page must hold. */
const LEAST_SHARE = 0.4

/**
 * Finds the parts of pages with every group of a query, and those that name its entities in other words; where no
 * page has all, those with most of them. From the index alone: texts are loaded when shown.
 */
export async function findPages(
  engine: Engine,
  asked: ParsedQuery,
  names: Names,
  language: string,
): Promise<SearchAnswer> {
  const { groups, excluded } = asked
  const runs = await readNames(groups, names)
  const withAll = await namesWithAll(groups, names)
  const named = new Set(runs.flatMap((run) => Array.from({ length: run.length }, (_, step) => run.at + step)))
  const places = await Promise.all(
    groups.map((group, at) =>
      Promise.all(group.map((term) => findTerm(engine, term, language, !named.has(at) && withAll.length === 0))),
    ),
  )
  const literal = places.map((of): GroupPlaces => ({ pages: unite(of.map(({ pages }) => pages)), names: [] }))
  const otherwise = runs.filter((run) => isSaidOtherwise(run, groups))
  const readings = [literal, ...(otherwise.length > 0 ? [await readWithNames(engine, literal, otherwise)] : [])]
  const without = await Promise.all(excluded.map((term) => findTerm(engine, term, language, false)))
  const pages = pickPages(readings, leaveOut(without.map(({ pages: of }) => of)), engine.catalogue)
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
function isSaidOtherwise({ at, length, names }: NamedRun, groups: ParsedQuery['groups']): boolean {
  const words = groups.slice(at, at + length).flatMap(([term]) => term!.words)
  const lacksWord = (wording: string) => words.some((word) => !foldText(wording).split(' ').includes(word))
  return names.some(
    ({ isCalledOtherwise, wordings, printed }) => isCalledOtherwise || wordings.slice(0, printed).some(lacksWord),
  )
}

async function readWithNames(
  engine: Engine,
  literal: readonly GroupPlaces[],
  runs: readonly NamedRun[],
): Promise<GroupPlaces[]> {
  const wanted: GroupPlaces[] = []
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
function leaveOut(excluded: readonly HitsByPage[]): ReadonlySet<number> {
  const isText = (place: number) => {
    const { part, isLeftOut } = readPlace(place)
    return part > 0 && !isLeftOut
  }
  const hits = excluded.flatMap((one) => [...one])
  return new Set(hits.flatMap(([number, { spans }]) => (spans.some(([at]) => isText(at)) ? [number] : [])))
}

function pickPages(
  readings: readonly (readonly GroupPlaces[])[],
  out: ReadonlySet<number>,
  catalogue: Catalogue,
): FoundPage[] {
  const hits = new Map(readings.flatMap((wanted) => wanted.flatMap((one) => [...one.pages])))
  const found = [...hits]
    .filter(([number]) => !out.has(number))
    .map(([number, { facts }]) => findInPage(number, rowOf(catalogue, number, facts), readings))
  const whole = found.filter(({ holds }) => holds !== 'partly')
  if (whole.length > 0) return whole
  const most = Math.max(LEAST_SHARE, ...found.map(({ share }) => share))
  return found.filter(({ share }) => share === most)
}

/** Every page, as an answer to filters without words. */
export const listPages = async ({ catalogue, pages }: Engine): Promise<FoundPage[]> =>
  (await pages()).map((facts, number) => ({
    number,
    row: rowOf(catalogue, number, facts),
    score: 0,
    holds: 'together',
    share: 1,
    isLiteral: true,
    exact: 0,
    parts: [],
  }))
