import { splitWords } from '../../lang/words.ts'
import type { Coverage, CoverageRow, OriginGroup, OriginLink, Scope } from '../../model/comparison.ts'
import type { Findings, Relations } from '../../model/dossier.ts'
import type { Source } from '../../model/source.ts'
import { parseDay } from '../../text/calendar.ts'
import { compare } from '../../text/compare.ts'
import { orderSources, publishedOn } from '../../text/sources.ts'
import { decideOrigins } from './decided/decide-comparisons.ts'
import { openDecisions } from './decided/decisions.ts'
import { comparisonOf } from './sentences.ts'
import { findSharedWording } from './origins/find-shared-wording.ts'
import type { Stories } from './stories/group-stories.ts'

const NO_DECISIONS = openDecisions([], [])

/**
 * Groups sources that go back to one origin: they share running text, or report one story and
 * credit the same agency. Their number is
 * the maximum of independent sources; sources in two groups may still depend on one another.
 *
 * @param sources cleaned sources
 * @param findings what stage 3 found in them, for quotations
 * @param stories the story of each source
 * @param decisions what a person decided between sources
 * @returns groups by their first source's date, a source without links in a group of its own
 */
export function relateOrigins(
  sources: readonly Source[],
  findings: readonly Findings[],
  stories: Stories,
  decisions = NO_DECISIONS,
): OriginGroup[] {
  const place = orderSources(sources)
  const inOrder = [...sources].sort((a, b) => place.get(a.file)! - place.get(b.file)!)
  const links = decideOrigins(
    [...findSharedWording(inOrder, findings, stories), ...findSharedCredits(inOrder, stories)],
    inOrder,
    decisions,
  )
  const roots = groupLinked(links)
  const linksOf = Map.groupBy(links, ({ files }) => roots.get(files[0])!)
  const grouped = Map.groupBy(inOrder, ({ file }) => roots.get(file) ?? file)
  return [...grouped].map(([root, held]) => composeGroup(held, linksOf.get(root) ?? []))
}

function composeGroup(held: readonly Source[], links: readonly OriginLink[]): OriginGroup {
  const names = held.flatMap(({ metadata }) => metadata.credits?.value ?? [])
  return { files: held.map(({ file }) => file), credited: [...new Set(names)].sort(compare), links: [...links] }
}

/** One source's credit of an agency or paper. */
interface Credit {
  readonly file: string
  readonly name: string
  /** The name without words that say what an outlet is, not which: "Vale Press news agency" is "vale press". */
  readonly key: string
  readonly how: string
  readonly day: number | undefined
}

/** Days between two reports of one origin. */
const FRESH = 3

/**
 * Finds sources that credit the same agency or paper, or that are the paper which another credits.
 *
 * @param sources in the order in which they are to be read
 * @param stories the story of each source: an agency reports more than one story
 * @returns one link from each source to the first that has the same credit, so that a group of n has n - 1
 */
function findSharedCredits(sources: readonly Source[], stories: Stories): OriginLink[] {
  const credits = sources.flatMap(collectCredits)
  const byStory = Map.groupBy(credits, ({ key, file }) => `${key} ${stories.get(file)}`)
  return [...byStory.values()].flatMap(([first, ...others]) => {
    const seen = new Set([first!.file])
    return others.flatMap((other) => {
      if (other.key === '' || seen.has(other.file) || isLater(first!, other)) return []
      seen.add(other.file)
      return [linkCredits(first!, other)]
    })
  })
}

function linkCredits(first: Credit, other: Credit): OriginLink {
  return {
    rule: 'origin/shared-credit',
    reason: `One ${first.how} ${first.name}, the other ${other.how} ${other.name}.`,
    files: [first.file, other.file],
    passages: [],
  }
}

function collectCredits(source: Source): Credit[] {
  const { file, metadata } = source
  const day = parseDay(metadata.date?.value ?? '')
  const credit = (name: string, how: string) => ({ file, name, key: keyOf(name, source), how, day })
  const published = metadata.publisher ? [credit(metadata.publisher.value, 'is published by')] : []
  return [...published, ...(metadata.credits?.value ?? []).map((name) => credit(name, 'credits'))]
}

/** Both days are known and too far apart for one report. */
function isLater({ day: a }: Credit, { day: b }: Credit): boolean {
  return a !== undefined && b !== undefined && Math.abs(a - b) > FRESH
}

function keyOf(name: string, source: Source): string {
  const generic = comparisonOf(source)?.outletWords
  return splitWords(name)
    .map(({ key }) => key)
    .filter((key) => !generic?.has(key))
    .join(' ')
}

