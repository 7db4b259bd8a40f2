import { z } from 'zod'
import { correction, statedMetadata } from './correction.ts'
import { partialDate } from './date.ts'

/** How much of a source's text the dossier may show. */
export const rights = z.enum(['full', 'excerpt', 'citation'])
export type Rights = z.infer<typeof rights>

/** How a seed stands to the text it was taken from; `digest` when it retells an original in other words. */
export const sourceForm = z.enum(['original', 'digest', 'translation', 'excerpt'])

const lines = z
  .array(
    z.object({
      from: z.int().positive().describe('First line of the block in the file, counted from 1.'),
      to: z.int().positive().optional().describe('Last line of the block, where it is not the first.'),
      text: z.string().describe('First words of the block: where they do not stand there, nothing is done.'),
    }),
  )
  .optional()

/** What a person says about one article. */
const articleSidecar = z.strictObject({
  headline: statedMetadata.headline.optional(),
  publisher: statedMetadata.publisher.optional(),
  authors: statedMetadata.authors.optional(),
  date: statedMetadata.date.optional(),
  url: statedMetadata.url.optional(),
  accessed: partialDate.optional().describe('Day on which the clipping was taken.'),
  encoding: z
    .string()
    .optional()
    .describe('Encoding of a file that is no UTF-8 and does not say what it is: `iso-8859-2`.'),
  language: z.string().optional().describe('Language of the text, as a BCP 47 tag: `en`.'),
  rights: rights
    .optional()
    .describe('How much of the text is shown: `full`, `excerpt` (its first sentences), `citation` (nothing).'),
  note: z.string().optional().describe('A sentence that is shown with the source.'),
  form: sourceForm.optional().describe('How the file stands to the text it was taken from.'),
  keep: lines.describe('Old form of corrections of kind `line`; `dossier migrate` rewrites it.'),
  drop: lines.describe('Old form of corrections of kind `line`; `dossier migrate` rewrites it.'),
  corrections: z.array(correction).optional().describe('What the rules say wrongly of the article.'),
})

/**
 * What a person says about one seed, in `seeds/articles/NAME.yml` beside it:
 * metadata that the text does not state, rights, and corrections of the cleaning.
 */
export const sidecar = articleSidecar.extend({
  articles: z
    .record(z.string(), articleSidecar)
    .optional()
    .describe('For a file of several articles: what holds for one of them, by its address within the file.'),
})
export type Sidecar = z.infer<typeof sidecar>
