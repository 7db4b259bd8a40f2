import { z } from 'zod'
import { range } from './passage.ts'

/** The place of a block in the original file. Absent keys do not apply to the format. */
export const place = z.object({
  /** Page of a PDF, counted from 1. */
  page: z.int().positive().optional(),
  /** The page's printed label where it is not that number: `iv`, `A3`. */
  pageLabel: z.string().optional(),
  /** Part of a package or of a message: `word/footnotes.xml`, `text/html`, `OEBPS/ch1.xhtml`. */
  part: z.string().optional(),
  /** Element or field: `article > p:nth-of-type(3)`, `LP`, `articleBody`. */
  element: z.string().optional(),
  /** Line of a text, or row of a table, counted from 1. */
  row: z.int().positive().optional(),
  /** Time that the page prints over an entry of a live blog. */
  time: z.string().optional(),
})
export type Place = z.infer<typeof place>

/**
 * The role that a format's reader gives to a block. `open` leaves the decision to stage 2. A `credit` is not part of
 * the text and may name its author or date: stage 2 reads it, but it never becomes text.
 */
export const blockRole = z.enum(['headline', 'heading', 'paragraph', 'open', 'credit', 'aside'])
export type BlockRole = z.infer<typeof blockRole>

/** A block of an extracted text, in UTF-16 code units of that text. */
export const extractedBlock = range.extend({
  role: blockRole,
  /** For `aside`: its kind, and the rule that excluded it. */
  kind: z.string().optional(),
  rule: z.string().optional(),
  place,
})
export type ExtractedBlock = z.infer<typeof extractedBlock>

/** The fields of metadata that a file can state outside its text. */
export const statedField = z.enum(['headline', 'standfirst', 'publisher', 'authors', 'date', 'url', 'language'])
export type StatedField = z.infer<typeof statedField>

/** A value that the file states outside its text. Of two values for a field the first is used. */
export const stated = z.object({
  field: statedField,
  value: z.union([z.string(), z.array(z.string())]),
  /** Its place: `JSON-LD datePublished`, `meta og:title`, `column “Outlet”, row 3`. */
  place: z.string(),
  /** The exact words at `place`, if the value was converted. */
  words: z.string().optional(),
})
export type Stated = z.infer<typeof stated>

/** A record of a web archive: its id, the address that was asked, and when, as ISO 8601 in UTC. */
const capture = z.object({ record: z.string(), target: z.string(), datetime: z.string() })
export type Capture = z.infer<typeof capture>

/** Provenance stated by the file; shown and cited, but never used as the day of publication. */
export const provenance = z.object({
  /** Day on which the page was saved, captured or clipped. */
  accessed: z.string().optional(),
  /** Record of a web archive, and the later captures that found the page unchanged. */
  archive: capture.extend({ revisits: z.array(capture).optional() }).optional(),
  messageId: z.string().optional(),
  /** Day of the covering mail. */
  mailDate: z.string().optional(),
  /** The message that this one was attached to. */
  coveredBy: z.string().optional(),
  /** Page of the printed paper. */
  printedPage: z.string().optional(),
  /** Number in a database: accession number, item key. */
  accession: z.string().optional(),
  /** The file whose entry describes this one. */
  describedBy: z.string().optional(),
})
export type Provenance = z.infer<typeof provenance>

/** The extracted text of a file, in which offsets count, and its map to the original. */
export const extraction = z.object({
  /** Reader and its version: `html 1`. */
  by: z.string(),
  blocks: z.array(extractedBlock),
})
export type Extraction = z.infer<typeof extraction>

/** The file that an article is one of several in. */
export const container = z.object({
  /** Relative to the dossier's root. */
  file: z.string(),
  /** SHA-256 of the whole file. */
  sha256: z.string(),
  /** Address of the article within it, independent of its position: a message-id, a record-id, a key. */
  locator: z.string(),
  /** Name of the whole, as the title of a magazine. */
  title: z.string().optional(),
})
export type Container = z.infer<typeof container>

/** A file of the dossier that no source was made of. */
export const unusedFile = z.object({
  file: z.string(),
  rule: z.string(),
  reason: z.string(),
  hint: z.string().optional(),
})
export type UnusedFile = z.infer<typeof unusedFile>
