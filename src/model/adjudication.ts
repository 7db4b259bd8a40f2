import { z } from 'zod'

/** An editor's word on one table of the claim ledger, in `seeds/register/adjudications.yml`: a list of these. */
export const adjudication = z.strictObject({
  /** Key of the table, as its page prints it: `death | people | norland | 2016`. */
  figure: z.string().min(1),
  /** `accepted`: one row stands; `conflict`: the sources cannot all be right; `superseded`: later figures replace it. */
  status: z.enum(['accepted', 'conflict', 'superseded', 'unresolved']),
  /** The words of the row that stands, when one does. */
  accepted: z.string().optional(),
  /** The reason, shown with the table. */
  note: z.string().min(1),
})
export type Adjudication = z.infer<typeof adjudication>
