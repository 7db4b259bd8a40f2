import type { IdentityStep } from '../../model/entity.ts'
import { type Cluster, fullKeyOf, isListed } from './cluster.ts'
import { type Contexts, hasSharedContext, sharedContext } from './contexts.ts'
import type { Group } from './group.ts'
import { partByPlace } from './places.ts'

/**
 * Joins groups of equal names: always when the register or a list knows the name, otherwise when their sources
 * share another name. Namesakes that share nothing stay apart and are noted as possibly the same. The order of the
 * sources makes no difference: a source that shares names with two others joins all three. Places that lie in different
 * countries or states never join, and what would join them joins neither.
 */
export function joinEqual(groups: readonly Group[], contexts: Contexts): Cluster[] {
  return [...Map.groupBy(groups, fullKeyOf).values()].flatMap((namesakes) => noteRivals(joinNamesakes(namesakes, contexts).flatMap((cluster) => splitByPlace(cluster, contexts))))
}

/** Takes a cluster of places apart that lie in different countries or states; what would join them is joined anew without them. */
function splitByPlace(cluster: Cluster, contexts: Contexts): Cluster[] {
  const parts = partByPlace(cluster.groups, ({ within }) => within)
  return parts.length === 1 ? [cluster] : parts.flatMap((groups) => joinNamesakes(groups, contexts))
}

function joinNamesakes(groups: readonly Group[], contexts: Contexts): Cluster[] {
  return groups.reduce<Cluster[]>((clusters, group) => {
    const linked = clusters.filter((cluster) => isLinked(group, cluster, contexts))
    const joined = gather(group, linked, contexts)
    if (linked.length === 0) return [...clusters, joined]
    return clusters.flatMap((cluster) => (cluster === linked[0] ? [joined] : linked.includes(cluster) ? [] : [cluster]))
  }, [])
}

function isLinked(group: Group, { groups }: Cluster, contexts: Contexts): boolean {
  return isListed(group) || groups.some((other) => hasSharedContext(group, other, contexts, 1))
}

function gather(group: Group, linked: readonly Cluster[], contexts: Contexts): Cluster {
  const [first, ...others] = linked.flatMap(({ groups }) => groups)
  const steps = isListed(group) ? [] : linked.map((cluster) => explain(group, cluster, contexts))
  return {
    groups: first ? [first, ...others, group] : [group],
    identity: [...linked.flatMap(({ identity }) => identity), ...steps],
    rivals: [...linked.flatMap(({ rivals }) => rivals), ...group.rivals],
  }
}

function explain(group: Group, cluster: Cluster, contexts: Contexts): IdentityStep {
  const other = cluster.groups.find((member) => hasSharedContext(group, member, contexts, 1))!
  const shared = sharedContext(group, other, contexts, 3).map((name) => `“${name}”`).join(', ')
  return {
    rule: 'resolve/same-name-across',
    certainty: 'inferred',
    reason: `${group.file} and ${other.file} both name “${group.name}” and both speak of ${shared}.`,
  }
}

function noteRivals(clusters: readonly Cluster[]): Cluster[] {
  return clusters.map((cluster, index) => {
    const reason = `Both are named “${cluster.groups[0].name}”, but their sources share no other name.`
    return { ...cluster, rivals: [...cluster.rivals, ...clusters.slice(0, index).map(({ groups }) => ({ group: groups[0], reason }))] }
  })
}
