import { z } from 'zod'
import { dateMention } from './date.ts'
import { edit } from './evidence.ts'
import { amount } from './figure.ts'
import { mention, role } from './mention.ts'
import { quotationMention } from './quotation.ts'

/** Everything stage 3 found in one source. Spans lie in that source's passages. Sorted by passage, start, longer first. */
export const findings = z.object({
  file: z.string(),
  mentions: z.array(mention),
  dates: z.array(dateMention),
  quotations: z.array(quotationMention),
  amounts: z.array(amount),
  /** What persons are, by the text's own words. */
  roles: z.array(role),
  /** What a person corrected, by passage and place. */
  edits: z.array(edit).optional(),
})
export type Findings = z.infer<typeof findings>
