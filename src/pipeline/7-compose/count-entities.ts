import type { EntityCount } from '../../model/entry.ts'
import type { Composition } from './composition.ts'
import { compare } from '../../text/compare.ts'

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
