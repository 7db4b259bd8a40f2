import type { Span } from '../../model/passage.ts'
import { bearsSurname, type MentionGroup, isFullPerson } from './group.ts'

/**
 * Splits a surname that several persons of the source bear where the second of them is first named: up to there only
 * the first can be meant.
 */
export function splitSurnames(groups: readonly MentionGroup[]): MentionGroup[] {
  return groups.flatMap((group) => {
    if (group.kind !== 'person' || group.entry || isFullPerson(group)) return [group]
    const second = bearersOf(group, groups)[1]
    const early = second ? group.members.filter(({ mention }) => isBefore(mention.span, startOf(second))) : []
    if (early.length === 0 || early.length === group.members.length) return [group]
    return [
      { ...group, members: early },
      { ...group, members: group.members.slice(early.length) },
    ]
  })
}

/** Of several persons a group can mean, the one who alone was named before the group's last mention; else all. */
export function narrowByOrder(group: MentionGroup, wholes: readonly MentionGroup[]): MentionGroup[] {
  const last = group.members.at(-1)!.mention.span
  const named = wholes.filter((whole) => isBefore(startOf(whole), last))
  return named.length === 1 ? named : [...wholes]
}

function bearersOf(group: MentionGroup, groups: readonly MentionGroup[]): MentionGroup[] {
  return groups
    .filter((whole) => bearsSurname(whole, group))
    .sort((a, b) => (isBefore(startOf(a), startOf(b)) ? -1 : 1))
}

function startOf({ members }: MentionGroup): Span {
  return members[0]!.mention.span
}

function isBefore(a: Span, b: Span): boolean {
  return a.passage < b.passage || (a.passage === b.passage && a.start < b.start)
}
