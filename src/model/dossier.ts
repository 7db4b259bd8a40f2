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
