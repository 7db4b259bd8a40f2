import { existsSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { PermalinkRecord } from '../model/permalink.ts'
import type { Problem } from '../model/problem.ts'
import { checkHistory } from '../pipeline/6-address/check-history.ts'
import { PUBLISHED_RECORD, parseRecord, RECORD_FILE } from '../pipeline/6-address/record-file.ts'
import type { BuiltDossier } from '../pipeline/build-dossier.ts'

/**
 * Checks a build against the site that it would replace, which carries the record it was published with: this notices
 * what was lost from `content/permalinks.json` since, even where the remaining lines agree.
 *
 * @param out the folder of the site; if it does not exist, nothing was published from here
 */
export function checkPublished({ record }: Pick<BuiltDossier, 'record'>, out: string): Problem[] {
  const file = join(out, PUBLISHED_RECORD)
  if (!existsSync(file)) return []
  const read = readRecord(file)
  if ('reason' in read) return [problemOf(file, read.reason, 'Delete the folder of the site, and build again.')]
  return checkHistory(parseRecord(read.text).value, record)
}

const HINT = `Give the record of the hosted site, which carries it as ${PUBLISHED_RECORD}, or an earlier commit's: git show HEAD~1:${RECORD_FILE}`

/**
 * Checks a build against a record of what readers have, wherever that was kept: addresses that would break are found
 * even where both the dossier's own record and its site were deleted.
 *
 * @param record as this build would write it
 * @param file path of the record of what is published
 */
export function checkPublishedFile(record: PermalinkRecord, file: string): Problem[] {
  const read = readRecord(file)
  if ('reason' in read) return [problemOf(file, read.reason, HINT)]
  const { value, problems } = parseRecord(read.text)
  if (problems.length > 0) return problems.slice(0, 1).map((problem) => ({ ...problem, file, hint: HINT }))
  if (value.length === 0) return [problemOf(file, 'Unexpected empty record, expected one address or more', HINT)]
  return checkHistory(value, record)
}

/** The longest text that Node can hold is a little more. */
const MAX_BYTES = 500_000_000

/** The text of a record, or the reason why it cannot be read: any file may have been named, or stand in its place. */
function readRecord(file: string): { readonly text: string } | { readonly reason: string } {
  try {
    const stat = statSync(file, { throwIfNoEntry: false })
    if (!stat?.isFile()) return { reason: 'No such file, expected the record of a published dossier' }
    if (stat.size > MAX_BYTES)
      return { reason: `Unexpected ${stat.size} bytes, expected the record of a published dossier` }
    return { text: readFileSync(file, 'utf8') }
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    return { reason: `Unexpected ${code} while reading, expected a file that may be read` }
  }
}

function problemOf(file: string, reason: string, hint: string): Problem {
  return { file, severity: 'error', rule: 'build/published', reason, hint }
}
