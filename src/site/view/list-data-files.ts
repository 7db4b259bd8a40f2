import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { exportedFile } from '../../model/exported-file.ts'
import type { ExportedFile } from '../../model/exported-file.ts'
import { CONTENT } from '../loader/folders.ts'
import { groupDigits } from './word-count.ts'

/** The files that stand under `/data/`, by name, with the size of each in words. */
export function listDataFiles(): (ExportedFile & { size: string })[] {
  const files = z.array(exportedFile).parse(JSON.parse(readFileSync(join(CONTENT, 'exports.json'), 'utf8')))
  return files.map((file) => ({ ...file, size: `${groupDigits(Math.ceil(file.bytes / 1000))} kB` }))
}
