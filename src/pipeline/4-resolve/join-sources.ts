import type { IdentityStep } from '../../model/entity.ts'
import { isAcronym, isInitialsOf } from './acronyms.ts'
import { type Cluster, collectContexts, type Contexts, sharedContext } from './cluster.ts'
import { type Group, keyOf } from './group.ts'
import { bearsSurname, isFullPerson, isShortened } from './links.ts'
import { isKeptApart } from './register-index.ts'
import { transliterationKey } from './transliterate.ts'

/** How many other names two sources must share before a short name of one is taken for a full name of the other. */
const CONTEXT_FOR_SHORT = 2

/**
 * Joins the groups of all sources. Groups under one register entry or one listed name are one; equal full names join
 * when their sources share a name besides; a shorter name joins only the one cluster it can mean. What remains
 * doubtful is kept apart as a rival. Nothing is joined through a third group.
 */
export function joinSources(groups: readonly Group[]): Cluster[] {
  const contexts = collectContexts(groups)
  const full = groups.filter((group) => !isShort(group))
  const short = groups.filter(isShort)
  const clusters = joinSpellings(joinEqual(full, contexts), contexts)
  return placeShort(short, clusters, contexts)
}

/** A person's last name alone or an acronym nobody explains: it can name several things. */
function isShort(group: Group): boolean {
  if (group.entry || isListed(group)) return false
  return group.kind === 'person' ? !isFullPerson(group) : isAcronym(group.name)
}

function isListed(group: Group): boolean {
  return group.members.some(({ mention }) => mention.form !== 'nominal' && mention.refersTo !== undefined)
}

function joinEqual(groups: readonly Group[], contexts: Contexts): Cluster[] {
  const clusters: Cluster[] = []
  const byKey = new Map<string, number[]>()
  for (const group of groups) {
    const key = group.entry ? `register:${group.entry.name}` : `${group.kind}:${group.topic ?? keyOf(group)}`
    const candidates = byKey.get(key) ?? []
    const isSure = group.entry !== undefined || isListed(group)
    const fits = candidates.find((index) => isSure || clusters[index]!.groups.some((other) => sharedContext(group, other, contexts).length > 0))
    if (fits === undefined) byKey.set(key, [...candidates, clusters.push(startCluster(group, candidates.map((index) => clusters[index]!))) - 1])
    else clusters[fits] = extend(clusters[fits]!, group, isSure ? undefined : sameName(group, clusters[fits]!, contexts))
  }
  return clusters
}

function startCluster(group: Group, namesakes: readonly Cluster[]): Cluster {
  const rivals = namesakes.map(({ groups }) => ({
    group: groups[0]!,
    reason: `Both are named “${group.name}”, but their sources share no other name.`,
  }))
  return { groups: [group], identity: [], rivals: [...group.rivals, ...rivals] }
}

function extend(cluster: Cluster, group: Group, step: IdentityStep | undefined): Cluster {
  return {
    groups: [...cluster.groups, group],
    identity: step ? [...cluster.identity, step] : cluster.identity,
    rivals: [...cluster.rivals, ...group.rivals],
  }
}

function sameName(group: Group, cluster: Cluster, contexts: Contexts): IdentityStep {
  const other = cluster.groups.find((member) => sharedContext(group, member, contexts).length > 0)!
  const shared = sharedContext(group, other, contexts).slice(0, 3).map((key) => `“${key}”`).join(', ')
  return {
    rule: 'resolve/same-name-across',
    certainty: 'inferred',
    reason: `${group.file} and ${other.file} both name “${group.name}” and share ${shared}.`,
  }
}

/** Full names of persons that are spellings of one name, where the sources agree in context. */
function joinSpellings(clusters: readonly Cluster[], contexts: Contexts): Cluster[] {
  const joined: Cluster[] = []
  for (const cluster of clusters) {
    const [group] = cluster.groups as [Group]
    const at = isFullPerson(group) ? joined.findIndex((other) => soundsAlike(other.groups[0]!, group)) : -1
    const fits = at >= 0 && !isApart(joined[at]!, cluster)
      && cluster.groups.some((a) => joined[at]!.groups.some((b) => sharedContext(a, b, contexts).length > 0))
    if (!fits) joined.push(at >= 0 ? withRival(cluster, joined[at]!, 'is a spelling of') : cluster)
    else joined[at] = merge(joined[at]!, cluster, 'resolve/transliteration-across', 'are spellings of one full name')
  }
  return joined
}

function soundsAlike(a: Group, b: Group): boolean {
  return isFullPerson(a) && keyOf(a) !== keyOf(b) && transliterationKey(a.name) === transliterationKey(b.name)
}

function isApart(a: Cluster, b: Cluster): boolean {
  const entries = new Set([...a.groups, ...b.groups].flatMap(({ entry }) => (entry ? [entry] : [])))
  return entries.size > 1 || b.groups.some((group) => a.groups.some((other) =>
    isKeptApart(other.entry, group.keys) || isKeptApart(group.entry, other.keys)))
}

function withRival(cluster: Cluster, other: Cluster, relation: string): Cluster {
  const reason = `“${cluster.groups[0]!.name}” ${relation} “${other.groups[0]!.name}”, but the evidence does not decide.`
  return { ...cluster, rivals: [...cluster.rivals, { group: other.groups[0]!, reason }] }
}

function merge(whole: Cluster, part: Cluster, rule: string, relation: string): Cluster {
  const reason = `“${part.groups[0]!.name}” (${part.groups[0]!.file}) and “${whole.groups[0]!.name}” (${whole.groups[0]!.file}) ${relation}.`
  return {
    groups: [...whole.groups, ...part.groups],
    identity: [...whole.identity, ...part.identity, { rule, certainty: 'inferred', reason }],
    rivals: [...whole.rivals, ...part.rivals],
  }
}

/** Brings each short name to the one cluster it can mean; equal short names that stay alone join when their context agrees. */
function placeShort(short: readonly Group[], full: readonly Cluster[], contexts: Contexts): Cluster[] {
  const placed = [...full]
  const alone: Cluster[] = []
  for (const cluster of joinEqual(short, contexts)) {
    const wholes = full.flatMap((whole, index) => (whole.groups.some((group) => canMean(cluster.groups[0]!, group)) ? [index] : []))
    const [only] = wholes
    const isSure = wholes.length === 1 && cluster.rivals.length === 0 && !isApart(placed[only!]!, cluster)
      && cluster.groups.every((group) => full[only!]!.groups.some((other) => sharedContext(group, other, contexts).length >= CONTEXT_FOR_SHORT))
    if (isSure) placed[only!] = merge(placed[only!]!, cluster, 'resolve/short-name-across', 'agree in name and context')
    else alone.push(wholes.reduce((rest, index) => withRival(rest, full[index]!, 'may be short for'), cluster))
  }
  return [...placed, ...alone]
}

function canMean(part: Group, whole: Group): boolean {
  if (part.kind !== whole.kind) return false
  if (part.kind === 'person') return bearsSurname(whole, part)
  return whole.keys.has(keyOf(part)) || isInitialsOf(part.name, whole.name) || isShortened(keyOf(part), keyOf(whole))
}
