import type { PagePermalink, PassagePermalink, PermalinkRecord } from '../../model/permalink.ts'
import { isPassagePermalink } from '../../model/permalink.ts'

/** The two kinds of lines of a record, each in its order. */
export interface SplitRecord {
  readonly pages: readonly PagePermalink[]
  /** Lines of passages by the id of their source. */
  readonly passages: ReadonlyMap<string, readonly PassagePermalink[]>
}

/** Tells pages from passages. */
export function splitRecord(record: PermalinkRecord): SplitRecord {
  return {
    pages: record.flatMap((line) => (isPassagePermalink(line) ? [] : [line])),
    passages: Map.groupBy(record.filter(isPassagePermalink), ({ source }) => source),
  }
}
