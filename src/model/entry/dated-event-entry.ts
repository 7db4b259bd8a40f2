import { z } from 'zod'
import { certainty } from '../certainty.ts'
import { dateMention } from '../date.ts'
import { eventMode } from '../dated-event.ts'
import { joinStep } from '../join-step.ts'
import { caveatReference, entityReference, pageId, passageReference } from './reference.ts'

const linkedDatedEvent = joinStep.extend({ id: pageId })

/** One line of `content/timeline.json`. */
export const datedEventEntry = z.object({
  id: pageId,
  lo: z.string().optional(),
  hi: z.string().optional(),
  edtf: z.string().optional(),
  precision: dateMention.shape.precision,
  certainty,
  summary: z.string(),
  mode: eventMode,
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
      mode: eventMode,
      /** Rule that read the mode, and what shows it. */
      modeRule: z.string().optional(),
      modeReason: z.string().optional(),
      /** How the date was worked out. */
      reason: z.string(),
      caveat: caveatReference.optional(),
    }),
  ),
  joined: z.array(joinStep),
  possiblySame: z.array(linkedDatedEvent.partial({ rule: true })),
  /** For a plan: what is reported of the same days, and what later sources deny. */
  followedBy: z.array(linkedDatedEvent),
  contradictedBy: z.array(linkedDatedEvent),
})
export type DatedEventEntry = z.infer<typeof datedEventEntry>
