import { z } from 'zod'
import { dateMention } from './date.ts'
import { spanInFile } from './span.ts'

/** One passage's telling of a dated happening. */
export const telling = z.object({
  /** The sentence that tells it. */
  sentence: spanInFile,
  /** The date's own words. */
  date: spanInFile,
  /** `plan` when the sentence speaks of the future or of a schedule as seen from its source. */
  mode: z.enum(['reported', 'plan', 'denied']),
})
export type Telling = z.infer<typeof telling>

/** Something that the sources date: the unit of the timeline. Made by stage 5. */
export const happening = z.object({
  key: z.string(),
  /** First and last day it can have been on; an absent bound is open. At least one is present. */
  lo: z.string().optional(),
  hi: z.string().optional(),
  edtf: z.string().optional(),
  precision: dateMention.shape.precision,
  certainty: dateMention.shape.certainty,
  /** What is shown as its text: the sentence of the first telling. */
  summary: z.string(),
  /** Keys of the entities its sentences name. */
  entities: z.array(z.string()),
  tellings: z.array(telling).min(1),
  /** Rule and evidence for joining tellings of several sources. */
  joined: z.array(z.object({ rule: z.string(), reason: z.string() })),
  /** Keys of happenings that may be the same; shown, never merged. */
  possiblySame: z.array(z.object({ key: z.string(), reason: z.string() })),
})
export type Happening = z.infer<typeof happening>
