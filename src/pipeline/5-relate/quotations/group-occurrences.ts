import type { JoinStep } from '../../../model/evidence.ts'
import type { Occurrence } from './collect-occurrences.ts'
import { compareOccurrences } from './compare-occurrences.ts'
import { compareSpeakers } from './compare-occurrences.ts'

/** Occurrences of one quotation; the first has no step, every other the step that joined it to the first. */
export interface OccurrenceGroup {
  readonly first: Occurrence
  readonly others: { readonly occurrence: Occurrence; readonly step: JoinStep }[]
}

/** Words in a row that two occurrences must share to be compared at all. */
const SHINGLE = 3
/** A shingle of more groups than this is a common turn of phrase and finds nothing. */
const COMMON = 40

/**
 * Groups occurrences of the same words. Each is compared with the first occurrences of earlier groups that share a
 * shingle with it, so the work grows with the number of occurrences and chains ("a like b like c") never form.
 *
 * @param occurrences in the order in which they are to be read
 */
export function groupOccurrences(occurrences: readonly Occurrence[]): OccurrenceGroup[] {
  const groups: OccurrenceGroup[] = []
  const index = new Map<string, OccurrenceGroup[]>()
  for (const occurrence of occurrences) {
    const shingles = shinglesOf(occurrence)
    const found = findGroup(occurrence, shingles, index)
    if (found) {
      found.group.others.push({ occurrence, step: found.step })
      continue
    }
    const group: OccurrenceGroup = { first: occurrence, others: [] }
    groups.push(group)
    for (const shingle of shingles) addTo(index, shingle, group)
  }
  return groups
}

function findGroup(
  occurrence: Occurrence,
  shingles: ReadonlySet<string>,
  index: ReadonlyMap<string, readonly OccurrenceGroup[]>,
) {
  const candidates = new Set<OccurrenceGroup>()
  for (const shingle of shingles) {
    const groups = index.get(shingle) ?? []
    if (groups.length <= COMMON) for (const group of groups) candidates.add(group)
  }
  for (const group of candidates) {
    const step = isContested(occurrence, group) ? undefined : compareOccurrences(group.first, occurrence)
    if (step) return { group, step }
  }
  return undefined
}

function isContested(occurrence: Occurrence, { others }: OccurrenceGroup): boolean {
  return others.some((other) => compareSpeakers(other.occurrence, occurrence) === 'different')
}

/** Every run of three words, and the whole with its speaker, so that equal words of one speaker always meet. */
function shinglesOf({ keys, occurrence }: Occurrence): Set<string> {
  const shingles = new Set<string>([`= ${keys.join(' ')} | ${occurrence.speaker ?? occurrence.speakerWords ?? ''}`])
  for (let at = 0; at + SHINGLE <= keys.length; at += 1) shingles.add(keys.slice(at, at + SHINGLE).join(' '))
  return shingles
}

function addTo(index: Map<string, OccurrenceGroup[]>, shingle: string, group: OccurrenceGroup): void {
  const groups = index.get(shingle)
  if (groups) groups.push(group)
  else index.set(shingle, [group])
}
