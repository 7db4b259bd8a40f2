import type { Entity } from '../../model/entity.ts'
import { foldName } from '../../text/characters.ts'
import { type EntityDraft, isNamed, kindOf } from './draft.ts'

/** Relations of a capital or a seat to the government or country it stands for, where the sources name that too. */
export function findRelated({ cluster, name }: EntityDraft, drafts: readonly EntityDraft[]): Entity['related'] {
  const standing = cluster.groups.flatMap(({ members }) => members).find(({ mention }) => mention.standsFor)
  if (!standing) return []
  const country = standing.mention.standsFor!
  const seat =
    drafts.find(({ entry }) => entry?.capitals.some((capital) => foldName(capital) === foldName(name))) ??
    drafts.find(
      (other) =>
        kindOf(other.cluster) === 'place' && (foldName(other.name) === foldName(country) || isNamed(other, country)),
    )
  if (!seat) return []
  return [
    {
      entity: seat.key,
      relation: 'seat-of-government',
      reason: `“${standing.words}” stands for the government of ${country} in the source.`,
    },
  ]
}
