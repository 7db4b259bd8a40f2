import { z } from 'zod'

/** An `error` stops publication, a `warning` stops it under `--strict`. */
export const severity = z.enum(['error', 'warning'])
export type Severity = z.infer<typeof severity>

/** One problem in a file that a person wrote, with what to write instead. */
export const problem = z.object({
  /** File relative to the dossier's root, with `/` between folders. */
  file: z.string(),
  /** Line and column, counted from 1, columns in Unicode code points; absent when the whole file is meant. */
  line: z.int().positive().optional(),
  column: z.int().positive().optional(),
  severity,
  /** Permanent name of the rule, `stage/what`, as in `file/not-text`. */
  rule: z.string(),
  /** The error: "Unexpected X, expected Y". */
  reason: z.string(),
  /** The remedy, with the corrected text if there is one. */
  hint: z.string().optional(),
})
export type Problem = z.infer<typeof problem>

/** The result of a stage, with the problems it found. */
export interface Reported<T> {
  readonly value: T
  readonly problems: readonly Problem[]
}

/** True when nothing may be published: an error, or under `--strict` any problem. */
export function isFatal(problems: readonly Problem[], isStrict: boolean): boolean {
  return problems.some(({ severity }) => severity === 'error' || isStrict)
}
