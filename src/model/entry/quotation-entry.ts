import { z } from 'zod'
import { certainty } from '../certainty.ts'
import { joinStep } from '../join-step.ts'
import { difference } from '../quotation.ts'
import { doubtReference, entityReference, pageId, passageReference } from './reference.ts'

/** One line of `content/quotations.json`. */
export const quotationEntry = z.object({
  id: pageId,
  words: z.string(),
  mode: z.enum(['direct', 'fragment', 'reported']),
  /** Named speaker, when resolved. */
  speaker: entityReference.optional(),
  speakerWords: z.string().optional(),
  certainty: certainty.optional(),
  printings: z.array(
    passageReference.extend({
      words: z.string(),
      speakerWords: z.string().optional(),
      toldTo: z.string().optional(),
      date: z.string().optional(),
      certainty: certainty.optional(),
      rule: z.string(),
      /** Why this was taken for a printing of the same words; absent on the first. */
      joined: joinStep.optional(),
      /** Where its words differ from the first printing's. */
      differs: z.array(difference).optional(),
      doubted: doubtReference.optional(),
    }),
  ),
})
export type QuotationEntry = z.infer<typeof quotationEntry>
