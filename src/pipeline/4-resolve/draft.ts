import type { RegisteredEntity } from '../../model/register.ts'
import { foldName } from '../../text/characters.ts'
import type { Cluster } from './cluster.ts'
import type { MentionGroup } from './group.ts'
import { isKeptApart } from './register-index.ts'

/** An entity in the making. */
export interface EntityDraft {
  readonly cluster: Cluster
  readonly key: string
  readonly name: string
  readonly entry: RegisteredEntity | undefined
}

/** The register's kind, or the first group's. */
export function kindOf({ groups }: Cluster): MentionGroup['kind'] {
  return groups.find((group) => group.entry)?.kind ?? groups[0]!.kind
}

/** A group's mentions, which stay what they are however groups are joined. */
export function originsOf({ file, members }: MentionGroup): string[] {
  return members.map(({ mention: { span } }) => `${file}:${span.passage}:${span.start}:${span.end}`)
}

/** Whether one of the entity's mentions has this name. */
export function isNamed({ cluster }: EntityDraft, name: string): boolean {
  return cluster.groups.some(({ keys }) => keys.has(foldName(name)))
}

/** Whether the register says, on either side, that two entities are not the same. */
export function isToldApart(a: EntityDraft, b: EntityDraft): boolean {
  return isKeptApart(a.entry, namesOf(b)) || isKeptApart(b.entry, namesOf(a))
}

function namesOf({ cluster, name }: EntityDraft): string[] {
  return [foldName(name), ...cluster.groups.flatMap(({ keys }) => [...keys])]
}
