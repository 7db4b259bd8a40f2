import { z } from 'zod'
import { dateMention } from './date.ts'
import { caveat, dispute, joinStep } from './evidence.ts'
import { spanInFile } from './passage.ts'

/** How a sentence speaks of what it dates; `plan` when it speaks of the future or of a schedule as seen from its source. */
export const eventMode = z.enum(['reported', 'plan', 'denied'])
export type EventMode = z.infer<typeof eventMode>

/** One passage's telling of a dated event. */
export const telling = z.object({
  /** The sentence that tells it. */
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
export type Telling = z.infer<typeof telling>

/** Another dated event and why it is shown beside this one. */
const linked = joinStep.extend({ key: z.string() })

/** Something that the sources date: the unit of the timeline. Made by stage 5. */
export const datedEvent = z.object({
  key: z.string(),
  /** First and last day it can have been on; an absent bound is open. At least one is present, save in `Relations.unplaced`. */
  lo: z.string().optional(),
  hi: z.string().optional(),
  /** TIMEX3 value as far as it is known: `XXXX-01-23` for a day whose year no source gives. */
  timex: z.string().optional(),
  edtf: z.string().optional(),
  precision: dateMention.shape.precision,
  certainty: dateMention.shape.certainty,
  /** What is shown as its text: the sentence of the first telling. */
  summary: z.string(),
  /** Keys of the entities its sentences name. */
  entities: z.array(z.string()),
  tellings: z.array(telling).min(1),
  /** Rule and evidence for joining tellings of several sources. */
  joined: z.array(z.object({ rule: z.string(), reason: z.string() })),
  /** Keys of dated events that may be the same; shown, never merged. */
  possiblySame: z.array(z.object({ key: z.string(), reason: z.string(), rule: z.string().optional() })),
  /** Mode of the first telling. Tellings of different modes are never joined. */
  mode: eventMode.optional(),
  /** Of `entities`: those that act, and those that only say where. */
  participants: z.array(z.string()).optional(),
  places: z.array(z.string()).optional(),
  /** For a plan: what is reported of the same days, and what later sources deny. */
  followedBy: z.array(linked).optional(),
  contradictedBy: z.array(linked).optional(),
})
export type DatedEvent = z.infer<typeof datedEvent>
