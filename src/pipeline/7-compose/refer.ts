import type { EntityKind } from '../../model/kind.ts'
import type { SpanInFile } from '../../model/span.ts'
import type { Composition } from './composition.ts'

/** How an entry names an entity. */
export interface EntityReference {
  readonly id: string
  readonly kind: EntityKind
  readonly name: string
}

/** Refers to an entity by its id, with what is needed to show it. */
export function referToEntity({ pageOfEntity, entityOf }: Composition, key: string): EntityReference {
  const { kind, name } = entityOf(key)
  return { id: pageOfEntity(key).id, kind, name }
}

/** Refers to the passage that words stand in. */
export function referToPassage({ pageOfSource, passageIdOf }: Composition, { file, passage }: SpanInFile) {
  return { source: pageOfSource(file).id, passage: passageIdOf(file, passage), ordinal: passage }
}
