import type { Readable } from 'node:stream'
import type { FieldMapping } from '../../../model/dossier.ts'
import type { BlockRole, Place, Provenance, Stated } from '../../../model/extracted.ts'

/** For each line, whether the cleaning of plain text keeps it as text. */
export type Judge = (lines: readonly string[]) => readonly boolean[]

/** The beginning of a file, by which its format is recognised. */
export interface Opening {
  /** The first bytes, at most `OPENING_BYTES`. */
  readonly bytes: Buffer
  /** The same bytes as Latin-1 characters, without a byte order mark of UTF-8 and leading white space. */
  readonly text: string
  /** In lower case and with its dot: `.html`; only a hint. */
  readonly extension: string
}
export const OPENING_BYTES = 65_536

/** A file to read. */
export interface FormatInput {
  /** Relative to the dossier's root. */
  readonly file: string
  /** The whole file; only its opening where the format is streamed. */
  readonly bytes: Buffer
  /** The whole file, piece by piece. */
  readonly open: () => Readable
  /** Encoding that the file's sidecar names. */
  readonly encoding?: string | undefined
  /** Returns which lines of a page would be text if it were plain text. */
  readonly judge?: Judge | undefined
  /** The meaning of table columns, from `dossier.yml`. */
  readonly mapping?: FieldMapping | undefined
}

/** A block of an article's extracted text; `text` has no line ends. */
export interface ReadBlock {
  readonly text: string
  readonly role: BlockRole
  /** For `aside`. */
  readonly kind?: string
  readonly rule?: string
  readonly place?: Place
}

/** A note about a file, shown as a problem. A note on a file without an article says why. */
export interface Note {
  readonly rule: string
  readonly reason: string
  readonly hint?: string | undefined
  readonly line?: number | undefined
}

/** One article of a file. */
export interface ReadArticle {
  /** Address within the file, independent of position; absent where the file is the article. */
  readonly locator?: string
  /** SHA-256 of its own bytes within the file; absent if the file is the article. */
  readonly ownSha256?: string
  /** The decoded file itself, where offsets count in that; else `blocks`. */
  readonly text?: string
  readonly blocks?: readonly ReadBlock[]
  readonly encoding: string
  readonly stated: readonly Stated[]
  readonly provenance?: Provenance
  readonly form?: 'excerpt'
  readonly notes?: readonly Note[]
}

/** An entry of a reference library, which describes a file beside it. */
export interface LibraryItem {
  readonly key: string
  readonly stated: readonly Stated[]
  readonly provenance?: Provenance
  /** Paths of the files it names, relative to the library's own folder, as written. */
  readonly attachments: readonly string[]
}

/** Result of a format's reader. */
export interface ReadFile {
  readonly articles: readonly ReadArticle[]
  readonly notes: readonly Note[]
  /** Name of the whole, where it holds several articles. */
  readonly title?: string
  readonly items?: readonly LibraryItem[]
}

/** A file format. Adding one means writing `formats/NAME.ts` and naming it in `registry.ts`. */
export interface Format {
  readonly name: string
  /** Increased whenever the same file gives another text. */
  readonly version: number
  /** Largest file that is read, in bytes. */
  readonly maxBytes: number
  /** True when the file is read piece by piece, and `bytes` holds only its opening. */
  readonly isStreamed?: true
  /** True for text that is its own extracted text. It is read without a worker. */
  readonly isPlain?: true
  /** Usual file name endings of the format; another ending is reported as a mismatch. */
  readonly extensions: readonly string[]
  readonly recognises: (opening: Opening) => boolean
  /** @throws Refusal where no article can be made of the file */
  readonly read: (input: FormatInput) => ReadFile | Promise<ReadFile>
}

/** Why a file, or a part of it, is not read. */
export class Refusal extends Error {
  readonly note: Note
  constructor(note: Note) {
    super(note.reason)
    this.note = note
  }
}
