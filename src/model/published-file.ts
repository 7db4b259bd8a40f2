import { z } from 'zod'

/** A file that the build writes: path relative to the folder it goes into, with `/` between folders, and its text. */
export interface WrittenFile {
  readonly path: string
  readonly text: string
  /** A file of these bytes that is on the disk already. */
  readonly from?: string
  /** For a file on the disk: the hash of its text, and its size. */
  readonly sha256?: string
  readonly bytes?: number
}

/** Ending of a file that is published as gzip, behind its own name. */
export const PACKED = '.gz'

/** Name of a part of a file, from 1: `mentions-001.csv` for `mentions.csv`. */
export const namePart = (name: string, number: number): string =>
  name.replace(/(?=\.[^/]*$)/, `-${String(number).padStart(3, '0')}`)

/** A file of the site's `data/` folder. A large one that programs read is published as gzip, under its name and `.gz`. */
export interface DataFile {
  readonly path: string
  readonly text: string | Uint8Array
  readonly from?: string
  readonly sha256?: string
  readonly bytes?: number
}

/** A file that is made chunk by chunk, since its text may be longer than a string can be. */
export interface ChunkedFile<Chunk extends string | Uint8Array = string> {
  readonly path: string
  readonly chunks: Iterable<Chunk>
  /** The same in pieces, of which those that the last build made need not be made again. */
  readonly pieces?: readonly FilePiece[]
}

/** A piece of a file: whole lines. */
export interface FilePiece {
  /** Hash of everything, but for the program, that its text is made from; nothing where it must be made. */
  readonly key?: string | undefined
  readonly chunks: () => Iterable<string>
}

/** A file of pieces. */
export const pieceFile = (path: string, pieces: readonly FilePiece[]): ChunkedFile => ({
  path,
  pieces,
  chunks: {
    *[Symbol.iterator]() {
      for (const piece of pieces) yield* piece.chunks()
    },
  },
})

/** A file as it is made: of one text, or chunk by chunk. */
export type MadeFile = WrittenFile | ChunkedFile

/** The text of a file chunk by chunk. */
export const chunksOf = (file: MadeFile): Iterable<string> => ('chunks' in file ? file.chunks : [file.text])

/** Writes a file to the disk as it is made; its text is then read from there when it is needed. */
export interface SetDown {
  (file: MadeFile): WrittenFile
  (file: DataFile | ChunkedFile<string | Uint8Array>): DataFile
}

/** Holds the text of a file in memory instead. */
export const holdFile = ((file: DataFile | ChunkedFile<string | Uint8Array>): DataFile => {
  if (!('chunks' in file)) return file
  const chunks = [...file.chunks]
  const isText = chunks.every((chunk) => typeof chunk === 'string')
  return { path: file.path, text: isText ? chunks.join('') : Buffer.concat(chunks.map((chunk) => Buffer.from(chunk))) }
}) as SetDown

/** One line of `content/exports.json`: a file of the site's `data/` folder, as the Data page lists it. */
export const exportedFile = z.object({
  /** Name in the folder. */
  name: z.string(),
  what: z.string(),
  /** Media type. */
  format: z.string(),
  /** True when it holds words of the sources, which are their publishers'. */
  quotes: z.boolean(),
  bytes: z.int().nonnegative(),
  sha256: z.string(),
})
export type ExportedFile = z.infer<typeof exportedFile>

/**
 * Path of the share image of a page.
 *
 * @param page path of the page from the dossier's root: `/people/ines-okafor-3k9m2p7x/`
 * @returns path from the dossier's root: `/share/people/ines-okafor-3k9m2p7x.png`
 */
export function shareImagePath(page: string): string {
  return `/share/${page.replace(/^\/|\/$|\.html$/g, '') || 'index'}.png`
}

/**
 * The place of the words: quoted if their rights allow, and by position in Unicode code points of the decoded seed.
 */
export type Selector =
  | { readonly type: 'TextQuoteSelector'; readonly exact: string; readonly prefix: string; readonly suffix: string }
  | { readonly type: 'TextPositionSelector'; readonly start: number; readonly end: number }

/** A mention, date, quotation, figure or role with its rule, as a W3C Web Annotation whose addresses begin at the dossier's root. */
export interface WebAnnotation {
  /** Path from the dossier's root, with the passage, the kind of annotation and its position. */
  readonly id: string
  readonly type: 'Annotation'
  readonly motivation: 'identifying' | 'tagging' | 'describing'
  /** `kind` is an entity's, or `date`, `quotation`, `figure`, `role`. */
  readonly body: Readonly<Record<string, unknown>> & { readonly kind: string }
  readonly target: {
    /** Path of the passage from the dossier's root. */
    readonly source: string
    readonly selector: readonly Selector[]
  }
}
