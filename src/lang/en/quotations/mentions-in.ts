import type { Mention } from '../../../model/mention.ts'
import type { Span } from '../../../model/passage.ts'
import { indexRanges } from '../../../text/ranges.ts'

/** The names that share characters with a span, in their order. */
export type MentionsIn = (span: Span) => readonly Mention[]

/** Indexes the names of a source by place. */
export function indexMentions(mentions: readonly Mention[]): MentionsIn {
  const passages = new Map(
    [...Map.groupBy(mentions, ({ span }) => span.passage)].map(([passage, held]) => [
      passage,
      indexRanges(held, ({ span }) => span),
    ]),
  )
  return (span) => passages.get(span.passage)?.(span) ?? []
}
