import { z } from 'zod'
import { scope } from '../coverage.ts'
import { unusedFile } from '../extracted.ts'

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
  /** Files of which no source was made, each with the reason; absent when there is none. */
  unused: z.array(unusedFile).optional(),
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
