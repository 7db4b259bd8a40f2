import { z } from 'zod'
import { certainty } from './certainty.ts'
import { span } from './span.ts'

/** A number that a source states about something: "at least nine civilians were killed". Never averaged with another. */
export const amount = z.object({
  /** The number's own words with their hedge: "at least nine", "nearly 50,000". */
  span,
  /** Bounds the words allow; an absent bound is open ("at least nine" has no high, "dozens" has neither). */
  low: z.number().optional(),
  high: z.number().optional(),
  /** `count`, `percent`, `m` (metres), `magnitude`, or an ISO 4217 code. */
  unit: z.string(),
  /** What is counted, as printed and as head noun: "civilians". */
  counted: z.string().optional(),
  /** What is said of it, as a lemma: `kill`, `displace`, `attend`. */
  measure: z.string().optional(),
  /** Who is credited with the number, as printed: "the Harbour Workers Union". */
  credited: z.object({ words: z.string(), span }).optional(),
  /** The place and the time that it is for, where an editor says so; null when an editor says that it has none. */
  place: z.object({ words: z.string(), span }).nullable().optional(),
  time: z.object({ words: z.string(), span }).nullable().optional(),
  certainty,
  rule: z.string(),
})
export type Amount = z.infer<typeof amount>
