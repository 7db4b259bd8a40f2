import { diffWords } from '../../lang/words.ts'
import type { Findings } from '../../model/dossier.ts'
import type { Entity, ResolvedMention } from '../../model/entity.ts'
import type { JoinStep, Ruling } from '../../model/evidence.ts'
import type { Difference, Quotation } from '../../model/quotation.ts'
import type { Source } from '../../model/source.ts'
import { shortenKey } from '../../text/short-key.ts'
import { comparisonOf } from './sentences.ts'
import type { Occurrence } from './quotations/occurrences.ts'
import { canBeSameWords, collectOccurrences, compareOccurrences, compareSpeakers } from './quotations/occurrences.ts'

/**
 * Joins the same words, printed by several sources or twice by one, into one quotation with all its occurrences.
 * The same words by two named speakers stay two quotations; reported speech is never joined with quoted words.
 *
 * @param sources cleaned sources
 * @param findings what stage 3 found in them
 * @param entities every entity of the dossier
 * @param mentions resolved mentions, from which a named speaker's entity is taken
 * @returns quotations in the order of their first occurrences: by publication date, undated last, then file and place
 */
export function relateQuotations(
  sources: readonly Source[],
  findings: readonly Findings[],
  entities: readonly Entity[],
  mentions: readonly ResolvedMention[],
): Quotation[] {
  const taken = new Set<string>()
  return groupOccurrences(collectOccurrences(sources, findings, entities, mentions)).map((group) =>
    composeQuotation(group, taken),
  )
}

function composeQuotation(group: OccurrenceGroup, taken: Set<string>): Quotation {
  const { first, others } = group
  const speaker = speakerOf(group)
  const { words, speakerWords } = first.occurrence
  const denial = readDenial(first)
  return {
    key: keyOf(first, taken),
    words,
    mode: first.mode,
    ...(speaker !== undefined && { speaker }),
    ...(speakerWords !== undefined && { speakerWords }),
    ...(denial && { denial }),
    occurrences: [
      first.occurrence,
      ...others.map(({ occurrence, step }) => ({
        ...occurrence.occurrence,
        joined: step,
        differs: markDifferences(words, occurrence.occurrence.words),
      })),
    ],
  }
}

/** Reported speech that turns something down: "denied that it had the letter". */
function readDenial({ mode, language, occurrence: { words } }: Occurrence): Ruling | undefined {
  const verb = mode === 'reported' ? comparisonOf({ language })?.denials.findRefusal(words) : undefined
  return verb === undefined
    ? undefined
    : { rule: 'occurrence/denial', certainty: 'stated', reason: `“${verb}” denies what follows.` }
}

/**
 * The only named entity; undefined if an occurrence only describes the speaker, so that a join does not name an
 * anonymous speaker.
 */
function speakerOf({ first, others }: OccurrenceGroup): string | undefined {
  const all = [first, ...others.map(({ occurrence }) => occurrence)]
  if (all.some(({ form }) => form === 'described')) return undefined
  return all.find(({ occurrence }) => occurrence.speaker !== undefined)?.occurrence.speaker
}

function markDifferences(first: string, words: string): Difference[] {
  return diffWords(first, words).map(({ kind, before, after }) => ({
    kind,
    start: after.start,
    end: after.end,
    first: first.slice(before.start, before.end),
  }))
}

/** The words and who says them; where that is not enough, the place of the first occurrence as well. */
function keyOf({ keys, occurrence }: Occurrence, taken: Set<string>): string {
  const { file, passage, start } = occurrence.at[0]!
  const plain = [shortenKey(keys), occurrence.speaker ?? occurrence.speakerWords ?? ''].join(' | ')
  const isEnough = keys.length >= 5 && !taken.has(plain)
  const key = isEnough ? plain : [plain, `${file}#${passage}:${start}`].join(' | ')
  taken.add(key)
  return key
}

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
function groupOccurrences(occurrences: readonly Occurrence[]): OccurrenceGroup[] {
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
  const words = new Set(occurrence.keys)
  for (const group of candidates) {
    if (!canBeSameWords(group.first, words, occurrence.keys.length) || isContested(occurrence, group)) continue
    const step = compareOccurrences(group.first, occurrence)
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
