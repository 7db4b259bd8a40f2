/**
 * The entries of the content collections: what the pipeline writes under `content/` and the site reads.
 * Every reference is by id; the site finds the address of an id in `content/permalinks.json`.
 */
import { z } from 'zod'
import { certainty } from './certainty.ts'
import { identityStep } from './entity.ts'
import { entityKind } from './kind.ts'
import { dateMention } from './date.ts'
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
  passages: z.array(z.object({ id: passageId, ordinal: z.int(), kind: z.enum(['headline', 'heading', 'paragraph']) })),
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
  possiblySame: z.array(z.object({ id: pageId, kind: entityKind, name: z.string(), reason: z.string() })),
  related: z.array(z.object({ id: pageId, kind: entityKind, name: z.string(), relation: z.string(), reason: z.string() })),
  /** One for each sentence of the body, by source date, then passage. */
  mentions: z.array(
    z.object({ source: pageId, passage: passageId, ordinal: z.int(), words: z.array(z.string()), certainty, rules: z.array(z.string()) }),
  ),
  /** Entities named in the same sentences, most frequent first. */
  neighbours: z.array(entityCount),
  firstDate: z.string().optional(),
  lastDate: z.string().optional(),
})
export type EntityEntry = z.infer<typeof entityEntry>

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
  entities: z.array(z.object({ id: pageId, kind: entityKind, name: z.string() })),
  tellings: z.array(
    z.object({
      source: pageId,
      passage: passageId,
      ordinal: z.int(),
      sentence: z.string(),
      words: z.string(),
      mode: z.enum(['reported', 'plan', 'denied']),
      reason: z.string(),
    }),
  ),
  joined: z.array(z.object({ rule: z.string(), reason: z.string() })),
  possiblySame: z.array(z.object({ id: pageId, reason: z.string() })),
})
export type HappeningEntry = z.infer<typeof happeningEntry>

/** One line of `content/quotations.json`. */
export const quotationEntry = z.object({
  id: pageId,
  words: z.string(),
  mode: z.enum(['direct', 'fragment', 'reported']),
  /** Named speaker, when resolved. */
  speaker: z.object({ id: pageId, kind: entityKind, name: z.string() }).optional(),
  speakerWords: z.string().optional(),
  certainty: certainty.optional(),
  printings: z.array(
    z.object({
      source: pageId,
      passage: passageId,
      ordinal: z.int(),
      words: z.string(),
      speakerWords: z.string().optional(),
      toldTo: z.string().optional(),
      date: z.string().optional(),
      certainty: certainty.optional(),
      rule: z.string(),
    }),
  ),
})
export type QuotationEntry = z.infer<typeof quotationEntry>

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
  /** Rules that left their mark on this dossier, with how often. */
  rules: z.array(z.object({ rule: z.string(), count: z.int() })),
})
export type DossierEntry = z.infer<typeof dossierEntry>
