import { z } from 'zod'
import { certainty } from '../certainty.ts'
import { joinStep } from '../join-step.ts'
import { difference, quotationMode } from '../quotation.ts'
import { caveatReference, entityReference, pageId, passageReference } from './reference.ts'

/** One line of `content/quotations.json`. */
export const quotationEntry = z.object({
  id: pageId,
  words: z.string(),
  mode: quotationMode,
  /** Named speaker, when resolved. */
  speaker: entityReference.optional(),
  speakerWords: z.string().optional(),
  certainty: certainty.optional(),
  occurrences: z.array(
    passageReference.extend({
      words: z.string(),
      speakerWords: z.string().optional(),
      toldTo: z.string().optional(),
      date: z.string().optional(),
      certainty: certainty.optional(),
      rule: z.string(),
      /** Why this was taken for an occurrence of the same words; absent on the first. */
      joined: joinStep.optional(),
      /** Where its words differ from the first occurrence's. */
      differs: z.array(difference).optional(),
      caveat: caveatReference.optional(),
    }),
  ),
})
export type QuotationEntry = z.infer<typeof quotationEntry>
