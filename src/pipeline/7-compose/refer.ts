import type { EntityReference, PassageReference } from '../../model/entry.ts'
import type { SpanInFile } from '../../model/span.ts'
import type { Composition } from './composition.ts'

/** Refers to an entity by its id, with what is needed to show it. */
export function referToEntity({ pageOfEntity, entityOf }: Composition, key: string): EntityReference {
  const { kind, name } = entityOf(key)
  return { id: pageOfEntity(key).id, kind, name }
}

/** Refers to the passage that words stand in. */
export function referToPassage({ pageOfSource, passageIdOf }: Composition, { file, passage }: SpanInFile): PassageReference {
  return { source: pageOfSource(file).id, passage: passageIdOf(file, passage), ordinal: passage }
}
