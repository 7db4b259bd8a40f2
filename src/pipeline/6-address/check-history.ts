import type { PagePermalink, PassagePermalink, Permalink, PermalinkRecord } from '../../model/permalink.ts'
import { isPassagePermalink, promiseOf } from '../../model/permalink.ts'
import type { Problem } from '../../model/problem.ts'
import { RECORD_FILE } from './record-file.ts'

/**
 * Checks that a record still holds every promise of an earlier one: every id, every address and every version.
 *
 * @param published the record of what readers have now, as the last commit or the hosted dossier holds it
 * @param now the record that would take its place
 */
export function checkHistory(published: PermalinkRecord, now: PermalinkRecord): Problem[] {
  const lines = new Map(now.map((line) => [line.id, line]))
  return published.flatMap((line) => faultsOf(line, lines.get(line.id)).map((reason) => problemOf(line, reason)))
}

/** Both lines have one id, and an id says whether it is a passage's. */
function faultsOf(line: Permalink, after: Permalink | undefined): string[] {
  if (!after)
    return [`${isPassagePermalink(line) ? line.id : line.address} was published and is not in the record any more`]
  if (!isPassagePermalink(line)) return pageFaults(line, after as PagePermalink)
  return line.source === (after as PassagePermalink).source ? [] : [`${line.id} moved to another source`]
}

function pageFaults(line: PagePermalink, after: PagePermalink): string[] {
  const kept = new Set([after.address, ...after.formerly].map(promiseOf))
  const lost = [line.address, ...line.formerly].filter((address) => !kept.has(promiseOf(address)))
  const isShorter = (line.versions ?? []).some((hash, at) => after.versions?.[at] !== hash)
  return [
    ...lost.map((address) => `${address} was published and neither is an address nor leads to one`),
    ...(isShorter ? [`A version of ${line.address} is not the one that was published`] : []),
  ]
}

function problemOf(line: Permalink, reason: string): Problem {
  const hint = `Put this line back into ${RECORD_FILE}:\n${JSON.stringify(line)}`
  return { file: RECORD_FILE, severity: 'error', rule: 'permalink/record', reason, hint }
}
