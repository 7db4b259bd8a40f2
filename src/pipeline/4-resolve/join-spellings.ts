import { addRival, type Cluster, isApart, mergeClusters } from './cluster.ts'
import { type Contexts, hasSharedContext } from './contexts.ts'
import { isFullPerson } from './group.ts'

/**
 * Joins clusters of persons whose full names are spellings of one name and whose sources share another name.
 * The spelling key is an equivalence, so no name is joined through a third that is unlike it.
 */
export function joinSpellings(clusters: readonly Cluster[], contexts: Contexts): Cluster[] {
  const joined: Cluster[] = []
  const bySound = new Map<string, number>()
  for (const cluster of clusters) {
    const sound = isFullPerson(cluster.groups[0]) ? cluster.groups[0].sound : undefined
    const at = sound === undefined ? undefined : bySound.get(sound)
    if (at !== undefined && isOne(joined[at]!, cluster, contexts)) {
      joined[at] = mergeClusters(
        joined[at]!,
        cluster,
        'identity/transliteration-across',
        'are spellings of one full name',
      )
      continue
    }
    const index = joined.push(at === undefined ? cluster : addRival(cluster, joined[at]!, 'may be a spelling of')) - 1
    if (sound !== undefined && at === undefined) bySound.set(sound, index)
  }
  return joined
}

function isOne(a: Cluster, b: Cluster, contexts: Contexts): boolean {
  const isNamesake = b.rivals.some(({ group }) => a.groups.includes(group))
  return (
    !isNamesake &&
    !isApart(a, b) &&
    b.groups.some((group) => a.groups.some((other) => hasSharedContext(group, other, contexts, 1)))
  )
}
