import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Reported } from '../../model/problem.ts'
import { readOwnFile } from './read-own-file.ts'

/** What a build wrote grows with the dossier; beyond this, Node makes no text of it. */
const MAX_BYTES = 500_000_000

/**
 * Reads a file that an earlier build left under `content/`, as carefully as a clipping: the folder may come from
 * anywhere too.
 *
 * @returns its text; undefined when there is none, or a problem
 */
export function readGenerated(root: string, file: string): Reported<string | undefined> {
  if (!existsSync(join(root, file))) return { value: undefined, problems: [] }
  const { bytes, problem } = readOwnFile(root, file, MAX_BYTES)
  return { value: bytes?.toString('utf8'), problems: problem ? [problem] : [] }
}
