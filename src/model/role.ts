import { z } from 'zod'
import { certainty } from './certainty.ts'
import { span } from './span.ts'

/** What a source says that a person is, in words set off beside the name: "Ada Vale, the harbour master, said". */
export const role = z.object({
  /** The words of the role, with their article. */
  span,
  /** The mention of the person that they stand beside. */
  person: span,
  certainty,
  rule: z.string(),
})
export type Role = z.infer<typeof role>
