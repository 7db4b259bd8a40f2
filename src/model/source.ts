import { z } from 'zod'
import { correction, statedMetadata, writtenCorrection } from './correction.ts'
import { day, partialDate } from './date.ts'
import { certainty, fileEdit } from './evidence.ts'
import { container, extraction, provenance, stated } from './extracted.ts'
import { passage, range } from './passage.ts'

/** How much of a source's text the dossier may show. */
export const rights = z.enum(['full', 'excerpt', 'citation'])
export type Rights = z.infer<typeof rights>

/** The relation of a seed to its original; `digest` when it gives the original in other words. */
export const sourceForm = z.enum(['original', 'digest', 'translation', 'excerpt'])

const lines = z
  .array(
    z.object({
      from: z.int().positive().describe('First line of the block in the file, counted from 1.'),
      to: z.int().positive().optional().describe('Last line of the block, where it is not the first.'),
      text: z.string().describe('First words of the block: where they do not stand there, nothing is done.'),
    }),
  )
  .optional()

/** An editor's metadata of one article. */
const articleSidecar = z.strictObject({
  headline: statedMetadata.headline.optional(),
  publisher: statedMetadata.publisher.optional(),
  authors: statedMetadata.authors.optional(),
  date: statedMetadata.date.optional(),
  url: statedMetadata.url.optional(),
  accessed: partialDate.optional().describe('Day on which the clipping was taken.'),
  encoding: z
    .string()
    .optional()
    .describe('Encoding of a file that is no UTF-8 and does not say what it is: `iso-8859-2`.'),
  language: z.string().optional().describe('Language of the text, as a BCP 47 tag: `en`.'),
  rights: rights
    .optional()
    .describe('How much of the text is shown: `full`, `excerpt` (its first sentences), `citation` (nothing).'),
  note: z.string().optional().describe('A sentence that is shown with the source.'),
  form: sourceForm.optional().describe('How the file stands to the text it was taken from.'),
  keep: lines.describe('Old form of corrections of kind `line`; `dossier migrate` rewrites it.'),
  drop: lines.describe('Old form of corrections of kind `line`; `dossier migrate` rewrites it.'),
  corrections: z.array(correction).optional().describe('What the rules say wrongly of the article.'),
})

/**
 * An editor's metadata of one seed, in `seeds/articles/NAME.yml` beside it: fields that the text does not state,
 * rights, and corrections.
 */
export const sidecar = articleSidecar.extend({
  articles: z
    .record(z.string(), articleSidecar)
    .optional()
    .describe('For a file of several articles: what holds for one of them, by its address within the file.'),
})
export type Sidecar = z.infer<typeof sidecar>

/** An article as it was read from a file: bytes decoded, sidecar checked. */
export const seed = z.object({
  /**
   * File relative to the dossier's root, as `seeds/articles/000.txt`; for one article of several in a file, with `#`
   * and its address within it, as `seeds/articles/list.mbox#<1@a.example>`.
   */
  file: z.string(),
  /** SHA-256 of the file's bytes, hexadecimal; for one article of several, of its own bytes within the file. */
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  /** The encoding the bytes were decoded with, by its name in the Encoding Standard; `utf-8-bom` when a byte order mark says so. */
  encoding: z.string(),
  /** Name of the format, as `html`; see `1-read/formats`. */
  format: z.string(),
  /**
   * The text that offsets refer to: the decoded text without its byte order mark, or the text extracted from the
   * file.
   */
  text: z.string(),
  sidecar,
  /** Absent where `text` is the decoded file itself. */
  extraction: extraction.optional(),
  container: container.optional(),
  /** Metadata that the file states outside its text; of two values for a field the first is used. */
  stated: z.array(stated).optional(),
  provenance: provenance.optional(),
  /** Other paths with the same bytes. */
  copies: z.array(z.string()).optional(),
  /** Corrections of the statements about it. */
  corrections: z.array(writtenCorrection).optional(),
})
export type Seed = z.infer<typeof seed>

/** A value with the reason to believe it. A value that nobody states and no rule gives is absent, never guessed. */
const evidenced = <T extends z.ZodType>(value: T) =>
  z.object({
    value,
    certainty,
    /** Permanent name of the rule that read it, as `metadata/byline`. */
    rule: z.string(),
    /** The words it was read from: ranges over the seed's decoded text. Empty for `editor`. */
    evidence: z.array(range),
    /** For `inferred`: the reasoning, in a sentence a reader can check. */
    reason: z.string().optional(),
    /** Where the file states it, when that is outside its text: `JSON-LD datePublished`. */
    place: z.string().optional(),
    /** The exact words at `place`. */
    words: z.string().optional(),
    /** Other values that the file states, each with its place. */
    others: z.array(z.object({ value: z.string(), place: z.string() })).optional(),
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

/** A seed after cleaning: its text, its metadata, and what was set aside. */
export const source = seed.extend({
  /** BCP 47 tag; `und` when the words belong to no language that is known. */
  language: z.string(),
  /** The same with its certainty and its rule. */
  languageFact: evidenced(z.string()).optional(),
  rights,
  metadata,
  /** First and last possible day of publication, inferred from other sources. */
  dating: z.object({ lo: day, hi: day, reason: z.string() }).optional(),
  /** The headline first (ordinal 0) when there is one, then the body in reading order. */
  passages: z.array(passage),
  setAside: z.array(setAside),
  /** Corrections of how the file was read; absent if there are none. */
  edits: z.array(fileEdit).optional(),
})
export type Source = z.infer<typeof source>
