import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { exportedFile, type ExportedFile } from '../../model/published-file.ts'
import { CONTENT } from '../loader/folders.ts'
import { track } from '../loader/reads.ts'
import { formatNumber } from '../text/text.ts'

const readExports = track('exports', () =>
  z.array(exportedFile).parse(JSON.parse(readFileSync(join(CONTENT, 'exports.json'), 'utf8'))),
)

/** The files that stand under `/data/`, by name, with the size of each in words. */
export function listDataFiles(): (ExportedFile & { size: string })[] {
  return readExports('').map((file) => ({ ...file, size: `${formatNumber(Math.ceil(file.bytes / 1000))} kB` }))
}
