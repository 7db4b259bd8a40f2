import { z } from 'zod'
import { certainty } from './certainty.ts'
import { passage } from './passage.ts'
import { range } from './span.ts'
import { partialDate, rights, sidecar } from './sidecar.ts'

/** A seed as it was read: bytes decoded, sidecar checked, nothing interpreted. */
export const seed = z.object({
  /** File relative to the dossier's root, as `seeds/articles/000.txt`. */
  file: z.string(),
  /** SHA-256 of the file's bytes, hexadecimal. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The encoding the bytes were decoded with, by its name in the Encoding Standard; `utf-8-bom` when a byte order mark says so. */
  encoding: z.string(),
  format: z.enum(['text', 'markdown']),
  /** The whole decoded text, without the byte order mark. */
  text: z.string(),
  sidecar,
})
export type Seed = z.infer<typeof seed>

/** A value with the reason to believe it. A value that nobody states and no rule gives is absent, never guessed. */
const evidenced = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    certainty,
    /** Permanent name of the rule that read it, as `clean/byline`. */
    rule: z.string(),
    /** The words it was read from: ranges over the seed's decoded text. Empty for `editor`. */
    evidence: z.array(range),
    /** For `inferred`: the reasoning, in a sentence a reader can check. */
    reason: z.string().optional(),
  })

export const metadata = z.object({
  headline: evidenced(z.string()).optional(),
  standfirst: evidenced(z.string()).optional(),
  publisher: evidenced(z.string()).optional(),
  authors: evidenced(z.array(z.string())).optional(),
  /** Where and by which agency: "NORTHPORT, March 14 (Agency)". */
  dateline: evidenced(z.string()).optional(),
  /** Day (or month, or year) of publication. */
  date: evidenced(partialDate).optional(),
  /** Agencies and papers the text credits: "Based on reporting by …", "(Agency)". */
  credits: evidenced(z.array(z.string())).optional(),
  url: evidenced(z.string()).optional(),
})
export type Metadata = z.infer<typeof metadata>

/** The fields of `metadata` in the order in which they are shown. */
export const METADATA_FIELDS = [
  'headline',
  'standfirst',
  'publisher',
  'authors',
  'dateline',
  'date',
  'credits',
  'url',
] as const satisfies (keyof Metadata)[]

export interface Evidenced<T> extends Omit<z.infer<ReturnType<typeof evidenced>>, 'value'> {
  value: T
}

/** A part of the file that is not text of the source, kept with the rule that set it aside. */
export const setAside = range.extend({
  /** `navigation`, `caption`, `credit`, `shortcode`, `markup`, `bullet`, `related`, `subscribe`, `standards`, `metadata` … */
  kind: z.string(),
  rule: z.string(),
})
export type SetAside = z.infer<typeof setAside>

/** A seed after cleaning: what is text, what is metadata, what was set aside. */
export const source = seed.extend({
  language: z.string(),
  rights,
  metadata,
  /** The headline first (ordinal 0) when there is one, then the body in reading order. */
  passages: z.array(passage),
  setAside: z.array(setAside),
})
export type Source = z.infer<typeof source>
