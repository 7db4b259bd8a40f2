import { z } from 'zod'
import { caveat, certainty, dispute, joinStep } from './evidence.ts'
import { span, spanInFile } from './passage.ts'

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
 * A date, duration or set of dates with its words and its value. Interval bounds are whole days of the proleptic
 * Gregorian calendar, both inclusive.
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
  /** The anchor of a relative expression. */
  anchor: z
    .object({
      kind: z.enum(['publication', 'narrative']),
      date: z.string(),
    })
    .optional(),
  certainty,
  rule: z.string(),
  /** Reason for its value, or for staying open, in a sentence. */
  reason: z.string(),
})
export type DateMention = z.infer<typeof dateMention>

/**
 * Whether a sentence reports, plans or denies the dated event; `plan` for the future or a schedule as seen from its
 * source.
 */
export const eventMode = z.enum(['reported', 'plan', 'denied'])
export type EventMode = z.infer<typeof eventMode>

/** One passage's report of a dated event. */
export const eventReport = z.object({
  /** The sentence that reports it. */
  sentence: spanInFile,
  /** The date's own words. */
  date: spanInFile,
  mode: eventMode,
  /** Rule that read the mode, and the words or the day that show it. */
  rule: z.string().optional(),
  reason: z.string().optional(),
  /** Where its source says that it could not confirm it. */
  caveat: caveat.optional(),
  /** Where an editor says that it did not happen so. */
  disputed: dispute.optional(),
})
export type EventReport = z.infer<typeof eventReport>

/** Another dated event and why it is shown beside this one. */
const linked = joinStep.extend({ key: z.string() })

/** Something that the sources date: the unit of the timeline. Made by stage 5. */
export const datedEvent = z.object({
  key: z.string(),
  /** First and last day it can have been on; an absent bound is open. At least one is present, save in `Relations.unplaced`. */
  lo: z.string().optional(),
  hi: z.string().optional(),
  /** TIMEX3 value: `XXXX-01-23` for a day of an unknown year. */
  timex: z.string().optional(),
  edtf: z.string().optional(),
  precision: dateMention.shape.precision,
  certainty: dateMention.shape.certainty,
  /** The text shown for it: the sentence of the first report. */
  summary: z.string(),
  /** Keys of the entities its sentences name. */
  entities: z.array(z.string()),
  reports: z.array(eventReport).min(1),
  /** Rule and evidence for joining reports of several sources. */
  joined: z.array(z.object({ rule: z.string(), reason: z.string() })),
  /** Keys of dated events that may be the same; shown, never merged. */
  possiblySame: z.array(z.object({ key: z.string(), reason: z.string(), rule: z.string().optional() })),
  /** Mode of the first report. Reports of different modes are never joined. */
  mode: eventMode.optional(),
  /** The `entities` that act, without those that only give the place. */
  participants: z.array(z.string()).optional(),
  places: z.array(z.string()).optional(),
  /** For a plan: reports of the same days, and denials in later sources. */
  followedBy: z.array(linked).optional(),
  contradictedBy: z.array(linked).optional(),
})
export type DatedEvent = z.infer<typeof datedEvent>
