import type { PagePermalink, PassagePermalink } from '../../model/permalink.ts'
import type { Source } from '../../model/source.ts'
import { alignPassages } from './align/align-passages.ts'
import { alignableFromLine, alignableFromText } from './align/alignable.ts'
import { isStanding } from './carry-passages.ts'

/** An item with its marks by level, the surest level first. */
export interface Marked<T> {
  readonly addressable: T
  readonly marks: readonly (readonly string[])[]
}

/**
 * Matches items of an earlier build with those of this one, one to one. A level counts only where a mark belongs to exactly
 * one item on each side that no surer level has claimed: what two could claim goes to neither.
 *
 * @param before items on record
 * @param now items of this build
 * @returns for each item of this build that was matched, the one on record
 */
export function matchByMarks<B, N>(before: readonly Marked<B>[], now: readonly Marked<N>[]): Map<N, B> {
  const found = new Map<N, B>()
  if (before.length === 0) return found
  const claimed = new Set<B>()
  const levels = Math.max(0, ...now.map(({ marks }) => marks.length))
  for (let level = 0; level < levels; level += 1) {
    const holders = indexMarks(before, level, (addressable) => claimed.has(addressable))
    const seekers = indexMarks(now, level, (addressable) => found.has(addressable))
    for (const [one, other] of pairUnique(holders, seekers)) {
      found.set(other, one)
      claimed.add(one)
    }
  }
  return found
}

/** Items by mark, without those that are claimed. */
function indexMarks<T>(
  addressables: readonly Marked<T>[],
  level: number,
  isClaimed: (addressable: T) => boolean,
): Map<string, Set<T>> {
  const index = new Map<string, Set<T>>()
  for (const { addressable, marks } of addressables) {
    if (isClaimed(addressable)) continue
    for (const mark of marks[level] ?? []) index.set(mark, (index.get(mark) ?? new Set()).add(addressable))
  }
  return index
}

function pairUnique<B, N>(holders: Map<string, Set<B>>, seekers: Map<string, Set<N>>): [B, N][] {
  const wanted = new Map<N, Set<B>>()
  for (const [mark, now] of seekers) {
    const before = holders.get(mark)
    if (before?.size !== 1 || now.size !== 1) continue
    const [seeker] = now
    for (const holder of before) wanted.set(seeker!, (wanted.get(seeker!) ?? new Set()).add(holder))
  }
  const pairs = [...wanted]
    .filter(([, before]) => before.size === 1)
    .map(([now, before]): [B, N] => [[...before][0]!, now])
  const claims = new Map<B, number>()
  for (const [before] of pairs) claims.set(before, (claims.get(before) ?? 0) + 1)
  return pairs.filter(([before]) => claims.get(before) === 1)
}

/** Share of the longer text's passages that must have a partner in the other; under the same headline one will do. */
const LEAST = 0.5

/**
 * Recognises edited sources by their text if bytes, address and headline all changed. A source that is similar to
 * two, or
 * states another original address, is not recognised.
 *
 * @param sources sources of this build that nothing else recognised
 * @param lost lines of sources whose seed is gone
 * @param passages lines of the record by source id
 * @returns the line of each recognised source
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
