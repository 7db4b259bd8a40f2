import type { PagePermalink, PassagePermalink } from '../../model/permalink.ts'
import type { Source } from '../../model/source.ts'
import { alignPassages } from './align/align-passages.ts'
import { alignableFromLine, alignableFromText } from './align/alignable.ts'
import { isStanding } from './carry-passages.ts'

/** Share of the longer text's passages that must have a partner in the other; under the same headline one will do. */
const LEAST = 0.5

/**
 * Recognises edited sources whose bytes, address and headline all changed by their text. What is alike to two, or
 * states another address of its original, is not recognised.
 *
 * @param sources those of this build that nothing else recognised
 * @param lost lines of sources whose seed is gone
 * @param passages lines of the record by source id
 * @returns the line of each source that was recognised, by file
 */
export function recogniseTexts(
  sources: readonly Source[],
  lost: readonly PagePermalink[],
  passages: ReadonlyMap<string, readonly PassagePermalink[]>,
): Map<string, PagePermalink> {
  const pairs = lost.flatMap((line) =>
    sources
      .filter((source) => !contradicts(source, line) && isAlike(source, line, passages.get(line.id) ?? []))
      .map((source) => ({ line, source })),
  )
  const unique = pairs.filter(({ line, source }) =>
    pairs.every((other) => (other.line === line) === (other.source === source)),
  )
  return new Map(unique.map(({ line, source }) => [source.file, line]))
}

function contradicts({ metadata: { url } }: Source, { seen }: PagePermalink): boolean {
  const stated = seen.find((mark) => mark.startsWith('url:'))
  return stated !== undefined && url !== undefined && stated !== `url:${url.value}`
}

function isAlike(
  { passages, metadata: { headline } }: Source,
  { seen }: PagePermalink,
  lines: readonly PassagePermalink[],
): boolean {
  const before = lines.filter(isStanding)
  if (before.length === 0) return false
  const { toNow } = alignPassages(
    before.map(alignableFromLine),
    passages.map(({ text }) => alignableFromText(text)),
  )
  const isSameTitle = headline !== undefined && seen.includes(`title:${headline.value}`)
  return toNow.size >= (isSameTitle ? 1 : LEAST * Math.max(before.length, passages.length))
}
