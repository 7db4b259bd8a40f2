import type { Entity } from '../../model/entity.ts'
import { foldName } from '../../text/characters.ts'
import type { EntityDraft } from './cluster.ts'
import { evidenceOf, isNamed, isToldApart, kindOf, originsOf } from './cluster.ts'
import type { MentionGroup } from './group.ts'
import type { RegisterIndex } from './name-forms.ts'

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

/** What an entity may be besides, by the rules and by the register, each with its reason and evidence. */
export function findRivals(
  draft: EntityDraft,
  drafts: readonly EntityDraft[],
  keyOfGroup: ReadonlyMap<string, string>,
  register: RegisterIndex,
): Entity['possiblySame'] {
  const rivals = new Map<string, Entity['possiblySame'][number]>()
  const evidence = draft.cluster.groups
    .filter(({ members }) => members.length > 0)
    .slice(0, 1)
    .map(evidenceOf)
  const add = (entity: string | undefined, reason: string, other?: MentionGroup): void => {
    if (!entity || entity === draft.key || rivals.has(entity)) return
    if (isToldApart(draft, drafts.find(({ key }) => key === entity)!)) return
    rivals.set(entity, { entity, reason, evidence: [...evidence, ...(other ? [evidenceOf(other)] : [])] })
  }
  for (const { group, reason } of draft.cluster.rivals) add(keyOfGroup.get(originsOf(group)[0]!), reason, group)
  for (const { name, reason } of draft.entry?.possiblySame ?? [])
    add(drafts.find((other) => isNamed(other, name))?.key, reason)
  const labels = draft.entry
    ? []
    : draft.cluster.groups.flatMap(({ keys }) => [...keys]).flatMap((key) => register.byLabel.get(key) ?? [])
  for (const entry of labels)
    add(
      drafts.find((other) => other.entry === entry)?.key,
      `The register lists “${draft.name}” as a name that may mean “${entry.name}”.`,
    )
  return [...rivals.values()]
}
