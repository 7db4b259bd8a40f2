import type { JoinStep } from '../../../model/join-step.ts'
import type { Printing } from './collect-printings.ts'
import { comparePrintings } from './compare-printings.ts'
import { compareSpeakers } from './compare-speakers.ts'

/** Printings of one quotation; the first has no step, every other the step that joined it to the first. */
export interface Group {
  readonly first: Printing
  readonly others: { readonly printing: Printing; readonly step: JoinStep }[]
}

/** Words in a row that two printings must share to be compared at all. */
const SHINGLE = 3
/** A shingle of more groups than this is a common turn of phrase and finds nothing. */
const COMMON = 40

/**
 * Groups printings of the same words. Each is compared with the first printings of earlier groups that share a
 * shingle with it, so the work grows with the number of printings and chains ("a like b like c") never form.
 *
 * @param printings in the order in which they are to be read
 */
export function groupPrintings(printings: readonly Printing[]): Group[] {
  const groups: Group[] = []
  const index = new Map<string, Group[]>()
  for (const printing of printings) {
    const shingles = shinglesOf(printing)
    const found = findGroup(printing, shingles, index)
    if (found) {
      found.group.others.push({ printing, step: found.step })
      continue
    }
    const group: Group = { first: printing, others: [] }
    groups.push(group)
    for (const shingle of shingles) addTo(index, shingle, group)
  }
  return groups
}

function findGroup(printing: Printing, shingles: ReadonlySet<string>, index: ReadonlyMap<string, readonly Group[]>) {
  const candidates = new Set<Group>()
  for (const shingle of shingles) {
    const groups = index.get(shingle) ?? []
    if (groups.length <= COMMON) for (const group of groups) candidates.add(group)
  }
  for (const group of candidates) {
    const step = isContested(printing, group) ? undefined : comparePrintings(group.first, printing)
    if (step) return { group, step }
  }
  return undefined
}

function isContested(printing: Printing, { others }: Group): boolean {
  return others.some((other) => compareSpeakers(other.printing, printing) === 'different')
}

/** Every run of three words, and the whole with its speaker, so that equal words of one speaker always meet. */
function shinglesOf({ keys, printing }: Printing): Set<string> {
  const shingles = new Set<string>([`= ${keys.join(' ')} | ${printing.speaker ?? printing.speakerWords ?? ''}`])
  for (let at = 0; at + SHINGLE <= keys.length; at += 1) shingles.add(keys.slice(at, at + SHINGLE).join(' '))
  return shingles
}

function addTo(index: Map<string, Group[]>, shingle: string, group: Group): void {
  const groups = index.get(shingle)
  if (groups) groups.push(group)
  else index.set(shingle, [group])
}
