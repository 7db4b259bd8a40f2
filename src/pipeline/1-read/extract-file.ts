import type { FieldMapping } from '../../model/dossier.ts'
import { sha256Of } from '../../text/hash.ts'
import type { Judge, Note, ReadFile } from './formats/format.ts'
import { Refusal } from './formats/format.ts'
import { formatOf } from './formats/registry.ts'
import { hashFile, streamFile } from './list-folder.ts'
import { readOwnFile } from './read-own-file.ts'

/** A file to extract; can be sent to a worker. */
export interface ExtractionTask {
  readonly root: string
  /** Relative to the root. */
  readonly file: string
  /** Name of its format. */
  readonly format: string
  /** Encoding that its sidecar names. */
  readonly encoding?: string | undefined
  readonly mapping?: FieldMapping | undefined
}

/** The extracted file, or why it was refused. */
export type ExtractedFile =
  | { readonly read: ReadFile; readonly sha256: string; readonly refusal?: never }
  | { readonly read?: never; readonly refusal: Note }

/**
 * Reads one file by its format.
 *
 * @param judge the cleaning of plain text, a feature of the classifier of web pages
 */
export async function extractFile(task: ExtractionTask, judge?: Judge): Promise<ExtractedFile> {
  const { root, file, format: name, encoding, mapping } = task
  const format = formatOf(name)
  try {
    const open = () => streamFile(root, file)
    if (format.isStreamed) {
      const sha256 = await hashFile(root, file)
      const read = await format.read({ file, bytes: Buffer.alloc(0), open, encoding, mapping, judge })
      return { read, sha256 }
    }
    const own = readOwnFile(root, file, format.maxBytes)
    if (own.problem) return { refusal: own.problem }
    const read = await format.read({ file, bytes: own.bytes, open, encoding, mapping, judge })
    return { read, sha256: sha256Of(own.bytes) }
  } catch (error) {
    return { refusal: error instanceof Refusal ? error.note : explain(name, error) }
  }
}

/** Error message of a library, without paths of this machine. */
function explain(format: string, error: unknown): Note {
  const message = error instanceof Error ? error.message : String(error)
  const words = message.replaceAll(/(?:file:\/\/)?(?:[A-Z]:)?(?:[\\/][\w.@ -]+){2,}/g, '…').replaceAll(/\s+/g, ' ')
  if (/ERR_MODULE_NOT_FOUND|Cannot find (?:module|package)/.test(`${(error as NodeJS.ErrnoException).code} ${message}`))
    return {
      rule: 'file/reader-missing',
      reason: `Unexpected installation without a part of the reader of ${format}; the file may be in order`,
      hint: 'Install the program again: npm ci',
    }
  return {
    rule: 'file/damaged',
    reason: `Unexpected contents, expected ${format}: ${words.slice(0, 200)}`,
    hint: 'Save or export it again, or put its text into a .txt file.',
  }
}