/**
 * Counts the origins of some sources by their links: linked sources count once.
 *
 * @param links every link of the dossier
 * @returns a function from files to the number of groups they form
 */
function originCounter(links: readonly OriginLink[]): (files: Iterable<string>) => number {
  const groups = groupLinked(links)
  return (files) => new Set([...files].map((file) => groups.get(file) ?? file)).size
}

/** The first file of the group that each linked file belongs to (union by the smaller root, with path halving). */
function groupLinked(links: readonly OriginLink[]): Map<string, string> {
  const parents = new Map<string, string>()
  for (const { files } of links) {
    const [a, b] = [findRoot(parents, files[0]), findRoot(parents, files[1])]
    if (a !== b) parents.set(a < b ? b : a, a < b ? a : b)
  }
  return new Map([...new Set(links.flatMap(({ files }) => files))].map((file) => [file, findRoot(parents, file)]))
}

function findRoot(parents: Map<string, string>, file: string): string {
  let at = file
  for (let next = parents.get(at); next !== undefined; next = parents.get(at)) {
    const beyond = parents.get(next)
    if (beyond !== undefined) parents.set(at, beyond)
    at = next
  }
  return at
}

/** The relations that coverage is counted from. */
type Related = Pick<Relations, 'entityRelations' | 'datedEvents' | 'quotations' | 'figures' | 'origins'>

/**
 * Counts coverage: source by entity and source by dated event, with the scope of both.
 *
 * @param sources cleaned sources
 * @param related what the sources say side by side, and which of them share an origin
 */
export function relateCoverage(
  sources: readonly Source[],
  { entityRelations, datedEvents, quotations, figures, origins }: Related,
): Coverage {
  const place = orderSources(sources)
  const count = originCounter(origins.flatMap(({ links }) => links))
  const alone = shareCells()
  const row = (key: string, files: readonly string[]): CoverageRow => countCells(key, files, { place, count, alone })
  const mentioned = entityRelations.filter(({ backlinks }) => backlinks.length > 0)
  const entityRows = mentioned.map(({ entity, backlinks }) =>
    row(
      entity,
      backlinks.map(({ sentence }) => sentence.file),
    ),
  )
  return {
    scope: readScope(sources, origins.length),
    files: [...place.keys()].sort((a, b) => place.get(a)! - place.get(b)!),
    entities: entityRows.sort(
      (a, b) => b.cells.length - a.cells.length || total(b) - total(a) || compare(a.key, b.key),
    ),
    datedEvents: datedEvents.map(({ key, reports }) =>
      row(
        key,
        reports.map(({ sentence }) => sentence.file),
      ),
    ),
    quotations: quotations.map(({ key, occurrences }) =>
      row(
        key,
        occurrences.map(({ at }) => at[0]!.file),
      ),
    ),
    figures: figures.map(({ key, rows }) =>
      row(
        key,
        rows.map(({ at }) => at.file),
      ),
    ),
  }
}

/** How rows are counted. */
interface Counting {
  readonly place: ReadonlyMap<string, number>
  readonly count: (files: Iterable<string>) => number
  readonly alone: (file: string, count: number) => CoverageRow['cells']
}

function countCells(key: string, files: readonly string[], { place, count, alone }: Counting): CoverageRow {
  const byFile = [...Map.groupBy(files, (file) => file)].sort(([a], [b]) => place.get(a)! - place.get(b)!)
  const cells =
    byFile.length === 1 ? alone(files[0]!, files.length) : byFile.map(([file, held]) => ({ file, count: held.length }))
  return { key, cells, origins: count(files) }
}

/** Most things have one source, and their rows are the same list: a large dossier has a million of them. */
function shareCells(): Counting['alone'] {
  const byFile = new Map<string, CoverageRow['cells'][]>()
  return (file, count) => {
    const held = byFile.get(file) ?? []
    byFile.set(file, held)
    return (held[count] ??= [{ file, count }])
  }
}

function total({ cells }: CoverageRow): number {
  return cells.reduce((sum, { count }) => sum + count, 0)
}

function readScope(sources: readonly Source[], origins: number): Scope {
  const dates = sources.flatMap((source) => publishedOn(source) ?? []).sort(compare)
  const [from, to] = [dates[0], dates.at(-1)]
  return {
    sources: sources.length,
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    undated: sources.length - dates.length,
    withheld: sources.filter(({ rights }) => rights !== 'full').length,
    origins,
  }
}
