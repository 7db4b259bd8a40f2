import { z } from 'zod'
import { entityRelation } from './backlink.ts'
import { contradiction } from './contradiction.ts'
import { coverage } from './coverage.ts'
import { figureTable } from './figure.ts'
import { datedEvent } from './dated-event.ts'
import { wordings } from './label.ts'
import { originGroup } from './origin.ts'
import { quotation } from './quotation.ts'

/** What stage 5 makes of all sources together. */
export const relations = z.object({
  /** One for each mentioned entity, by key. */
  entityRelations: z.array(entityRelation),
  /** By first occurrence: publication date, undated last, then file and place. */
  quotations: z.array(quotation),
  /** By first day. */
  datedEvents: z.array(datedEvent),
  /** Dated events whose year or day their sources do not give: they point to what they may be, nothing points to them. */
  unplaced: z.array(datedEvent),
  /** The claim ledger, by key. */
  figures: z.array(figureTable),
  wordings,
  origins: z.array(originGroup),
  coverage,
  /** By key; those with a current answer are kept and are silent. */
  contradictions: z.array(contradiction),
})
export type Relations = z.infer<typeof relations>
