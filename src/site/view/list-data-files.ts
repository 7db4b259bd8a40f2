import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import dataFiles from './data-files.json'
import { groupDigits } from './word-count.ts'

/** A file that readers can take away. */
export interface DataFile {
  readonly name: string
  readonly what: string
  /** In words, with its unit. */
  readonly size?: string
  readonly sha256?: string
}

const described: Record<string, string> = dataFiles

/**
 * The files that will stand under `/data/`. When `DOSSIER_DATA` names the folder in which they wait, with size and
 * hash; without it, those that every build writes.
 */
export function listDataFiles(folder = process.env['DOSSIER_DATA']): DataFile[] {
  if (!folder || !existsSync(folder)) return Object.entries(described).map(([name, what]) => ({ name, what }))
  return readdirSync(folder).sort().map((name) => describeFile(folder, name))
}

function describeFile(folder: string, name: string): DataFile {
  const bytes = readFileSync(join(folder, name))
  return {
    name,
    what: described[name] ?? '',
    size: `${groupDigits(Math.ceil(bytes.length / 1000))} kB`,
    sha256: createHash('sha256').update(bytes).digest('hex'),
  }
}
