import type { PagePermalink, PassagePermalink, Permalink, PermalinkRecord } from '../../model/permalink.ts'
import { isAnchor, isPassagePermalink } from '../../model/permalink.ts'
import type { Problem } from '../../model/problem.ts'
import type { Tombstone } from '../../model/register.ts'
import { isStanding } from './carry-passages.ts'
import { hashVersion } from './carry-source.ts'
import { hashPassageText } from './page-marks.ts'
import { FOLDER_OF } from './page-address.ts'
import { RECORD_FILE, splitRecord } from './record-file.ts'
import { isAbout, TOMBSTONES_FILE } from './retire-pages.ts'

/** Checks that the record agrees with itself, so that a line that was edited or taken out by hand is noticed. */
export function checkRecord(record: PermalinkRecord): Problem[] {
  const lines = new Map(record.map((line) => [line.id, line]))
  const { passages } = splitRecord(record)
  return record.flatMap((line) => {
    const faults = isPassagePermalink(line)
      ? faultsOfPassage(line, lines)
      : faultsOfPage(line, passages.get(line.id) ?? [])
    return [...faults, ...faultsOfTargets(line, lines)].map((fault) => problemOf(line, fault))
  })
}

function faultsOfPassage(
  { id, source, text, sketch, hash }: PassagePermalink,
  lines: ReadonlyMap<string, Permalink>,
): string[] {
  const owner = lines.get(source)
  return [
    owner && 'type' in owner && owner.type === 'source'
      ? ''
      : `${id} stands in source ${source}, which the record does not hold`,
    (text === undefined) === (sketch === undefined)
      ? `${id} has ${text === undefined ? 'neither text nor' : 'both text and'} sketch, expected one`
      : '',
    text !== undefined && hashPassageText(text) !== hash
      ? `The text of ${id} is not the one that its hash stands for`
      : '',
  ].filter(Boolean)
}

function faultsOfPage(
  { id, type, state, reason, address, formerly, versions, passages: count }: PagePermalink,
  passages: readonly PassagePermalink[],
): string[] {
  const standing = passages.filter(isStanding).sort((a, b) => a.ordinal - b.ordinal)
  const isText = type === 'source' && state === 'live'
  const strange = [address, ...formerly].filter((path) => !path.endsWith(`${id}/`) && !path.endsWith(`-${id}`))
  return [
    ...strange.map((path) => `${path} does not end in the id ${id}`),
    address.startsWith(`/${isAnchor(address) ? FOLDER_OF.source : FOLDER_OF[type]}/`)
      ? ''
      : `${address} is no address of a ${type}`,
    state === 'tombstone' && !reason ? `${address} is a tombstone without a reason` : '',
    type === 'source' && count !== passages.length
      ? `${address} had ${count} passages, the record holds ${passages.length}`
      : '',
    isText && versions?.at(-1) !== hashVersion(standing.map(({ hash }) => hash))
      ? `The passages of ${address} are not the text of its last version`
      : '',
  ].filter(Boolean)
}

function faultsOfTargets({ id, state, to }: Permalink, lines: ReadonlyMap<string, Permalink>): string[] {
  const missing = to
    .filter((target) => !lines.has(target) || target === id)
    .map((target) => `${id} leads to ${target}, which is no other address`)
  return (state === 'merged' || state === 'moved' || state === 'split') && to.length === 0
    ? [`${id} is ${state} and leads nowhere`]
    : missing
}

function problemOf({ id }: Permalink, reason: string): Problem {
  const hint = `Take the line of ${id} from the last commit: git checkout -- ${RECORD_FILE}`
  return { file: RECORD_FILE, severity: 'error', rule: 'permalink/record', reason, hint }
}

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
