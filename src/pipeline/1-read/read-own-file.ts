import { lstatSync, readFileSync, realpathSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { Problem } from '../../model/problem.ts'

/** The bytes of a file, or the reason why it is not read. */
export type OwnFile = { readonly bytes: Buffer; readonly problem?: never } | { readonly bytes?: never; readonly problem: Problem }

/** Above this a file of a dossier is not something that a person wrote or clipped but an archive. */
const MAX_BYTES = 5_000_000

/**
 * Reads a file of the dossier: a regular file that really lies in the dossier's folder, and not too large. No link is
 * followed, so that a folder of clippings from anywhere never publishes a file of the machine it is built on.
 *
 * @param root the dossier's folder
 * @param file relative to it
 */
export function readOwnFile(root: string, file: string): OwnFile {
  try {
    const path = join(root, file)
    const stat = lstatSync(path)
    if (!stat.isFile()) return { problem: problemOf(file, 'read/not-a-file', 'Unexpected link or folder, expected a regular file', 'Copy the file itself into the folder.') }
    if (isOutside(root, path)) return { problem: problemOf(file, 'read/outside', 'Unexpected linked folder, expected one of the dossier itself', 'Copy the folder into the dossier.') }
    if (stat.size > MAX_BYTES) return { problem: problemOf(file, 'read/too-large', `Unexpected ${stat.size} bytes, expected at most ${MAX_BYTES}`, 'Split it into one file an article.') }
    return { bytes: readFileSync(path) }
  } catch (error) {
    return { problem: problemOf(file, 'read/unreadable', `Unexpected ${(error as NodeJS.ErrnoException).code} while reading, expected a file that may be read`, 'Rename it to plain letters and digits, or give yourself the right to read it.') }
  }
}

function isOutside(root: string, path: string): boolean {
  return relative(realpathSync(root), realpathSync(path)).startsWith('..')
}

function problemOf(file: string, rule: string, reason: string, hint: string): Problem {
  return { file, severity: 'error', rule, reason, hint }
}
