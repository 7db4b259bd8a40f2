import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Problem } from '../model/problem.ts'
import { checkHistory } from '../pipeline/6-address/check-history.ts'
import { PUBLISHED_RECORD, parseRecord } from '../pipeline/6-address/record-file.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'
import { readRecord } from './read-record.ts'

/**
 * Checks a build against the site that stands in its place now, which carries the record it was published with: what
 * was lost from `content/permalinks.json` since then is noticed even where the lines that are left agree.
 *
 * @param out the folder of the site; where there is none, nothing was published from here
 */
export function checkPublished({ record }: BuiltDossier, out: string): Problem[] {
  const file = join(out, PUBLISHED_RECORD)
  if (!existsSync(file)) return []
  const read = readRecord(file)
  if (read.text === undefined)
    return [
      {
        file,
        severity: 'error',
        rule: 'check/published',
        reason: read.reason,
        hint: 'Delete the folder of the site, and build again.',
      },
    ]
  return checkHistory(parseRecord(read.text).value, record)
}
