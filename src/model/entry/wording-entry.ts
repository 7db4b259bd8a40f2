import { z } from 'zod'
import { wordingRow, wordingUse } from '../label.ts'
import { pageId, passageReference } from './reference.ts'

/** A wording with its uses in each source: a row of the table of source by wording. */
export const wordingEntry = z.object({
  wording: z.string(),
  form: wordingRow.shape.form,
  sources: z.array(
    z.object({
      source: pageId,
      uses: z.array(passageReference.extend({ words: z.string(), voice: wordingUse.shape.voice })).min(1),
    }),
  ),
})
export type WordingEntry = z.infer<typeof wordingEntry>
