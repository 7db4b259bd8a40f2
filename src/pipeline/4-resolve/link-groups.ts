import type { IdentityStep } from '../../model/entity.ts'
import { absorb, type Group } from './group.ts'
import { type Link, LINKS } from './links.ts'
import type { Neighbours } from './neighbours.ts'
import { isKeptApart } from './register-index.ts'

/** Tries the links of one source in their order; a group that could go to several stays, with these as its rivals. */
export function linkGroups(groups: readonly Group[], before: Neighbours): Group[] {
  return LINKS.reduce((joined, link) => applyLink(joined, link, before), [...groups])
}

function applyLink(groups: readonly Group[], link: Link, before: Neighbours): Group[] {
  let current = [...groups]
  for (const part of groups) {
    const wholes = link.find(part, current.filter((group) => group !== part && group.kind === part.kind), before)
    const allowed = wholes.filter((whole) => mayJoin(whole, part))
    if (!current.includes(part) || allowed.length === 0) continue
    current = allowed.length === 1 ? join(current, part, allowed[0]!, link) : setRivals(current, part, allowed, link)
  }
  return current
}

/** Two entries of the register are never one, nor is what an entry says it is not. */
function mayJoin(a: Group, b: Group): boolean {
  return !(a.entry && b.entry) && !isKeptApart(a.entry, b.keys) && !isKeptApart(b.entry, a.keys)
}

function join(groups: readonly Group[], part: Group, whole: Group, link: Link): Group[] {
  const step: IdentityStep = { rule: link.rule, certainty: link.certainty, reason: link.explain(part.name, whole.name) }
  const joined = absorb(whole, part, step)
  return groups.filter((group) => group !== part).map((group) => (group === whole ? joined : group))
}

function setRivals(groups: readonly Group[], part: Group, wholes: readonly Group[], link: Link): Group[] {
  const rivals = wholes.map((group) => ({ group, reason: `${link.explain(part.name, group.name)} But ${wholes.length} names of the source fit.` }))
  return groups.map((group) => (group === part ? { ...part, rivals: [...part.rivals, ...rivals] } : group))
}
