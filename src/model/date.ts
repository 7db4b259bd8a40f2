import { z } from 'zod'
import { certainty } from './evidence.ts'
import { span } from './passage.ts'

/** A calendar date or a part of one: `2017`, `2017-02`, `2017-02-13`. */
export const partialDate = z
  .string()
  .regex(/^\d{4}(?:-(?:0[1-9]|1[0-2])(?:-(?:0[1-9]|[12]\d|3[01]))?)?$/, 'expected YYYY, YYYY-MM or YYYY-MM-DD')

/** `YYYY-MM-DD` */
export const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/)

/** First and last day that something can have been on, both inclusive; an absent bound is open. */
export interface DateInterval {
  readonly lo?: string | undefined
  readonly hi?: string | undefined
}

/**
 * A date, duration or set of dates as the text words it, with what was made of it.
 * Interval bounds are whole days of the proleptic Gregorian calendar, both inclusive.
 */
export const dateMention = z.object({
  span,
  /** TIMEX3 type. */
  type: z.enum(['DATE', 'TIME', 'DURATION', 'SET']),
  /** TIMEX3 value (`2017-01-16`, `2017-W04`, `P2Y`, `PAST_REF`), absent when the text cannot give one. */
  timex: z.string().optional(),
  /** The same as Extended Date/Time Format (ISO 8601-2), for dates and ranges. */
  edtf: z.string().optional(),
  /** First and last day it can mean; an absent bound is open. Never set for durations and sets. */
  lo: day.optional(),
  hi: day.optional(),
  precision: z
    .enum(['time', 'day', 'week', 'month', 'quarter', 'season', 'year', 'decade', 'century', 'range', 'vague'])
    .optional(),
  /** What a relative expression was reckoned from. */
  anchor: z
    .object({
      kind: z.enum(['publication', 'narrative']),
      date: z.string(),
    })
    .optional(),
  certainty,
  rule: z.string(),
  /** How it was worked out, or why it stays open, in a sentence. */
  reason: z.string(),
})
export type DateMention = z.infer<typeof dateMention>
