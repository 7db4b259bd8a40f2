import type { PagePermalink, PermalinkRecord } from '../../model/permalink.ts'
import type { Source } from '../../model/source.ts'
import type { Tombstone } from '../../model/register.ts'
import { seenOfSource } from './page-marks.ts'
import { recogniseTexts } from './recognise-texts.ts'
import { isAbout } from './retire-pages.ts'
import { splitRecord } from './split-record.ts'

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
