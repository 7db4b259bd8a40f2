import { z } from 'zod'
import { contradiction, coverage, originGroup, wordings } from './comparison.ts'
import { datedEvent, dateMention } from './date.ts'
import { entity, mention, resolvedMention, role } from './entity.ts'
import { certainty, edit, jointEdit } from './evidence.ts'
import { unusedFile } from './extracted.ts'
import { amount, figureTable } from './figure.ts'
import { range, spanInFile } from './passage.ts'
import { quotation, quotationMention } from './quotation.ts'
import { rights, source } from './source.ts'

/**
 * Everything stage 3 found in one source. Spans are in that source's passages. Sorted by passage, start, longer
 * first.
 */
export const findings = z.object({
  file: z.string(),
  mentions: z.array(mention),
  dates: z.array(dateMention),
  quotations: z.array(quotationMention),
  amounts: z.array(amount),
  /** Roles of persons, in the text's own words. */
  roles: z.array(role),
  /** Corrections, by passage and place. */
  edits: z.array(edit).optional(),
})
export type Findings = z.infer<typeof findings>

/** One sentence that names or refers to an entity. */
export const backlink = z.object({
  sentence: spanInFile,
  /** Where in the passage the entity is mentioned, in order. */
  mentions: z.array(range.extend({ words: z.string(), certainty, rule: z.string() })).min(1),
})
export type Backlink = z.infer<typeof backlink>

/** Mentions and neighbours of one entity. Made by stage 5. */
export const entityRelation = z.object({
  entity: z.string(),
  /** By the source's date (undated last), then file, passage and place. */
  backlinks: z.array(backlink),
  /** Entities of the same sentences, with the number of such sentences; most first, then by key. */
  neighbours: z.array(z.object({ entity: z.string(), sentences: z.int().positive() })),
  /** First and last publication date among the dated sources that mention it. */
  firstDate: z.string().optional(),
  lastDate: z.string().optional(),
})
export type EntityRelation = z.infer<typeof entityRelation>

/** The relations that stage 5 makes of all sources. */
export const relations = z.object({
  /** One for each mentioned entity, by key. */
  entityRelations: z.array(entityRelation),
  /** By first occurrence: publication date, undated last, then file and place. */
  quotations: z.array(quotation),
  /** By first day. */
  datedEvents: z.array(datedEvent),
  /** Dated events without a known year or day. They link to what they may be the same as; nothing links to them. */
  unplaced: z.array(datedEvent),
  /** The claim ledger, by key. */
  figures: z.array(figureTable),
  wordings,
  origins: z.array(originGroup),
  coverage,
  /** By key; those with a current answer are kept, but are not reported as problems. */
  contradictions: z.array(contradiction),
  /** Corrections between sources; absent if there are none. */
  edits: z.array(jointEdit).optional(),
})
export type Relations = z.infer<typeof relations>

/** Uses of a column of a table, or of a key of a scraper's objects. */
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
export const fieldMapping = z.partialRecord(columnUse, z.string().describe('Name of the column or key.'))
export type FieldMapping = z.infer<typeof fieldMapping>

/** `seeds/dossier.yml`: what the whole dossier is. */
export const dossierSettings = z.strictObject({
  title: z.string().min(1).describe('The title of the site.'),
  description: z.string().min(1).describe('Two sentences: the question that the dossier answers.'),
  language: z.string().default('en').describe('Language of the pages, and of articles that show no other (BCP 47).'),
  licence: z.string().default('CC-BY-4.0').describe('Licence of what the dossier itself adds (SPDX, or a sentence).'),
  rights: rights.default('full').describe('How much is shown of an article whose sidecar does not say it.'),
  columns: fieldMapping
    .optional()
    .describe('What the columns of tables and the keys of scrapers’ files are for, where their names do not say it.'),
  entityPages: z
    .enum(['joined', 'all'])
    .optional()
    .describe(
      'Which names get a page: `joined`, those that two articles name, that speak or that the register has; or `all`.',
    ),
  stubs: z
    .boolean()
    .optional()
    .describe('Whether each redirect is a page too, for hosts that do not read `_redirects`.'),
  shareImages: z
    .boolean()
    .optional()
    .describe('Whether each page has a picture for where its link is shared, which `site` must be known for.'),
  site: z
    .url({ protocol: /^https?$/ })
    .optional()
    .describe('Where the site will be hosted, for addresses in citations and feeds.'),
})
export type DossierSettings = z.infer<typeof dossierSettings>

/** The folder that the site is hosted in, as `/harbour`; empty at the root of a host. */
export function basePath({ site }: Pick<DossierSettings, 'site'>): string {
  return site ? new URL(site).pathname.replace(/\/$/, '') : ''
}

/** Everything the pipeline knows before stage 6 assigns addresses. */
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
