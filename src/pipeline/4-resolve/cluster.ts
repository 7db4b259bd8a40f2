import type { PersonFacts } from '../../lang/pack.ts'
import { disagree } from '../../lang/pack.ts'
import type { IdentityStep } from '../../model/entity.ts'
import type { SpanInFile } from '../../model/passage.ts'
import type { RegisteredEntity } from '../../model/register.ts'
import { foldName } from '../../text/characters.ts'
import type { MentionGroup } from './group.ts'
import { isNotSame } from './name-forms.ts'

/** Groups of several sources that mean one person or thing. */
export interface Cluster {
  readonly groups: readonly [MentionGroup, ...MentionGroup[]]
  /** Why groups of different sources were joined. */
  readonly identity: readonly IdentityStep[]
  /** Groups of other clusters that it may be. */
  readonly rivals: readonly { readonly group: MentionGroup; readonly reason: string }[]
}

/** Joins two clusters for a reason that a reader sees. */
export function mergeClusters(whole: Cluster, part: Cluster, rule: string, relation: string): Cluster {
  const [ofPart, ofWhole] = [part.groups[0], whole.groups[0]]
  const reason = `“${ofPart.name}” (${ofPart.file}) and “${ofWhole.name}” (${ofWhole.file}) ${relation}.`
  return {
    groups: [...whole.groups, ...part.groups],
    identity: [...whole.identity, ...part.identity, { rule, certainty: 'inferred', reason }],
    rivals: [...whole.rivals, ...part.rivals],
  }
}

/** Notes that a cluster may be another one. */
export function addRival(cluster: Cluster, other: Cluster, relation: string): Cluster {
  const reason = `“${cluster.groups[0].name}” ${relation} “${other.groups[0].name}”, but the evidence does not decide.`
  return { ...cluster, rivals: [...cluster.rivals, { group: other.groups[0], reason }] }
}

/** Maximum difference of the ages, in years, that two sources give one person. */
const YEARS = 12

/** Whether the register, or the facts about two persons, forbid joining two clusters. */
export function isApart(a: Cluster, b: Cluster): boolean {
  const [entries, others] = [entriesOf(a), entriesOf(b)]
  if (new Set([...entries, ...others]).size > 1) return true
  const facts = [...distinctFacts(b.groups).values()]
  return (
    [...distinctFacts(a.groups).values()].some((own) => facts.some((other) => areOthers(own, other))) ||
    entries.some((entry) => b.groups.some(({ keys }) => isNotSame(entry, keys))) ||
    others.some((entry) => a.groups.some(({ keys }) => isNotSame(entry, keys)))
  )
}

const entriesOf = ({ groups }: Cluster) => [...new Set(groups.flatMap(({ entry }) => entry ?? []))]

/** Each of the facts of some groups once: most groups of a name have the same, or none. */
export function distinctFacts(groups: readonly MentionGroup[]): Map<string, PersonFacts> {
  return new Map(groups.map(({ facts }) => [JSON.stringify(facts), facts]))
}

/** Whether what the sources say of two bearers of a name shows that they are two. */
export function areOthers(a: PersonFacts, b: PersonFacts): boolean {
  return a.isOther || b.isOther || disagree(a, b, YEARS)
}

/** First mention of a group, as evidence. */
export function evidenceOf(group: MentionGroup): SpanInFile {
  return { ...group.members[0]!.mention.span, file: group.file }
}

/** Whether a list of countries or world bodies, or the register, knows the group's name. */
export function isListed(group: MentionGroup): boolean {
  return (
    group.entry !== undefined ||
    group.members.some(({ mention }) => mention.form !== 'nominal' && mention.refersTo !== undefined)
  )
}

/** Comparison key of a group among the sources' full names. */
export function fullKeyOf(group: MentionGroup): string {
  return group.entry ? `register:${group.entry.name}` : `${group.kind}:${group.topic ?? group.key}`
}

/** An entity in the making. */
export interface EntityDraft {
  readonly cluster: Cluster
  /** That of the cluster (`kindOf`), which is asked for once for each mention. */
  readonly kind: MentionGroup['kind']
  readonly key: string
  readonly name: string
  readonly entry: RegisteredEntity | undefined
}

/** The register's kind, or the first group's. */
export function kindOf({ groups }: Cluster): MentionGroup['kind'] {
  return groups.find((group) => group.entry)?.kind ?? groups[0]!.kind
}

/** A group's mentions, which stay what they are however groups are joined. */
export function originsOf({ file, members }: MentionGroup): string[] {
  return members.map(({ mention: { span } }) => `${file}:${span.passage}:${span.start}:${span.end}`)
}

/** Whether the register says, in either entry, that two entities are not the same. */
export function isRegisteredAsOther(a: EntityDraft, b: EntityDraft): boolean {
  return isNotSame(a.entry, namesOf(b)) || isNotSame(b.entry, namesOf(a))
}

function namesOf({ cluster, name }: EntityDraft): string[] {
  return [foldName(name), ...cluster.groups.flatMap(({ keys }) => [...keys])]
}
