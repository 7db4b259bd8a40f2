import { z } from 'zod'

/** A half-open range `[start, end)`, in UTF-16 code units of whatever text the holder names. */
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

/** A span together with the seed file it lies in, for statements that join several sources. */
export const spanInFile = span.extend({ file: z.string() })
export type SpanInFile = z.infer<typeof spanInFile>
