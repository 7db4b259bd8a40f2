import { z } from 'zod'
import { span } from './span.ts'

/** A statement that a person corrected: what the rules had said, what holds now, and who decided it, where and why. */
export const edit = z.object({
  span,
  kind: z.enum(['name', 'speaker', 'quotation', 'date', 'figure', 'event', 'label']),
  /** Both in words; `none` where nothing was or is stated. */
  was: z.string(),
  now: z.string(),
  /** The rule whose statement it was. */
  rule: z.string().optional(),
  reason: z.string(),
  by: z.string().optional(),
  file: z.string(),
  line: z.int().positive(),
})
export type Edit = z.infer<typeof edit>
