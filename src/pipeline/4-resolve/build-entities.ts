import type { Entity, IdentityStep, ResolvedMention } from '../../model/entity.ts'
import type { RegisteredEntity } from '../../model/register.ts'
import { foldName } from '../../text/fold.ts'
import { type Cluster, evidenceOf } from './cluster.ts'
import { fullestOf } from './fullest.ts'
import type { Group, Member } from './group.ts'
import type { RegisterIndex } from './register-index.ts'

interface Draft {
  readonly cluster: Cluster
  readonly key: string
  readonly name: string
  readonly entry: RegisteredEntity | undefined
}

/** Turns clusters into entities and their mentions; an entity's key is its kind and folded name, made unique by its file. */
export function buildEntities(clusters: readonly Cluster[], register: RegisterIndex): { entities: Entity[]; mentions: ResolvedMention[] } {
  const drafts = draftAll(clusters)
  const keyOfGroup = new Map(drafts.flatMap(({ cluster, key }) => cluster.groups.flatMap((group) => originsOf(group).map((origin) => [origin, key] as const))))
  const entities = drafts.map((draft) => toEntity(draft, drafts, keyOfGroup, register))
  const mentions = drafts.flatMap((draft) => draft.cluster.groups.flatMap((group) => group.members.map((member) => resolve(member, group, draft))))
  return { entities: entities.sort((a, b) => (a.key < b.key ? -1 : 1)), mentions: mentions.sort(byPlace) }
}

function draftAll(clusters: readonly Cluster[]): Draft[] {
  const taken = new Set<string>()
  return clusters.map((cluster) => {
    const entry = cluster.groups.find((group) => group.entry)?.entry
    const name = entry?.name ?? nameOf(cluster)
    const base = `${kindOf(cluster)}:${foldName(name) || name}`
    let key = base
    for (let copy = 2; taken.has(key); copy += 1) key = `${base} (${copy})`
    taken.add(key)
    return { cluster, key, name, entry }
  })
}

function kindOf({ groups }: Cluster): Group['kind'] {
  return groups.find((group) => group.entry)?.kind ?? groups[0]!.kind
}

/** The listed name, or the fullest wording among the groups' main names. */
function nameOf(cluster: Cluster): string {
  const members = cluster.groups.flatMap((group) => group.members)
  const listed = members.find(({ mention }) => mention.form !== 'nominal' && mention.refersTo)
  const main = new Set(cluster.groups.map((group) => group.name))
  return listed?.mention.refersTo ?? fullestOf(members.map(({ words }) => words).filter((words) => main.has(words))) ?? cluster.groups[0].name
}

function countWordings({ groups }: Cluster): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { mention, words } of groups.flatMap((group) => group.members)) {
    if (mention.form !== 'nominal') counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return counts
}

/** A group's mentions, which stay what they are however groups are joined. */
function originsOf({ file, members }: Group): string[] {
  return members.map(({ mention: { span } }) => `${file}:${span.passage}:${span.start}:${span.end}`)
}

function toEntity(draft: Draft, drafts: readonly Draft[], keyOfGroup: ReadonlyMap<string, string>, register: RegisterIndex): Entity {
  const { cluster, key, name, entry } = draft
  const wordings = [...countWordings(cluster)].filter(([words]) => words !== name)
  const subtype = entry?.subtype ?? cluster.groups.flatMap(({ members }) => members).find(({ mention }) => mention.subtype)?.mention.subtype
  return {
    key,
    kind: kindOf(cluster),
    ...(subtype ? { subtype } : {}),
    name,
    ...(entry?.description ? { description: entry.description } : {}),
    aliases: wordings.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([words]) => words),
    sameAs: entry?.sameAs ?? [],
    ...(entry?.coordinates ? { coordinates: entry.coordinates } : {}),
    isRegistered: entry !== undefined,
    identity: [...decisionsOf(entry), ...cluster.identity],
    possiblySame: findRivals(draft, drafts, keyOfGroup, register),
    related: findSeats(draft, drafts),
  }
}

function decisionsOf(entry: RegisteredEntity | undefined): IdentityStep[] {
  const decide = (rule: string, verb: string) => ({ name, reason }: { name: string; reason: string }): IdentityStep =>
    ({ rule, certainty: 'editor', reason: `The register says that this ${verb} “${name}”: ${reason}` })
  return [
    ...(entry?.same ?? []).map(decide('register/same', 'is')),
    ...(entry?.notSame ?? []).map(decide('register/not-same', 'is not')),
    ...(entry?.possiblySame ?? []).map(decide('register/possibly-same', 'may be')),
  ]
}

function findRivals(draft: Draft, drafts: readonly Draft[], keyOfGroup: ReadonlyMap<string, string>, register: RegisterIndex): Entity['possiblySame'] {
  const rivals = new Map<string, Entity['possiblySame'][number]>()
  const evidence = evidenceOf(draft.cluster.groups[0])
  const add = (entity: string | undefined, reason: string, other?: Group): void => {
    if (!entity || entity === draft.key || rivals.has(entity)) return
    rivals.set(entity, { entity, reason, evidence: other ? [evidence, evidenceOf(other)] : [evidence] })
  }
  for (const { group, reason } of draft.cluster.rivals) add(keyOfGroup.get(originsOf(group)[0]!), reason, group)
  for (const { name, reason } of draft.entry?.possiblySame ?? []) add(drafts.find((other) => isNamed(other, name))?.key, reason)
  const labels = draft.entry ? [] : draft.cluster.groups.flatMap(({ keys }) => [...keys]).flatMap((key) => register.byLabel.get(key) ?? [])
  for (const entry of labels) add(drafts.find((other) => other.entry === entry)?.key, `The register lists “${draft.name}” as a name that may mean “${entry.name}”.`)
  return [...rivals.values()]
}

function isNamed({ cluster }: Draft, name: string): boolean {
  return cluster.groups.some(({ keys }) => keys.has(foldName(name)))
}

/** Relations of a capital or a seat to the government or country it stands for, where the sources name that too. */
function findSeats({ cluster, name }: Draft, drafts: readonly Draft[]): Entity['related'] {
  const standing = cluster.groups.flatMap(({ members }) => members).find(({ mention }) => mention.standsFor)
  if (!standing) return []
  const country = standing.mention.standsFor!
  const seat = drafts.find(({ entry }) => entry?.capitals.some((capital) => foldName(capital) === foldName(name)))
    ?? drafts.find((other) => kindOf(other.cluster) === 'place' && (foldName(other.name) === foldName(country) || isNamed(other, country)))
  if (!seat) return []
  return [{ entity: seat.key, relation: 'seat-of-government', reason: `“${standing.words}” stands for the government of ${country} in the source.` }]
}

function resolve({ mention, words, step }: Member, { file }: Group, { key, cluster }: Draft): ResolvedMention {
  return { ...mention, kind: kindOf(cluster), file, words, entity: key, step }
}

function byPlace(a: ResolvedMention, b: ResolvedMention): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.span.passage - b.span.passage || a.span.start - b.span.start || b.span.end - a.span.end
}
