import { z } from 'zod'

/** A question of `dossier review` that a person has looked at and left as it is, in `seeds/register/reviewed.yml`. */
export const reviewed = z.strictObject({
  /** Key of the question, as the review prints it. */
  key: z.string().min(1),
  reason: z.string().min(1),
})
export type Reviewed = z.infer<typeof reviewed>
