import { z } from 'zod'
import { amount } from './amount.ts'
import { dateMention } from './date.ts'
import { mention } from './mention.ts'
import { quotationMention } from './quotation.ts'

/** Everything stage 3 found in one source. Spans lie in that source's passages. Sorted by passage, start, longer first. */
export const findings = z.object({
  file: z.string(),
  mentions: z.array(mention),
  dates: z.array(dateMention),
  quotations: z.array(quotationMention),
  amounts: z.array(amount),
})
export type Findings = z.infer<typeof findings>
