import type { PagePermalink, PassagePermalink, PermalinkRecord } from '../../model/permalink.ts'
import type { Problem, Reported } from '../../model/problem.ts'
import type { Tombstone } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'
import type { SourceVersion } from '../../model/entry.ts'
import { alignPassages } from './align/align-passages.ts'
import { alignableFromText } from './align/alignable.ts'
import type { CarriedSource } from './carry-source.ts'
import { carrySource, hashPassages } from './carry-source.ts'
import { seenOfSource } from './page-marks.ts'
import { recogniseTexts } from './recognise.ts'
import { splitRecord } from './record-file.ts'
import { isAbout } from './retire-pages.ts'

/** Seeds that are published as a source, and those that are only an earlier text of one. */
export interface PresentSources<T> {
  readonly present: readonly T[]
  readonly captures: EarlierCaptures
}

/** Leaves out what a person took down, and makes one source of several clippings of the same article. */
export function choosePresent<T extends { readonly source: Source }>(
  analysed: readonly T[],
  record: PermalinkRecord,
  tombstones: readonly Tombstone[],
): Reported<PresentSources<T>> {
  const down = findTakenDown(
    analysed.map(({ source }) => source),
    record,
    tombstones,
  )
  const standing = analysed.filter(({ source }) => !down.has(source.file))
  const { value: captures, problems } = joinCaptures(standing.map(({ source }) => source))
  const earlier = new Set([...captures.values()].flat())
  return { value: { present: standing.filter(({ source }) => !earlier.has(source)), captures }, problems }
}

/**
 * Finds the sources that an editor took down while their seeds are still there: one tombstone is enough,
 * and such a seed must not be read further. A seed that was edited since is recognised by its address or its text.
 *
 * @returns files of the sources that must not be published
 */
export function findTakenDown(
  sources: readonly Source[],
  record: PermalinkRecord,
  tombstones: readonly Tombstone[],
): ReadonlySet<string> {
  const { pages, passages } = splitRecord(record)
  const sourcePages = pages.filter(({ type }) => type === 'source')
  const down = sourcePages.filter((line) => tombstones.some((tombstone) => isAbout(tombstone, line)))
  const standing = marksOf(sourcePages.filter((line) => line.state === 'live' && !down.includes(line)))
  const gone = marksOf(down)
  const has = (marks: ReadonlySet<string>) => (source: Source) =>
    sureMarks(seenOfSource(source)).some((mark) => marks.has(mark))
  const unknown = sources.filter((source) => !has(standing)(source) && !has(gone)(source))
  return new Set([
    ...sources.filter(has(gone)).map(({ file }) => file),
    ...recogniseTexts(unknown, down, passages).keys(),
  ])
}

function marksOf(lines: readonly PagePermalink[]): Set<string> {
  return new Set(lines.flatMap(({ seen }) => sureMarks(seen)))
}

/**
 * All marks but the title, which is not unique; the second of two files with the same bytes has the mark of the
 * first.
 */
function sureMarks(seen: readonly string[]): string[] {
  return seen.filter((mark) => !mark.startsWith('title:')).map((mark) => mark.replace(/ copy \d+$/, ''))
}

/** A source's lines after a build, and the texts that stood before its present one. */
export interface CarriedCaptures extends Omit<CarriedSource, 'earlier'> {
  readonly earlier: readonly SourceVersion[]
}

/**
 * Carries one source over its captures, the oldest first, as if each had been published in turn. A capture that is a
 * version on record already, or that came to light after a later one was published, is passed over.
 *
 * @param captures earlier captures of the source, from `joinCaptures`
 */
export function carryCaptures(
  source: Source,
  captures: readonly Source[],
  page: PagePermalink,
  lines: readonly PassagePermalink[],
  taken: Set<string>,
): CarriedCaptures {
  const known = page.versions ?? []
  const isPublished = known.includes(hashPassages(source.passages))
  const texts = [...captures.filter(({ passages }) => !isPublished && !known.includes(hashPassages(passages))), source]
  const earlier: SourceVersion[] = []
  let carried: CarriedSource = { page, passages: lines }
  for (const [at, text] of texts.entries()) {
    carried = carrySource(text, carried.page, carried.passages, taken)
    const accessed = texts[at - 1]?.sidecar.accessed
    if (carried.earlier) earlier.push({ ...carried.earlier, ...(accessed && { accessed }) })
  }
  return { page: carried.page, passages: carried.passages, earlier }
}

/** Share of the shorter text's passages that must have a partner where only publisher, day and headline are the same. */
const LEAST = 0.5

/** Earlier captures of a source, the oldest first, by the file of the one whose text is present. */
export type EarlierCaptures = ReadonlyMap<string, readonly Source[]>

/**
 * Joins clippings of one article: the same address of the original, or the same publisher, day and headline over a
 * text that is alike. The capture taken last is the source; those before it are versions of its text. Where the
 * sidecars do not say which was taken when, they stay apart, with a warning.
 */
export function joinCaptures(sources: readonly Source[]): Reported<EarlierCaptures> {
  const groups = [...Map.groupBy(sources, originalOf)].filter(
    ([original, captures]) => original !== undefined && isOneArticle(captures),
  )
  const isDated = (captures: readonly Source[]) =>
    new Set(captures.map(({ sidecar }) => sidecar.accessed)).size === captures.length &&
    captures.every(({ sidecar }) => sidecar.accessed)
  const inOrder = groups
    .filter(([, captures]) => isDated(captures))
    .map(([, captures]) => captures.toSorted((a, b) => (a.sidecar.accessed! < b.sidecar.accessed! ? -1 : 1)))
  return {
    value: new Map(inOrder.map((captures) => [captures.at(-1)!.file, captures.slice(0, -1)])),
    problems: groups.filter(([, captures]) => !isDated(captures)).map(([, captures]) => reportUndated(captures)),
  }
}

/** The mark of the original that a clipping was taken of. */
function originalOf(source: Source): string | undefined {
  const seen = seenOfSource(source)
  return seen.find((mark) => mark.startsWith('url:')) ?? seen.find((mark) => mark.startsWith('cited:'))
}

function isOneArticle([first, ...others]: readonly Source[]): boolean {
  if (!first || others.length === 0) return false
  return first.metadata.url !== undefined || others.every((other) => isAlike(first, other))
}

function isAlike(a: Source, b: Source): boolean {
  const texts = ({ passages }: Source) => passages.map(({ text }) => alignableFromText(text))
  return alignPassages(texts(a), texts(b)).toNow.size >= LEAST * Math.min(a.passages.length, b.passages.length)
}

function reportUndated(captures: readonly Source[]): Problem {
  const [first, ...others] = captures.map(({ file }) => file)
  return {
    file: first!,
    severity: 'warning',
    rule: 'address/captured-twice',
    reason: `Unexpected second clipping of the same article, in ${others.join(', ')}; they are counted as ${captures.length} sources`,
    hint: 'Say in the sidecar of each when it was taken, and they become versions of one source:\naccessed: "YYYY-MM-DD"',
  }
}
