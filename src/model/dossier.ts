import { z } from 'zod'
import { entity, resolvedMention } from './entity.ts'
import { unusedFile } from './extracted.ts'
import { findings } from './findings.ts'
import { relations } from './relations.ts'
import { rights } from './sidecar.ts'
import { source } from './source.ts'

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
