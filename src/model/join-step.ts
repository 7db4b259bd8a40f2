import { z } from 'zod'

/** Why stage 5 put statements together or set them beside one another. */
export const joinStep = z.object({
  /** Permanent name of the rule, as `occurrence/same-words`; `rules.yml` of the stage says what it does. */
  rule: z.string(),
  /** The sentence a reader sees, with what was compared. */
  reason: z.string(),
})
export type JoinStep = z.infer<typeof joinStep>
