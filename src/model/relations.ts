import { z } from 'zod'
import { entityRelation } from './backlink.ts'
import { happening } from './happening.ts'
import { quotation } from './quotation.ts'

/** What stage 5 makes of all sources together. */
export const relations = z.object({
  /** One for each mentioned entity, by key. */
  entityRelations: z.array(entityRelation),
  quotations: z.array(quotation),
  happenings: z.array(happening),
})
export type Relations = z.infer<typeof relations>
