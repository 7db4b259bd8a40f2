import { disagree } from '../../lang/pack.ts'
import type { IdentityStep } from '../../model/entity.ts'
import { foldName } from '../../text/characters.ts'
import type { Neighbours } from './contexts.ts'
import type { MentionGroup } from './group.ts'
import { absorb } from './group.ts'
import { mayJoinBy } from './joining-rules.ts'
import type { Link, LinkContext } from './links.ts'
import { LINKS } from './links.ts'
import { initialsOfName, isNotSame } from './name-forms.ts'

/** Tries the links of one source in their order; a group that could go to several stays, with these as its rivals. */
export function linkGroups(groups: readonly MentionGroup[], context: LinkContext): MentionGroup[] {
  const kin = startKin(groups, rememberMarks(context.before))
  for (const link of LINKS) applyLink(kin, link, context)
  return kin.groups()
}

function applyLink(kin: GroupIndex, link: Link, context: LinkContext): void {
  for (const part of kin.groups()) {
    if (!kin.has(part)) continue
    const allowed = link.find(part, kin.of(part), context).filter((whole) => mayJoin(whole, part))
    const [whole] = allowed.length === 1 && mayJoinBy(link.rule) ? allowed : []
    if (whole && !link.isDoubtful?.(part, whole, kin.of(part), context)) join(kin, part, whole, link)
    else if (allowed.length > 0) kin.replace(part, withRivals(part, allowed, link))
  }
}

/** Two entries of the register are never one, nor what an entry says it is not, nor persons of whom different things are said. */
function mayJoin(a: MentionGroup, b: MentionGroup): boolean {
  if (disagree(a.facts, b.facts, 1)) return false
  return !(a.entry && b.entry) && !isNotSame(a.entry, b.keys) && !isNotSame(b.entry, a.keys)
}

function join(kin: GroupIndex, part: MentionGroup, whole: MentionGroup, link: Link): void {
  const step: IdentityStep = { rule: link.rule, certainty: link.certainty, reason: link.explain(part.name, whole.name) }
  kin.replace(whole, absorb(whole, part, step))
  kin.remove(part)
}

function withRivals(part: MentionGroup, wholes: readonly MentionGroup[], link: Link): MentionGroup {
  const doubt = wholes.length > 1 ? `${wholes.length} names of the source fit` : 'such names are not always one'
  const rivals = wholes.map((group) => ({ group, reason: `${link.explain(part.name, group.name)} But ${doubt}.` }))
  return { ...part, rivals: [...part.rivals, ...rivals] }
}

/** The groups of one source while they are joined, each with those it could have to do with. */
export interface GroupIndex {
  readonly has: (group: MentionGroup) => boolean
  /** Other groups of its kind with which it shares a word, initials, a sound, a topic or a place in the text, in their order. */
  readonly of: (group: MentionGroup) => MentionGroup[]
  readonly replace: (group: MentionGroup, by: MentionGroup) => void
  readonly remove: (group: MentionGroup) => void
  /** All that are left, in their order. */
  readonly groups: () => MentionGroup[]
}

/** Indexes groups by everything that a link asks for, so that not each need be compared with each. */
function startKin(groups: readonly MentionGroup[], marksOf: (group: MentionGroup) => unknown[]): GroupIndex {
  const slots: (MentionGroup | undefined)[] = []
  const slotOf = new Map<MentionGroup, number>()
  const holders = new Map<unknown, Set<number>>()
  /** Most groups are asked for by every link, and few links join any. */
  const known = new Map<MentionGroup, MentionGroup[]>()
  const put = (group: MentionGroup, slot: number): void => {
    known.clear()
    slots[slot] = group
    slotOf.set(group, slot)
    for (const mark of marksOf(group)) holders.set(mark, (holders.get(mark) ?? new Set()).add(slot))
  }
  const take = (group: MentionGroup): number => {
    const slot = slotOf.get(group)!
    known.clear()
    slotOf.delete(group)
    slots[slot] = undefined
    return slot
  }
  const findKin = (group: MentionGroup): MentionGroup[] => {
    const near = new Set(marksOf(group).flatMap((mark) => [...(holders.get(mark) ?? [])]))
    const others = [...near].sort((a, b) => a - b).map((slot) => slots[slot])
    return others.filter(
      (other) => other !== undefined && other !== group && other.kind === group.kind,
    ) as MentionGroup[]
  }
  groups.forEach(put)
  return {
    has: (group) => slotOf.has(group),
    of: (group) => {
      const found = known.get(group) ?? findKin(group)
      known.set(group, found)
      return found
    },
    replace: (group, by) => put(by, take(group)),
    remove: (group) => void take(group),
    groups: () => slots.filter((group) => group !== undefined),
  }
}

/** The marks of each group, read once for all links: most groups are the same from one link to the next. */
function rememberMarks(before: Neighbours): (group: MentionGroup) => unknown[] {
  const known = new WeakMap<MentionGroup, unknown[]>()
  return (group) => {
    const marks = known.get(group) ?? listMarks(group, before)
    known.set(group, marks)
    return marks
  }
}

/** The evidence that two groups share when a link could join them; a mention counts by its place. */
function listMarks({ name, key, sound, topic, keys, members }: MentionGroup, before: Neighbours): unknown[] {
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
