import type { PermalinkRecord } from '../../model/permalink.ts'
import type { Reported } from '../../model/problem.ts'
import type { Source } from '../../model/source.ts'
import type { Tombstone } from '../../model/register.ts'
import { findTakenDown } from './find-taken-down.ts'
import type { EarlierCaptures } from './join-captures.ts'
import { joinCaptures } from './join-captures.ts'

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
