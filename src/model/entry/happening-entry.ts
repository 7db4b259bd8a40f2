import { z } from 'zod'
import { certainty } from '../certainty.ts'
import { dateMention } from '../date.ts'
import { joinStep } from '../join-step.ts'
import { doubtReference, entityReference, pageId, passageReference } from './reference.ts'

const linkedHappening = joinStep.extend({ id: pageId })

/** One line of `content/timeline.json`. */
export const happeningEntry = z.object({
  id: pageId,
  lo: z.string().optional(),
  hi: z.string().optional(),
  edtf: z.string().optional(),
  precision: dateMention.shape.precision,
  certainty,
  summary: z.string(),
  mode: z.enum(['reported', 'plan', 'denied']),
  /** False when no source gives the year or the day: it stands beside the timeline, not on it. */
  isPlaced: z.boolean(),
  timex: z.string().optional(),
  entities: z.array(entityReference),
  /** Ids of those of `entities` that act, and of those that only say where. */
  participants: z.array(pageId),
  places: z.array(pageId),
  tellings: z.array(
    passageReference.extend({
      sentence: z.string(),
      /** The date's own words. */
      words: z.string(),
      mode: z.enum(['reported', 'plan', 'denied']),
      /** Rule that read the mode, and what shows it. */
      modeRule: z.string().optional(),
      modeReason: z.string().optional(),
      /** How the date was worked out. */
      reason: z.string(),
      doubted: doubtReference.optional(),
    }),
  ),
  joined: z.array(joinStep),
  possiblySame: z.array(linkedHappening.partial({ rule: true })),
  /** For a plan: what is reported of the same days, and what later sources deny. */
  followedBy: z.array(linkedHappening),
  contradictedBy: z.array(linkedHappening),
})
export type HappeningEntry = z.infer<typeof happeningEntry>
