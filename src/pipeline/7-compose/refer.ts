import type { CaveatReference, EntityCount, EntityReference, PassageReference } from '../../model/entry.ts'
import type { Caveat } from '../../model/evidence.ts'
import type { SpanInFile } from '../../model/passage.ts'
import type { Speaker } from '../../model/quotation.ts'
import { compare } from '../../text/compare.ts'
import { findNamed } from '../../text/quoted-place.ts'
import type { Composition } from './composition.ts'

/** A reference to an entity by its id, with the fields needed to show it. */
export function referToEntity({ pageOfEntity, entityOf }: Composition, key: string): EntityReference {
  const { kind, name } = entityOf(key)
  return { id: pageOfEntity(key).id, kind, name }
}

/** A reference to the passage of some words. */
export function referToPassage(
  { pageOfSource, passageIdOf }: Composition,
  { file, passage }: SpanInFile,
): PassageReference {
  return { source: pageOfSource(file).id, passage: passageIdOf(file, passage), ordinal: passage }
}

/** Refers to where a source says that it could not confirm words; nothing when it says no such thing. */
export function referToCaveat(
  composition: Composition,
  caveat: Caveat | undefined,
  claim: SpanInFile,
): { caveat?: CaveatReference } {
  if (!caveat) return {}
  const { sentence, ...rest } = caveat
  const isSame = sentence.passage === claim.passage && sentence.start <= claim.start && claim.end <= sentence.end
  return {
    caveat: {
      ...referToPassage(composition, sentence),
      ...rest,
      ...(!isSame && { sentence: wordsAt(composition, sentence) }),
    },
  }
}

/** Counts mentions by entity, most frequent first, then by name and id. */
export function countEntities(
  { pageOfEntity, entityOf }: Composition,
  mentions: readonly { readonly entity: string }[],
): EntityCount[] {
  const counts = new Map<string, number>()
  for (const { entity } of mentions) counts.set(entity, (counts.get(entity) ?? 0) + 1)
  return [...counts]
    .map(([key, count]) => ({
      id: pageOfEntity(key).id,
      kind: entityOf(key).kind,
      name: entityOf(key).name,
      mentions: count,
    }))
    .toSorted((a, b) => b.mentions - a.mentions || compare(a.name, b.name) || compare(a.id, b.id))
}

/**
 * The entity that speaks: the one an editor gave, else that of the first mention in the speaker's words; undefined
 * for a speaker who is only described, even if the description contains names.
 */
export function namedSpeaker(
  { annotationsOf, dossier }: Composition,
  file: string,
  speaker: Speaker | undefined,
): string | undefined {
  if (speaker?.form !== 'named') return undefined
  if (speaker.refersTo !== undefined) return findNamed(dossier.entities, speaker.refersTo)?.key
  const { passage, start, end } = speaker.span
  const named = annotationsOf(file, passage).mentions.filter(
    ({ span, form }) => form === 'name' && span.start < end && span.end > start,
  )
  return named.toSorted((a, b) => a.span.start - b.span.start)[0]?.entity
}

/** The words of a passage at a span. */
export function wordsAt({ passageOf }: Composition, { file, passage, start, end }: SpanInFile): string {
  return passageOf(file, passage).text.slice(start, end)
}
