import type { PagePermalink, PermalinkRecord } from '../../model/permalink.ts'
import type { Reported } from '../../model/problem.ts'
import type { Tombstone } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'
import type { EarlierCaptures } from './carry-captures.ts'
import { joinCaptures } from './carry-captures.ts'
import { seenOfSource } from './page-marks.ts'
import { recogniseTexts } from './recognise.ts'
import { splitRecord } from './record-file.ts'
import { isAbout } from './retire-pages.ts'

/** What of the seeds is published as a source, and what only as an earlier text of one. */
export interface PresentSources<T> {
  readonly present: readonly T[]
  readonly captures: EarlierCaptures
}

/** Leaves out what a person took down, and keeps one source of several clippings of the same article. */
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
 * Finds the sources that a person took down while their seeds are still there: one entry of the tombstones is enough,
 * and nothing of such a seed may be read any further. A seed that was edited since is known by its address or its text.
 *
 * @returns files of the sources that may not be published
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

/** All but the title, which others may bear; the second of two files of the same bytes has the mark of the first. */
function sureMarks(seen: readonly string[]): string[] {
  return seen.filter((mark) => !mark.startsWith('title:')).map((mark) => mark.replace(/ copy \d+$/, ''))
}
