import type { IdentityStep } from '../../model/entity.ts'
import { type Cluster, fullKeyOf, isListed } from './cluster.ts'
import { type Contexts, hasSharedContext, sharedContext } from './contexts.ts'
import type { Group } from './group.ts'

/**
 * Joins groups of equal names: always when the register or a list knows the name, otherwise when their sources
 * share another name. Namesakes that share nothing stay apart and are noted as possibly the same.
 */
export function joinEqual(groups: readonly Group[], contexts: Contexts): Cluster[] {
  const clusters: Cluster[] = []
  const byKey = new Map<string, number[]>()
  for (const group of groups) {
    const namesakes = byKey.get(fullKeyOf(group)) ?? []
    const at = namesakes.find((index) => isListed(group) || clusters[index]!.groups.some((other) => hasSharedContext(group, other, contexts, 1)))
    if (at !== undefined) clusters[at] = extend(clusters[at]!, group, contexts)
    else byKey.set(fullKeyOf(group), [...namesakes, clusters.push(start(group, namesakes.map((index) => clusters[index]!))) - 1])
  }
  return clusters
}

function start(group: Group, namesakes: readonly Cluster[]): Cluster {
  const rivals = namesakes.map((other) => ({
    group: other.groups[0],
    reason: `Both are named “${group.name}”, but their sources share no other name.`,
  }))
  return { groups: [group], identity: [], rivals: [...group.rivals, ...rivals] }
}

function extend(cluster: Cluster, group: Group, contexts: Contexts): Cluster {
  const step = isListed(group) ? [] : [explain(group, cluster, contexts)]
  return {
    groups: [...cluster.groups, group],
    identity: [...cluster.identity, ...step],
    rivals: [...cluster.rivals, ...group.rivals],
  }
}

function explain(group: Group, cluster: Cluster, contexts: Contexts): IdentityStep {
  const other = cluster.groups.find((member) => hasSharedContext(group, member, contexts, 1))!
  const shared = sharedContext(group, other, contexts, 3).map((key) => `“${key}”`).join(', ')
  return {
    rule: 'resolve/same-name-across',
    certainty: 'inferred',
    reason: `${group.file} and ${other.file} both name “${group.name}” and both speak of ${shared}.`,
  }
}
