import { z } from 'zod'
import { scope } from '../comparison.ts'
import { dateMention, partialDate } from '../date.ts'
import { certainty, edit, fileEdit } from '../evidence.ts'
import { container, place, provenance, unusedFile } from '../extracted.ts'
import { passage } from '../passage.ts'
import { metadata, rights, sourceForm } from '../source.ts'
import { entityCount, pageId, passageId } from './reference.ts'

/** One metadata field as the source page shows it, with the words it was read from. */
export const fact = z.object({
  field: z.enum([...metadata.keyof().options, 'language']),
  value: z.string(),
  certainty,
  rule: z.string(),
  words: z.string().optional(),
  reason: z.string().optional(),
  /** Where the file states it, outside its text. */
  place: z.string().optional(),
  /** Other values in the file, with their places. */
  others: z.array(z.object({ value: z.string(), place: z.string() })).optional(),
})

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
  /** Absent for plain text. */
  format: z.string().optional(),
  /** Hash of the text that was extracted from the file, and which reader made it. */
  extracted: z.object({ file: z.string(), sha256: z.string(), by: z.string() }).optional(),
  container: container.optional(),
  provenance: provenance.optional(),
  copies: z.array(z.string()).optional(),
  language: z.string(),
  rights,
  form: sourceForm.optional(),
  note: z.string().optional(),
  accessed: z.string().optional(),
  publisher: z.string().optional(),
  authors: z.array(z.string()),
  date: z.string().optional(),
  url: z.string().optional(),
  facts: z.array(fact),
  passages: z.array(z.object({ id: passageId, ordinal: z.int(), kind: passage.shape.kind, place: place.optional() })),
  setAside: z.array(z.object({ line: z.int(), kind: z.string(), rule: z.string(), text: z.string() })),
  entities: z.array(entityCount),
  /** Corrections; absent if there are none. */
  edits: z
    .array(
      edit.pick({ kind: true, was: true, now: true, reason: true, by: true }).extend({
        /** Absent for corrections of lines and of metadata. */
        passage: passageId.optional(),
        line: fileEdit.shape.at,
      }),
    )
    .optional(),
  dates: z.array(dateMention.omit({ span: true }).extend({ words: z.string(), passage: passageId })),
})
export type SourceEntry = z.infer<typeof sourceEntry>

/** `content/dossier.json`: what the home and method pages say of the whole. */
export const dossierEntry = z.object({
  title: z.string(),
  description: z.string(),
  language: z.string(),
  licence: z.string(),
  site: z.string().optional(),
  /** Every redirect has a page. */
  stubs: z.literal(true).optional(),
  shareImages: z.literal(false).optional(),
  counts: z.record(z.string(), z.int()),
  /** First and last day of publication among dated sources. */
  from: z.string().optional(),
  to: z.string().optional(),
  undated: z.int(),
  /** Files that gave no source, each with the reason; absent if there are none. */
  unused: z.array(unusedFile).optional(),
  /** Scope of the search and of every matrix. */
  scope,
  /** Rules that left their mark on this dossier, with how often. */
  rules: z.array(
    z.object({
      rule: z.string(),
      count: z.int(),
      /** The rule's description, in one line. */
      what: z.string().optional(),
    }),
  ),
})
export type DossierEntry = z.infer<typeof dossierEntry>

/** An earlier text of a source, kept at its own address: `content/versions/{source}/v{version}.json`. */
export const sourceVersion = z.strictObject({
  source: pageId,
  version: z.int().positive(),
  /** The same hash as in the record of permalinks. */
  hash: z.string(),
  /** Day on which its clipping was taken, where a sidecar says so. */
  accessed: partialDate.optional(),
  passages: z.array(z.strictObject({ id: passageId, text: z.string(), hash: z.string() })),
})
export type SourceVersion = z.infer<typeof sourceVersion>
