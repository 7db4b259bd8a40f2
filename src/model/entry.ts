/**
 * The entries of the content collections: what the pipeline writes under `content/` and the site reads.
 * Every reference is by id; the site finds the address of an id in `content/permalinks.json`.
 */
import { z } from 'zod'
import { certainty } from './certainty.ts'
import { identityStep } from './entity.ts'
import { contradiction } from './contradiction.ts'
import { coverageRow, scope } from './coverage.ts'
import { figureRow, figureTable, period } from './figure.ts'
import { joinStep } from './join-step.ts'
import { wordingRow, wordingUse } from './label.ts'
import { difference } from './quotation.ts'
import { entityKind } from './kind.ts'
import { dateMention } from './date.ts'
import { passage } from './passage.ts'
import { rights } from './sidecar.ts'

/** Opaque id of a source, entity, quotation or happening: 8 characters. */
export const pageId = z.string().regex(/^[0-9a-z]{8}$/)
/** Opaque id of a passage. */
export const passageId = z.string().regex(/^p-[0-9a-z]{6}$/)

/** One metadata field as the source page shows it, with the words it was read from. */
export const fact = z.object({
  field: z.enum(['headline', 'standfirst', 'publisher', 'authors', 'dateline', 'date', 'credits', 'url']),
  value: z.string(),
  certainty,
  rule: z.string(),
  words: z.string().optional(),
  reason: z.string().optional(),
})

/** A count of mentions of one entity. */
export const entityCount = z.object({ id: pageId, kind: entityKind, name: z.string(), mentions: z.int() })
export type EntityCount = z.infer<typeof entityCount>

/** An entity as an entry names it. */
export const entityReference = z.object({ id: pageId, kind: entityKind, name: z.string() })
export type EntityReference = z.infer<typeof entityReference>

/** A passage as an entry cites it: "¶ 3" of a source. */
export const passageReference = z.object({ source: pageId, passage: passageId, ordinal: z.int() })
export type PassageReference = z.infer<typeof passageReference>

/** A wording with its uses in each source: a row of the table of source by wording. */
export const wordingEntry = z.object({
  wording: z.string(),
  form: wordingRow.shape.form,
  sources: z.array(
    z.object({
      source: pageId,
      uses: z.array(passageReference.extend({ words: z.string(), voice: wordingUse.shape.voice })).min(1),
    }),
  ),
})
export type WordingEntry = z.infer<typeof wordingEntry>

/** Front matter of `content/sources/*.mdx`. The body holds a `<Passage id>` a passage, the headline first. */
export const sourceEntry = z.object({
  id: pageId,
  slug: z.string(),
  title: z.string(),
  /** True when `title` is not the source's headline but its first words or its file name. */
  isTitleMade: z.boolean(),
  /** Place among all sources by date, then file: "Source 7 of 12". */
  position: z.int(),
  of: z.int(),
  previous: pageId.optional(),
  next: pageId.optional(),
  file: z.string(),
  sha256: z.string(),
  encoding: z.string(),
  language: z.string(),
  rights,
  form: z.enum(['original', 'digest', 'translation', 'excerpt']).optional(),
  note: z.string().optional(),
  accessed: z.string().optional(),
  publisher: z.string().optional(),
  authors: z.array(z.string()),
  date: z.string().optional(),
  url: z.string().optional(),
  facts: z.array(fact),
  passages: z.array(z.object({ id: passageId, ordinal: z.int(), kind: passage.shape.kind })),
  setAside: z.array(z.object({ line: z.int(), kind: z.string(), rule: z.string(), text: z.string() })),
  entities: z.array(entityCount),
  dates: z.array(
    dateMention.omit({ span: true }).extend({ words: z.string(), passage: passageId }),
  ),
})
export type SourceEntry = z.infer<typeof sourceEntry>

/** Front matter of an entity's page. The body holds a `<Passage id>` a mentioning sentence, in the order of `mentions`. */
export const entityEntry = z.object({
  id: pageId,
  slug: z.string(),
  kind: entityKind,
  subtype: z.string().optional(),
  name: z.string(),
  description: z.string().optional(),
  /** Every wording of a mention with the sources that use it. */
  names: z.array(z.object({ words: z.string(), form: z.enum(['name', 'demonym', 'nominal']), mentions: z.int(), sources: z.array(pageId) })),
  sameAs: z.array(z.string()),
  coordinates: z.tuple([z.number(), z.number()]).optional(),
  isRegistered: z.boolean(),
  identity: z.array(identityStep),
  possiblySame: z.array(entityReference.extend({ reason: z.string() })),
  related: z.array(entityReference.extend({ relation: z.string(), reason: z.string() })),
  /** One for each sentence of the body, by source date, then passage. */
  mentions: z.array(
    z.object({ source: pageId, passage: passageId, ordinal: z.int(), words: z.array(z.string()), certainty, rules: z.array(z.string()) }),
  ),
  /** What each source calls it: names and labels. */
  wordings: z.array(wordingEntry),
  /** Entities named in the same sentences, most frequent first. */
  neighbours: z.array(entityCount),
  firstDate: z.string().optional(),
  lastDate: z.string().optional(),
})
export type EntityEntry = z.infer<typeof entityEntry>

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
    }),
  ),
  joined: z.array(joinStep),
  possiblySame: z.array(linkedHappening.partial({ rule: true })),
  /** For a plan: what is reported of the same days, and what later sources deny. */
  followedBy: z.array(linkedHappening),
  contradictedBy: z.array(linkedHappening),
})
export type HappeningEntry = z.infer<typeof happeningEntry>

