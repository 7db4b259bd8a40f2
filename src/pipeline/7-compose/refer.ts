import type { Caveat } from '../../model/evidence.ts'
import type { CaveatReference, EntityReference, PassageReference } from '../../model/entry.ts'
import type { SpanInFile } from '../../model/passage.ts'
import type { Composition } from './composition.ts'
import { wordsAt } from './words-at.ts'

/** Refers to an entity by its id, with what is needed to show it. */
export function referToEntity({ pageOfEntity, entityOf }: Composition, key: string): EntityReference {
  const { kind, name } = entityOf(key)
  return { id: pageOfEntity(key).id, kind, name }
}

/** Refers to the passage that words stand in. */
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
