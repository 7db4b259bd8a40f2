import type { Entity } from '../../model/entity.ts'
import { evidenceOf } from './cluster.ts'
import { type EntityDraft, isNamed, isToldApart, originsOf } from './draft.ts'
import type { MentionGroup } from './group.ts'
import type { RegisterIndex } from './register-index.ts'

/** What an entity may be besides, by the rules and by the register, each with its reason and evidence. */
export function findRivals(
  draft: EntityDraft,
  drafts: readonly EntityDraft[],
  keyOfGroup: ReadonlyMap<string, string>,
  register: RegisterIndex,
): Entity['possiblySame'] {
  const rivals = new Map<string, Entity['possiblySame'][number]>()
  const evidence = evidenceOf(draft.cluster.groups[0])
  const add = (entity: string | undefined, reason: string, other?: MentionGroup): void => {
    if (!entity || entity === draft.key || rivals.has(entity)) return
    if (isToldApart(draft, drafts.find(({ key }) => key === entity)!)) return
    rivals.set(entity, { entity, reason, evidence: other ? [evidence, evidenceOf(other)] : [evidence] })
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
