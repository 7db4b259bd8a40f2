import { addRival, type Cluster, isApart, mergeClusters } from './cluster.ts'
import { type Contexts, hasSharedContext } from './contexts.ts'
import { isFullPerson } from './group.ts'

/**
 * Joins a person of two names ("Ada Vale") to the one person who has a name or an initial more between the same two
 * ("Ada M. Vale"), when their sources share another name. Where several have, each is noted as possibly the same.
 */
export function joinMiddleNames(clusters: readonly Cluster[], contexts: Contexts): Cluster[] {
  const long = Map.groupBy(
    clusters.filter((cluster) => wordsOf(cluster).length > 2),
    outerOf,
  )
  const short = new Map(
    clusters
      .filter((cluster) => wordsOf(cluster).length === 2)
      .map((cluster) => [cluster, long.get(outerOf(cluster)) ?? []]),
  )
  const parts = Map.groupBy(
    [...short.keys()].filter((cluster) => isOnly(short.get(cluster)!, cluster, contexts)),
    (cluster) => short.get(cluster)![0]!,
  )
  const placed = new Set([...parts.values()].flat())
  return clusters
    .filter((cluster) => !placed.has(cluster))
    .map((cluster) => {
      const rivals = short.get(cluster) ?? []
      const whole = rivals.reduce((one, other) => addRival(one, other, 'may be short for'), cluster)
      return (parts.get(cluster) ?? []).reduce(
        (one, part) => mergeClusters(one, part, 'identity/middle-name-across', 'have the same first and last names'),
        whole,
      )
    })
}

/** The words of a person's full name, folded; none for whatever else. */
function wordsOf({ groups: [group] }: Cluster): string[] {
  return isFullPerson(group) ? group.key.split(' ') : []
}

function outerOf(cluster: Cluster): string {
  const words = wordsOf(cluster)
  return `${words[0]} ${words.at(-1)}`
}

function isOnly([whole, ...others]: readonly Cluster[], part: Cluster, contexts: Contexts): boolean {
  if (!whole || others.length > 0 || isApart(whole, part)) return false
  return part.groups.some((group) => whole.groups.some((other) => hasSharedContext(group, other, contexts, 1)))
}
