import type { Dossier } from '../../model/dossier.ts'
import type { SpanInFile } from '../../model/passage.ts'
import type { PagePermalink, PassagePermalink } from '../../model/permalink.ts'
import { passageKey } from '../../model/permalink.ts'
import { locateQuote } from '../../text/locate-quote.ts'
import type { PageEvidence } from './carry-pages.ts'
import type { Addressables } from './list-addressables.ts'
import { listAddressables } from './list-addressables.ts'
import { levelsOf } from './page-marks.ts'
import { matchByMarks } from './recognise.ts'

type Statements = 'quotations' | 'datedEvents' | 'figures'

/**
 * Recognises the statements of an edited source by the words that stood at the same place in the last build.
 *
 * @param ids ids of the passages of this build
 * @param passages passages on record, by id
 * @returns for each sort of statement, what finds the lines of those that their own words did not find
 */
export function recogniseChanged(
  dossier: Dossier,
  ids: ReadonlyMap<string, string>,
  passages: ReadonlyMap<string, PassagePermalink>,
): (statements: Statements) => NonNullable<PageEvidence['lookCloser']> {
  let listed: Addressables | undefined
  return (statements) => (keys, lost) => {
    if (keys.size === 0 || lost.length === 0) return new Map()
    listed ??= listAddressables(dossier, findFormerWords(dossier, ids, passages))
    return matchByMarks<PagePermalink, string>(
      lost.map((line) => ({ addressable: line, marks: levelsOf(line.seen, line.type, 'before') })),
      listed[statements]
        .filter(({ key }) => keys.has(key))
        .map(({ key, seen, type }) => ({ addressable: key, marks: levelsOf(seen, type, 'now') })),
    )
  }
}

/** Finds the words of the last build in the place of current ones; undefined if nothing or everything changed. */
function findFormerWords(
  { sources }: Dossier,
  ids: ReadonlyMap<string, string>,
  onRecord: ReadonlyMap<string, PassagePermalink>,
): (at: SpanInFile) => string | undefined {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  return (at) => {
    const now = byFile.get(at.file)?.passages.find(({ ordinal }) => ordinal === at.passage)?.text
    const former = onRecord.get(ids.get(passageKey(at.file, at.passage)) ?? '')?.text
    if (now === undefined || former === undefined || former === now) return undefined
    const quote = { prefix: now.slice(0, at.start), exact: now.slice(at.start, at.end), suffix: now.slice(at.end) }
    const search = locateQuote([{ ordinal: 0, text: former }], quote)
    return 'at' in search ? former.slice(search.at.start, search.at.end) : undefined
  }
}
