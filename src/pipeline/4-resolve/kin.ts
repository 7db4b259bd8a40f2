import { foldName } from '../../text/characters.ts'
import { initialsOfName } from './acronyms.ts'
import type { MentionGroup } from './group.ts'
import type { Neighbours } from './neighbours.ts'

/** The groups of one source while they are joined, each with those it could have to do with. */
export interface Kin {
  readonly has: (group: MentionGroup) => boolean
  /** Other groups of its kind with which it shares a word, initials, a sound, a topic or a place in the text, in their order. */
  readonly of: (group: MentionGroup) => MentionGroup[]
  readonly replace: (group: MentionGroup, by: MentionGroup) => void
  readonly remove: (group: MentionGroup) => void
  /** All that are left, in their order. */
  readonly groups: () => MentionGroup[]
}

/** Indexes groups by everything that a link asks for, so that not each need be compared with each. */
export function startKin(groups: readonly MentionGroup[], before: Neighbours): Kin {
  const slots: (MentionGroup | undefined)[] = []
  const slotOf = new Map<MentionGroup, number>()
  const holders = new Map<unknown, Set<number>>()
  const put = (group: MentionGroup, slot: number): void => {
    slots[slot] = group
    slotOf.set(group, slot)
    for (const mark of marksOf(group, before)) holders.set(mark, (holders.get(mark) ?? new Set()).add(slot))
  }
  const take = (group: MentionGroup): number => {
    const slot = slotOf.get(group)!
    slotOf.delete(group)
    slots[slot] = undefined
    return slot
  }
  groups.forEach(put)
  return {
    has: (group) => slotOf.has(group),
    of: (group) => {
      const near = new Set(marksOf(group, before).flatMap((mark) => [...(holders.get(mark) ?? [])]))
      const others = [...near].sort((a, b) => a - b).map((slot) => slots[slot])
      return others.filter(
        (other) => other !== undefined && other !== group && other.kind === group.kind,
      ) as MentionGroup[]
    },
    replace: (group, by) => put(by, take(group)),
    remove: (group) => void take(group),
    groups: () => slots.filter((group) => group !== undefined),
  }
}

/** What two groups share when a link could join them; a mention stands for its place. */
function marksOf({ name, key, sound, topic, keys, members }: MentionGroup, before: Neighbours): unknown[] {
  const words = [key, ...keys].flatMap((one) => one.split(' ').map((word) => `word ${word}`))
  const places = members.flatMap(({ mention }) => [mention, ...(before.get(mention) ?? []).map((near) => near.mention)])
  return [
    ...new Set([
      ...words,
      `word ${foldName(name)}`,
      ...initialsOfName(name).map((word) => `word ${word}`),
      `sound ${sound}`,
      topic && `topic ${topic}`,
      ...places,
    ]),
  ].filter(Boolean)
}
