import { z } from 'zod'
import { correction } from './correction.ts'
import { partialDate } from './date.ts'

/** How much of a source's text the dossier may show. */
export const rights = z.enum(['full', 'excerpt', 'citation'])
export type Rights = z.infer<typeof rights>

/** How a seed stands to the text it was taken from; `digest` when it retells an original in other words. */
export const sourceForm = z.enum(['original', 'digest', 'translation', 'excerpt'])

const lines = z.object({
  /** First and last line of the block in the seed file, counted from 1. */
  from: z.int().positive(),
  to: z.int().positive().optional(),
  /** The first words of the block, as a guard: the correction is refused when they are not there. */
  text: z.string(),
})

/** What a person says about one article. */
const articleSidecar = z.strictObject({
  /** The headline, when the text has none or a wrong one is found. */
  headline: z.string().optional(),
  publisher: z.string().optional(),
  authors: z.array(z.string()).optional(),
  /** Day of publication. */
  date: partialDate.optional(),
  /** Address of the original. */
  url: z.url({ protocol: /^https?$/ }).optional(),
  /** Day on which the clipping was taken. */
  accessed: partialDate.optional(),
  /** How the file's bytes are to be read when they are no UTF-8 and do not say it themselves: `iso-8859-2`. */
  encoding: z.string().optional(),
  /** BCP 47 tag. */
  language: z.string().optional(),
  rights: rights.optional(),
  /** A sentence shown with the source, as "Digest written for this dossier; the original is …". */
  note: z.string().optional(),
  form: sourceForm.optional(),
  /** Blocks that cleaning set aside and that belong to the text. */
  keep: z.array(lines).optional(),
  /** Blocks that cleaning kept and that do not belong to the text. */
  drop: z.array(lines).optional(),
  /** What the rules say wrongly of the text. */
  corrections: z.array(correction).optional(),
})

/**
 * What a person says about one seed, in `seeds/articles/NAME.yml` beside it:
 * metadata that the text does not state, rights, and corrections of the cleaning.
 */
export const sidecar = articleSidecar.extend({
  /** For a file that holds several articles: what holds for one of them, by its address within the file. */
  articles: z.record(z.string(), articleSidecar).optional(),
})
export type Sidecar = z.infer<typeof sidecar>
