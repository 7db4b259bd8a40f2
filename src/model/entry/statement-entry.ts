import { z } from 'zod'
import { dateMention, eventMode } from '../date.ts'
import { certainty, dispute, joinRuling, joinStep, ruling } from '../evidence.ts'
import { figureRow, figureTable, period } from '../figure.ts'
import { difference, quotationMode } from '../quotation.ts'
import { caveatReference, entityReference, pageId, passageReference } from './reference.ts'

const linkedDatedEvent = joinStep.extend({ id: pageId })

/** A dated event, with the reports that sources give of it. */
export const datedEventEntry = z.object({
  id: pageId,
  lo: z.string().optional(),
  hi: z.string().optional(),
  edtf: z.string().optional(),
  precision: dateMention.shape.precision,
  certainty,
  summary: z.string(),
  mode: eventMode,
  /** False if no source gives the year or the day: it is listed beside the timeline, not on it. */
  isPlaced: z.boolean(),
  timex: z.string().optional(),
  entities: z.array(entityReference),
  /** Ids of those of `entities` that act, and of those that only say where. */
  participants: z.array(pageId),
  places: z.array(pageId),
  reports: z.array(
    passageReference.extend({
      sentence: z.string(),
      /** The date's own words. */
      words: z.string(),
      mode: eventMode,
      /** Rule that read the mode, and what shows it. */
      modeRule: z.string().optional(),
      modeReason: z.string().optional(),
      /** How the date was worked out, by which rule, and how sure that is. */
      reason: z.string(),
      rule: z.string().optional(),
      certainty: certainty.optional(),
      caveat: caveatReference.optional(),
      disputed: dispute.optional(),
    }),
  ),
  joined: z.array(joinRuling),
  possiblySame: z.array(linkedDatedEvent.partial({ rule: true })),
  /** For a plan: reports of the same days, and denials in later sources. */
  followedBy: z.array(linkedDatedEvent),
  contradictedBy: z.array(linkedDatedEvent),
})
export type DatedEventEntry = z.infer<typeof datedEventEntry>

const { reports: tellings, ...otherFields } = datedEventEntry.shape
/** One line of `content/timeline.json`. The file keeps the key `tellings` for its reports, because others read it. */
export const datedEventLine = z.object({ ...otherFields, tellings })
export type DatedEventLine = z.infer<typeof datedEventLine>

/** The entry of a line of `content/timeline.json`. */
export const readDatedEvent = ({ tellings: reports, ...rest }: DatedEventLine): DatedEventEntry => ({
  ...rest,
  reports,
})

/** The line of `content/timeline.json` for an entry. */
export const writeDatedEvent = (entry: DatedEventEntry): DatedEventLine =>
  Object.fromEntries(
    Object.entries(entry).map(([name, value]) => [name === 'reports' ? 'tellings' : name, value]),
  ) as DatedEventLine

/** One line of `content/quotations.json`. */
export const quotationEntry = z.object({
  id: pageId,
  words: z.string(),
  mode: quotationMode,
  /** Named speaker, when resolved. */
  speaker: entityReference.optional(),
  speakerWords: z.string().optional(),
  certainty: certainty.optional(),
  /** That these words deny something. */
  denial: ruling.optional(),
  occurrences: z.array(
    passageReference.extend({
      words: z.string(),
      speakerWords: z.string().optional(),
      /** Rule that credited the speaker. */
      speakerRule: z.string().optional(),
      toldTo: z.string().optional(),
      date: z.string().optional(),
      certainty: certainty.optional(),
      rule: z.string(),
      /** Why this counts as an occurrence of the same words; absent on the first. */
      joined: joinRuling.optional(),
      /** Where its words differ from the first occurrence's. */
      differs: z.array(difference).optional(),
      caveat: caveatReference.optional(),
    }),
  ),
})
export type QuotationEntry = z.infer<typeof quotationEntry>

const periodEntry = period.omit({ at: true })

/** One line of `content/figures.json`: a table of the claim ledger. */
export const figureEntry = figureTable
  .omit({ rows: true, place: true, period: true, beside: true, likely: true })
  .extend({
    id: pageId,
    place: entityReference.optional(),
    period: periodEntry.optional(),
    rows: z.array(
      figureRow
        .omit({ at: true, sentence: true, place: true, period: true, credited: true, caveat: true, joined: true })
        .extend({
          ...passageReference.shape,
          sentence: z.string(),
          place: entityReference.optional(),
          period: periodEntry.optional(),
          credited: z.object({ words: z.string(), entity: entityReference.optional() }).optional(),
          joined: joinRuling.optional(),
          caveat: caveatReference.optional(),
        }),
    ),
    beside: z.array(joinStep.extend({ id: pageId })),
  })
export type FigureEntry = z.infer<typeof figureEntry>
