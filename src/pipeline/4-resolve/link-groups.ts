import { disagree } from '../../lang/en/roles/person-facts.ts'
import type { IdentityStep } from '../../model/entity.ts'
import { absorb, type MentionGroup } from './group.ts'
import { type Kin, startKin } from './kin.ts'
import { type Link, LINKS } from './links.ts'
import type { Neighbours } from './neighbours.ts'
import { isKeptApart } from './register-index.ts'

/** Tries the links of one source in their order; a group that could go to several stays, with these as its rivals. */
export function linkGroups(groups: readonly MentionGroup[], before: Neighbours): MentionGroup[] {
  return LINKS.reduce((joined, link) => applyLink(joined, link, before), [...groups])
}

function applyLink(groups: readonly MentionGroup[], link: Link, before: Neighbours): MentionGroup[] {
  const kin = startKin(groups, before)
  for (const part of groups) {
    if (!kin.has(part)) continue
    const allowed = link.find(part, kin.of(part), before).filter((whole) => mayJoin(whole, part))
    if (allowed.length === 1) join(kin, part, allowed[0]!, link)
    else if (allowed.length > 1) kin.replace(part, withRivals(part, allowed, link))
  }
  return kin.groups()
}

/** Two entries of the register are never one, nor what an entry says it is not, nor persons of whom different things are said. */
function mayJoin(a: MentionGroup, b: MentionGroup): boolean {
  if (disagree(a.facts, b.facts, 1)) return false
  return !(a.entry && b.entry) && !isKeptApart(a.entry, b.keys) && !isKeptApart(b.entry, a.keys)
}

function join(kin: Kin, part: MentionGroup, whole: MentionGroup, link: Link): void {
  const step: IdentityStep = { rule: link.rule, certainty: link.certainty, reason: link.explain(part.name, whole.name) }
  kin.replace(whole, absorb(whole, part, step))
  kin.remove(part)
}

function withRivals(part: MentionGroup, wholes: readonly MentionGroup[], link: Link): MentionGroup {
  const rivals = wholes.map((group) => ({
    group,
    reason: `${link.explain(part.name, group.name)} But ${wholes.length} names of the source fit.`,
  }))
  return { ...part, rivals: [...part.rivals, ...rivals] }
}
