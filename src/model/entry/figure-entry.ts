import { z } from 'zod'
import { figureRow, figureTable, period } from '../figure.ts'
import { joinStep } from '../join-step.ts'
import { caveatReference, entityReference, pageId, passageReference } from './reference.ts'

const periodEntry = period.omit({ at: true })

/** One line of `content/figures.json`: a table of the claim ledger. */
export const figureEntry = figureTable.omit({ rows: true, place: true, period: true, beside: true }).extend({
  id: pageId,
  place: entityReference.optional(),
  period: periodEntry.optional(),
  rows: z.array(
    figureRow.omit({ at: true, sentence: true, place: true, period: true, credited: true, caveat: true }).extend({
      ...passageReference.shape,
      sentence: z.string(),
      place: entityReference.optional(),
      period: periodEntry.optional(),
      credited: z.object({ words: z.string(), entity: entityReference.optional() }).optional(),
      caveat: caveatReference.optional(),
    }),
  ),
  beside: z.array(joinStep.extend({ id: pageId })),
})
export type FigureEntry = z.infer<typeof figureEntry>
