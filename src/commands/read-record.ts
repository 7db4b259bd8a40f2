import { readFileSync, statSync } from 'node:fs'

/** Beyond this, Node makes no text of a file. */
const MAX_BYTES = 500_000_000

/**
 * Reads a record of what readers have, wherever it lies: any file may have been named, or stand in its place.
 *
 * @returns its text, or the reason why there is none
 */
export function readRecord(
  file: string,
): { readonly text: string } | { readonly text?: never; readonly reason: string } {
  try {
    const stat = statSync(file, { throwIfNoEntry: false })
    if (!stat?.isFile()) return { reason: 'No such file, expected the record of a published dossier' }
    if (stat.size > MAX_BYTES)
      return { reason: `Unexpected ${stat.size} bytes, expected the record of a published dossier` }
    return { text: readFileSync(file, 'utf8') }
  } catch (error) {
    return {
      reason: `Unexpected ${(error as NodeJS.ErrnoException).code} while reading, expected a file that may be read`,
    }
  }
}
