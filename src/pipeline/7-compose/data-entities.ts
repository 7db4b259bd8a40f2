import type { Composition } from './composition.ts'

/** The objects of `data/entities.json`: each entity with its names, identity steps and the passages that mention it. */
export function dataOfEntities(composition: Composition): object[] {
  const { dossier, entityOf, pageOfEntity, pageOfSource, passageIdOf } = composition
  return dossier.entityRelations.map(({ entity: key, backlinks, neighbours, firstDate, lastDate }) => {
    const { key: _, possiblySame, related, ...entity } = entityOf(key)
    const refer = (other: string) => ({
      id: pageOfEntity(other).id,
      address: pageOfEntity(other).address,
      name: entityOf(other).name,
    })
    const { id, address } = pageOfEntity(key)
    return {
      id,
      address,
      ...entity,
      possiblySame: possiblySame.map(({ entity: other, reason }) => ({ ...refer(other), reason })),
      related: related.map(({ entity: other, relation, reason }) => ({ ...refer(other), relation, reason })),
      mentions: backlinks.map(({ sentence: { file, passage }, mentions }) => ({
        passage: `${pageOfSource(file).address}#${passageIdOf(file, passage)}`,
        words: mentions.map(({ words }) => words),
      })),
      neighbours: neighbours.map(({ entity: other, sentences }) => ({ ...refer(other), sentences })),
      ...(firstDate && { firstDate }),
      ...(lastDate && { lastDate }),
    }
  })
}
