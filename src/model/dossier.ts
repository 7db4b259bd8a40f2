import { z } from 'zod'
import { entity, resolvedMention } from './entity.ts'
import { unusedFile } from './extracted.ts'
import { findings } from './findings.ts'
import { relations } from './relations.ts'
import { rights } from './sidecar.ts'
import { source } from './source.ts'

/** What a column of a table, or a key of a scraper's objects, is for. */
export const columnUse = z.enum([
  'headline',
  'text',
  'authors',
  'publisher',
  'date',
  'url',
  'language',
  'accessed',
  'excerpt',
  'key',
  'page',
])
export type ColumnUse = z.infer<typeof columnUse>

/** Names of columns by use: `{ text: Body, headline: Title }`. */
export const fieldMapping = z.partialRecord(columnUse, z.string())
export type FieldMapping = z.infer<typeof fieldMapping>

/** `seeds/dossier.yml`: what the whole dossier is. */
export const dossierSettings = z.strictObject({
  title: z.string().min(1),
  /** Two sentences: the question the dossier answers. */
  description: z.string().min(1),
  /** BCP 47 tag of the pages and default language of the sources. */
  language: z.string().default('en'),
  /** Licence of what the dossier itself adds, as an SPDX identifier or a sentence. */
  licence: z.string().default('CC-BY-4.0'),
  /** Rights of a source whose sidecar says nothing. */
  rights: rights.default('full'),
  /** What the columns of tables and the keys of scrapers' files are for, where their names do not say it. */
  columns: fieldMapping.optional(),
  /** Where the dossier will be hosted, for absolute addresses in citations and feeds. */
  site: z.url({ protocol: /^https?$/ }).optional(),
})
export type DossierSettings = z.infer<typeof dossierSettings>

/** Everything the pipeline knows before addresses are given out. */
export const dossier = z.object({
  settings: dossierSettings,
  /** By file name, in code point order. */
  sources: z.array(source),
  /** One for each source, in the same order. */
  findings: z.array(findings),
  entities: z.array(entity),
  mentions: z.array(resolvedMention),
  /** Files of which no source was made. */
  unused: z.array(unusedFile).optional(),
  ...relations.shape,
})
export type Dossier = z.infer<typeof dossier>
