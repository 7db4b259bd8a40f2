import type { Node, Tie } from '../../figures/arcs.ts'
import { addressOf } from '../loader/addresses.ts'
import type { DossierView } from '../dossier/dossier.ts'
import type { EntityEntry } from '../../model/entry.ts'

const MOST = 12

/** An entity with its dozen nearest neighbours, and every tie among them. */
export function tieNeighbours(entity: EntityEntry, { entityOf }: DossierView): { nodes: Node[]; ties: Tie[] } {
  const near = entity.neighbours.slice(0, MOST)
  const nodes = [entity, ...near].map(({ id, name, kind }) => ({ id, name, kind, href: addressOf(id) }))
  const order = new Map(nodes.map(({ id }, index) => [id, index]))
  const ties = nodes.flatMap(({ id: from }, index) =>
    (entityOf.get(from)?.neighbours ?? [])
      .filter(({ id }) => (order.get(id) ?? -1) > index)
      .map(({ id: to, mentions }) => ({ from, to, count: mentions })),
  )
  return { nodes, ties }
}
