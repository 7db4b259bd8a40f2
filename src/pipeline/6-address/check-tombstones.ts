import type { PagePermalink } from '../../model/permalink.ts'
import type { Problem } from '../../model/problem.ts'
import type { Tombstone } from '../../model/register.ts'
import { isAbout, TOMBSTONES_FILE } from './retire-pages.ts'

/**
 * Checks that every tombstone speaks of a published page that is really gone.
 *
 * @param published pages of the record before this build
 * @param present pages of this build
 */
export function checkTombstones(
  tombstones: readonly Tombstone[],
  published: readonly PagePermalink[],
  present: readonly PagePermalink[],
): Problem[] {
  return tombstones.flatMap((tombstone): Problem[] => {
    const standing = present.find((line) => isAbout(tombstone, line))
    const fault = { file: TOMBSTONES_FILE, severity: 'error' as const }
    if (standing) {
      const reason = `${standing.address} has a tombstone and is still there`
      return [
        {
          ...fault,
          rule: 'permalink/still-there',
          reason,
          hint: 'Take its seed away, or take the entry out of this file.',
        },
      ]
    }
    if (published.some((line) => isAbout(tombstone, line))) return []
    const reason = `${tombstone.id} was never published`
    return [{ ...fault, rule: 'permalink/unknown', reason, hint: 'Write the id at the end of the page’s address.' }]
  })
}
