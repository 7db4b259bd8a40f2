import type { IdentityStep } from '../../model/entity.ts'
import type { EntityKind } from '../../model/kind.ts'
import type { Mention } from '../../model/mention.ts'
import type { RegisteredEntity } from '../../model/register.ts'
import { foldName } from '../../text/fold.ts'

/** A mention with its words and the reason for its place in a group. */
export interface Member {
  readonly mention: Mention
  readonly words: string
  readonly step: IdentityStep
}

/** The mentions of one source that mean one person or thing. */
export interface Group {
  readonly file: string
  readonly kind: EntityKind
  /** Main name: the register's, a list's, or the fullest wording. */
  readonly name: string
  /** Folded names under which the source mentions it. */
  readonly keys: ReadonlySet<string>
  readonly members: readonly Member[]
  readonly entry?: RegisteredEntity
  /** For an event named after a place: what joins its wordings, as "northport talks". */
  readonly topic?: string
  /** Groups of the same source it may be, with the reason. */
  readonly rivals: readonly { readonly group: Group; readonly reason: string }[]
}

/** Folded main name. */
export function keyOf(group: Group): string {
  return foldName(group.name)
}

/** Puts `part` into `whole`; every mention of `part` gets the step that brought it here. A register entry of either rules. */
export function absorb(whole: Group, part: Group, step: IdentityStep): Group {
  const entry = whole.entry ?? part.entry
  return {
    ...whole,
    ...(entry ? { entry, name: entry.name, kind: entry.kind } : {}),
    keys: new Set([...whole.keys, ...part.keys]),
    members: [...whole.members, ...part.members.map((member) => ({ ...member, step }))],
    rivals: [...whole.rivals, ...part.rivals],
  }
}
