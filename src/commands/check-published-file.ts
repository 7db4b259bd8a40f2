import type { PermalinkRecord } from '../model/permalink.ts'
import type { Problem } from '../model/problem.ts'
import { checkHistory } from '../pipeline/6-address/check-history.ts'
import { parseRecord, PUBLISHED_RECORD, RECORD_FILE } from '../pipeline/6-address/record-file.ts'
import { readRecord } from './read-record.ts'

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
  if (read.text === undefined) return [problemOf(file, read.reason)]
  const { value, problems } = parseRecord(read.text)
  if (problems.length > 0) return problems.slice(0, 1).map((problem) => ({ ...problem, file, hint: HINT }))
  if (value.length === 0) return [problemOf(file, 'Unexpected empty record, expected one address or more')]
  return checkHistory(value, record)
}

function problemOf(file: string, reason: string): Problem {
  return { file, severity: 'error', rule: 'check/published', reason, hint: HINT }
}
