import type { Entity, ResolvedMention } from '../../model/entity.ts'
import type { Findings } from '../../model/dossier.ts'
import type { Difference, Quotation } from '../../model/quotation.ts'
import type { Source } from '../../model/source.ts'
import { diffWords } from '../../lang/words.ts'
import type { Occurrence } from './quotations/collect-occurrences.ts'
import { collectOccurrences } from './quotations/collect-occurrences.ts'
import type { OccurrenceGroup } from './quotations/group-occurrences.ts'
import { groupOccurrences } from './quotations/group-occurrences.ts'

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
  return {
    key: keyOf(first, taken),
    words,
    mode: first.mode,
    ...(speaker !== undefined && { speaker }),
    ...(speakerWords !== undefined && { speakerWords }),
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

/** The one entity that is named; none when any occurrence only describes the speaker, so that nobody is unmasked by a join. */
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
  const plain = `${keys.join(' ')} | ${occurrence.speaker ?? occurrence.speakerWords ?? ''}`
  const key = keys.length >= 5 && !taken.has(plain) ? plain : `${plain} | ${file}#${passage}:${start}`
  taken.add(key)
  return key
}
