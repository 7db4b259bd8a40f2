import { z } from 'zod'
import { partialDate } from './partial-date.ts'

/** An entry of `seeds/tombstones.yml`: a person lets go of a published address and says why. */
export const tombstone = z.strictObject({
  /** The id at the end of the address, or the whole address. */
  id: z.string().min(1),
  /** Shown to whoever follows the address. */
  reason: z.string().min(1),
  date: partialDate,
  /** Id of the page that takes its place, when there is one. */
  to: z.string().optional(),
})
export type Tombstone = z.infer<typeof tombstone>
