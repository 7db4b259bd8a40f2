import type { SourceEntry } from '../../model/entry.ts'
import type { GivenAnchor } from '../../model/permalink.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { addressOf, anchorsOn } from '../loader/addresses.ts'

/** An anchor of something that is no longer found in the source. */
export interface LeftAnchor {
  readonly fragment: string
  /** Where it leads now; absent for what is gone. */
  readonly href: string | undefined
  readonly reason: string | undefined
}

/** Where the anchors that were ever given out on a source's page stand. */
export interface PlacedAnchors {
  /** Fragments of dated events, quotations and figures by the passage that states them first. */
  readonly inPassages: ReadonlyMap<string, readonly string[]>
  /** Fragments of entities by their ids. */
  readonly ofEntities: ReadonlyMap<string, string>
  readonly left: readonly LeftAnchor[]
}

/** Gives every anchor of a source its place: the passage that states it, the name in the list of names, or a notice. */
export function placeAnchors(source: SourceEntry, { statedIn }: Pick<DossierView, 'statedIn'>): PlacedAnchors {
  const given = anchorsOn(source.id)
  const byId = Map.groupBy(given, ({ line }) => line.id)
  const placed = new Set<string>()
  const take = (id: string): string[] => {
    const fragments = (byId.get(id) ?? []).map(({ fragment }) => fragment).filter((fragment) => !placed.has(fragment))
    for (const fragment of fragments) placed.add(fragment)
    return [...new Set(fragments)]
  }
  const inPassages = new Map(source.passages.map(({ id }) => [id, (statedIn.get(id) ?? []).flatMap(take)]))
  const ofEntities = new Map(source.entities.flatMap(({ id }) => take(id).map((fragment) => [id, fragment])))
  const rest = new Map(given.filter(({ fragment }) => !placed.has(fragment)).map((anchor) => [anchor.fragment, anchor]))
  return { inPassages, ofEntities, left: [...rest.values()].map(tellLeft) }
}

function tellLeft({ fragment, line }: GivenAnchor): LeftAnchor {
  const target = line.state === 'live' ? line.id : line.to[0]
  return { fragment, href: target && addressOf(target), reason: line.reason }
}
