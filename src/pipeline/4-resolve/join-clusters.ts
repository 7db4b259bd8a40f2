import type { PersonFacts } from '../../lang/pack.ts'
import type { IdentityStep } from '../../model/entity.ts'
import type { Cluster } from './cluster.ts'
import { addRival, areOthers, distinctFacts, fullKeyOf, isApart, isListed, mergeClusters } from './cluster.ts'
import type { Contexts, WordsBeside } from './contexts.ts'
import { hasSharedContext, sharedContext } from './contexts.ts'
import type { MentionGroup } from './group.ts'
import { isFullPerson } from './group.ts'
import { mayJoinBy } from './joining-rules.ts'
import { partByPlace } from './places.ts'

/** Content words that both names must share if their sources share no other name. */
const ENOUGH = 2

/**
 * Joins groups of equal names: always when the register or a list knows the name, otherwise when their sources share
 * another name, or the sentences that name them share content words ("army", "spokesman"). Namesakes that share nothing
 * stay apart and are noted as possibly the same. The order of the sources makes no difference: a source that shares
 * names with two others joins all three. Places that lie in different countries or states never join, and what would
 * join them joins neither.
 */
export function joinEqual(groups: readonly MentionGroup[], contexts: Contexts, wordsBeside?: WordsBeside): Cluster[] {
  const link = (group: MentionGroup, other: MentionGroup) => explainLink(group, other, contexts, wordsBeside)
  const joined = [...Map.groupBy(groups, fullKeyOf).values()].map((namesakes) => joinNamesakes(namesakes, link))
  return joined.flatMap((clusters) => noteRivals(clusters.flatMap((cluster) => splitByPlace(cluster, link))))
}

/** Splits a cluster of places in different countries or states; what would join them is joined again without them. */
function splitByPlace(cluster: Cluster, link: Link): Cluster[] {
  const parts = partByPlace(cluster.groups, ({ within }) => within)
  return parts.length === 1 ? [cluster] : parts.flatMap((groups) => joinNamesakes(groups, link))
}

/** Why two groups of one name are one; nothing where nothing shows it. */
type Link = (group: MentionGroup, other: MentionGroup) => IdentityStep | undefined

/** A cluster while groups of one name are joined: the facts of thousands of groups are few, and each is looked at once. */
interface Gathered {
  readonly groups: MentionGroup[]
  readonly facts: Map<string, PersonFacts>
  readonly identity: IdentityStep[]
  readonly rivals: Cluster['rivals'][number][]
}

function joinNamesakes(groups: readonly MentionGroup[], link: Link): Cluster[] {
  const clusters = new Set<Gathered>()
  for (const group of groups) {
    const linked = [...clusters].flatMap((cluster) => linkTo(group, cluster, link))
    const [home, ...others] = linked.map(([cluster]) => cluster)
    for (const other of others) {
      moveInto(home!, other)
      clusters.delete(other)
    }
    const steps = linked.flatMap(([, step]) => step)
    const single = { groups: [group], facts: distinctFacts([group]), identity: steps, rivals: [...group.rivals] }
    if (home) moveInto(home, single)
    else clusters.add(single)
  }
  return [...clusters].map(({ groups, identity, rivals }) => ({
    groups: groups as [MentionGroup, ...MentionGroup[]],
    identity,
    rivals,
  }))
}

/** The cluster with the steps that join the group to it: none where a list knows the name, which needs no showing. */
function linkTo(group: MentionGroup, cluster: Gathered, link: Link): [Gathered, IdentityStep[]][] {
  if (isListed(group)) return [[cluster, []]]
  if ([...cluster.facts.values()].some((facts) => areOthers(group.facts, facts))) return []
  for (const other of cluster.groups) {
    const step = link(group, other)
    if (step) return [[cluster, [step]]]
  }
  return []
}

function moveInto(home: Gathered, other: Gathered): void {
  for (const group of other.groups) home.groups.push(group)
  for (const [key, facts] of other.facts) home.facts.set(key, facts)
  for (const step of other.identity) home.identity.push(step)
  for (const rival of other.rivals) home.rivals.push(rival)
}

function explainLink(
  group: MentionGroup,
  other: MentionGroup,
  contexts: Contexts,
  wordsBeside: WordsBeside | undefined,
): IdentityStep | undefined {
  const both = `${group.file} and ${other.file} both name “${group.name}”`
  const shared = sharedContext(group, other, contexts, 3)
  if (shared.length > 0 && mayJoinBy('identity/same-name-across'))
    return {
      rule: 'identity/same-name-across',
      certainty: 'inferred',
      reason: `${both} and both mention ${quote(shared)}.`,
    }
  const [words, others] = [wordsBeside?.(group), wordsBeside?.(other)]
  const beside = [...(words ?? [])].flatMap(([stem, word]) => (others?.has(stem) ? [word] : []))
  if (beside.length < ENOUGH || !mayJoinBy('identity/same-words-beside')) return undefined
  return {
    rule: 'identity/same-words-beside',
    certainty: 'inferred',
    reason: `${both}, in sentences that share ${quote(beside.slice(0, 4))}.`,
  }
}

const quote = (words: readonly string[]) => words.map((word) => `“${word}”`).join(', ')

function noteRivals(clusters: readonly Cluster[]): Cluster[] {
  return clusters.map((cluster, index) => {
    const reason = `Both are named “${cluster.groups[0].name}”, but their sources share no other name.`
    return {
      ...cluster,
      rivals: [...cluster.rivals, ...clusters.slice(0, index).map(({ groups }) => ({ group: groups[0], reason }))],
    }
  })
}

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

/** The folded words of a person's full name; empty for other kinds. */
function wordsOf({ groups: [group] }: Cluster): string[] {
  return isFullPerson(group) ? group.key.split(' ') : []
}

function outerOf(cluster: Cluster): string {
  const words = wordsOf(cluster)
  return `${words[0]} ${words.at(-1)}`
}

function isOnly([whole, ...others]: readonly Cluster[], part: Cluster, contexts: Contexts): boolean {
  if (!whole || others.length > 0 || !mayJoinBy('identity/middle-name-across') || isApart(whole, part)) return false
  return part.groups.some((group) => whole.groups.some((other) => hasSharedContext(group, other, contexts, 1)))
}

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
    mayJoinBy('identity/transliteration-across') &&
    !isNamesake &&
    !isApart(a, b) &&
    b.groups.some((group) => a.groups.some((other) => hasSharedContext(group, other, contexts, 1)))
  )
}
