import { z } from 'zod'

/** A half-open range `[start, end)` of a text, in UTF-16 code units. */
export const range = z.object({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
})
export type Range = z.infer<typeof range>

/**
 * A range over the text of one passage of one source (UTF-16 code units of `Passage.text`).
 *
 * `passage` is the passage's ordinal within its source: 0 is the headline, the body starts at 1.
 */
export const span = range.extend({ passage: z.int().nonnegative() })
export type Span = z.infer<typeof span>

/** A span with the path of its seed, for statements that join several sources. */
export const spanInFile = span.extend({ file: z.string() })
export type SpanInFile = z.infer<typeof spanInFile>

/**
 * A run of the seed's decoded text that is part of a passage. `start` and `end` are offsets into the decoded text,
 * `at` is the offset of the run in the passage's text; all in UTF-16 code units. Each code unit of a run is copied,
 * except that a no-break space or another space character may become a plain space, and the "&" of an entity such as
 * "&quot;" the character it encodes. Between two runs of a passage is either nothing (a soft hyphen was removed) or
 * one space (a broken line was joined).
 */
export const segment = range.extend({ at: z.int().nonnegative() })
export type Segment = z.infer<typeof segment>

/** A paragraph of the source as it is shown and cited. Its text never changes after cleaning. */
export const passage = z.object({
  /** 0 for the headline, then 1, 2, 3 … in reading order: "¶ 3". Never an address. */
  ordinal: z.int().nonnegative(),
  /** A `key-point` is a summary point that the publisher set above the text: no part of it, and yet the publisher's words. */
  kind: z.enum(['headline', 'heading', 'paragraph', 'key-point']),
  text: z.string(),
  segments: z.array(segment).min(1),
})
export type Passage = z.infer<typeof passage>
export type PassageKind = Passage['kind']

/** True for the text itself: no headline, no summary point. */
export function isBody({ kind }: Pick<Passage, 'kind'>): boolean {
  return kind === 'paragraph' || kind === 'heading'
}