/** One line of `content/quotations.json`. */
export const quotationEntry = z.object({
  id: pageId,
  words: z.string(),
  mode: z.enum(['direct', 'fragment', 'reported']),
  /** Named speaker, when resolved. */
  speaker: entityReference.optional(),
  speakerWords: z.string().optional(),
  certainty: certainty.optional(),
  printings: z.array(
    passageReference.extend({
      words: z.string(),
      speakerWords: z.string().optional(),
      toldTo: z.string().optional(),
      date: z.string().optional(),
      certainty: certainty.optional(),
      rule: z.string(),
      /** Why this was taken for a printing of the same words; absent on the first. */
      joined: joinStep.optional(),
      /** Where its words differ from the first printing's. */
      differs: z.array(difference).optional(),
    }),
  ),
})
export type QuotationEntry = z.infer<typeof quotationEntry>

const periodEntry = period.omit({ at: true })

/** One line of `content/figures.json`: a table of the claim ledger. */
export const figureEntry = figureTable.omit({ rows: true, place: true, period: true, beside: true }).extend({
  id: pageId,
  place: entityReference.optional(),
  period: periodEntry.optional(),
  rows: z.array(
    figureRow.omit({ at: true, sentence: true, place: true, period: true, credited: true }).extend({
      ...passageReference.shape,
      sentence: z.string(),
      place: entityReference.optional(),
      period: periodEntry.optional(),
      credited: z.object({ words: z.string(), entity: entityReference.optional() }).optional(),
    }),
  ),
  beside: z.array(joinStep.extend({ id: pageId })),
})
export type FigureEntry = z.infer<typeof figureEntry>

/** One line of `content/words.json`: words that sources choose between for one thing. */
export const wordChoiceEntry = joinStep.extend({ id: z.string(), title: z.string(), rows: z.array(wordingEntry) })
export type WordChoiceEntry = z.infer<typeof wordChoiceEntry>

/** One line of `content/origins.json`: sources that go back to one origin, as far as wording and credits show. */
export const originEntry = z.object({
  /** Id of its first source. */
  id: pageId,
  sources: z.array(pageId).min(1),
  credited: z.array(z.string()),
  links: z.array(joinStep.extend({ sources: z.tuple([pageId, pageId]), passages: z.array(passageReference) })),
})
export type OriginEntry = z.infer<typeof originEntry>

/** One line of `content/coverage.json`: which sources speak of an entity, happening, quotation or figure. */
export const coverageEntry = coverageRow.omit({ key: true, cells: true }).extend({
  id: pageId,
  type: z.enum(['entity', 'happening', 'quotation', 'figure']),
  cells: z.array(z.object({ source: pageId, count: z.int().positive() })),
})
export type CoverageEntry = z.infer<typeof coverageEntry>

/** One line of `content/contradictions.json`. */
export const contradictionEntry = contradiction.omit({ key: true, passages: true, entities: true }).extend({
  /** Its key, as an answer in the register names it. */
  id: z.string(),
  passages: z.array(passageReference.extend({ words: z.string() })),
  entities: z.array(entityReference),
})
export type ContradictionEntry = z.infer<typeof contradictionEntry>

/** `content/dossier.json`: what the home and method pages say of the whole. */
export const dossierEntry = z.object({
  title: z.string(),
  description: z.string(),
  language: z.string(),
  licence: z.string(),
  site: z.string().optional(),
  counts: z.record(z.string(), z.int()),
  /** First and last day of publication among dated sources. */
  from: z.string().optional(),
  to: z.string().optional(),
  undated: z.int(),
  /** What search and every matrix speak for. */
  scope,
  /** Rules that left their mark on this dossier, with how often. */
  rules: z.array(
    z.object({
      rule: z.string(),
      count: z.int(),
      /** What it does, in one line. */
      what: z.string().optional(),
    }),
  ),
})
export type DossierEntry = z.infer<typeof dossierEntry>
