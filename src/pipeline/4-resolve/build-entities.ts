import type { Entity, IdentityStep, ResolvedMention } from '../../model/entity.ts'
import type { RegisteredEntity } from '../../model/register.ts'
import { foldName } from '../../text/characters.ts'
import type { Cluster, EntityDraft } from './cluster.ts'
import { evidenceOf, isRegisteredAsOther, kindOf, originsOf } from './cluster.ts'
import { locatePlaces } from './gazetteer.ts'
import type { Member, MentionGroup } from './group.ts'
import type { RegisterIndex } from './name-forms.ts'
import { fullestOf } from './name-forms.ts'

/** Turns clusters into entities and their mentions; an entity's key is its kind and folded name, made unique by its file. */
export function buildEntities(
  clusters: readonly Cluster[],
  register: RegisterIndex,
): { entities: Entity[]; mentions: ResolvedMention[] } {
  const drafts = draftAll(clusters)
  const keyOfGroup = new Map(
    drafts.flatMap(({ cluster, key }) =>
      cluster.groups.flatMap((group) => originsOf(group).map((origin) => [origin, key] as const)),
    ),
  )
  const located = locatePlaces(drafts, subtypeOf)
  const index = indexDrafts(drafts, keyOfGroup)
  const entities = drafts.map((draft) => {
    const coordinates = located.get(draft.key)
    const entity = toEntity(draft, index, register)
    return coordinates ? { ...entity, coordinates, isLocatedByName: true as const } : entity
  })
  const mentions = drafts.flatMap((draft) =>
    draft.cluster.groups.flatMap((group) => group.members.map((member) => resolve(member, group, draft))),
  )
  return { entities: entities.sort((a, b) => (a.key < b.key ? -1 : 1)), mentions: mentions.sort(byPlace) }
}

/** Look-ups among all drafts; of several that would do, each gives the first. */
interface DraftIndex {
  readonly withKey: (key: string) => EntityDraft
  readonly ofGroup: (group: MentionGroup) => string | undefined
  /** The one that has this name, as its own or in one of its mentions. */
  readonly named: (name: string) => EntityDraft | undefined
  readonly ofEntry: (entry: RegisteredEntity) => EntityDraft | undefined
  /** The one whose entry has this capital. */
  readonly withCapital: (capital: string) => EntityDraft | undefined
  readonly placeNamed: (name: string) => EntityDraft | undefined
}

function indexDrafts(drafts: readonly EntityDraft[], keyOfGroup: ReadonlyMap<string, string>): DraftIndex {
  const byKey = new Map(drafts.map((draft) => [draft.key, draft]))
  const places = drafts.filter(({ kind }) => kind === 'place')
  const namesIn = ({ cluster }: EntityDraft) => cluster.groups.flatMap(({ keys }) => [...keys])
  const [byName, byPlace, byEntry, byCapital] = [
    firstBy(drafts, namesIn),
    firstBy(places, (draft) => [foldName(draft.name), ...namesIn(draft)]),
    firstBy(drafts, ({ entry }) => (entry ? [entry] : [])),
    firstBy(drafts, ({ entry }) => entry?.capitals.map(foldName) ?? []),
  ]
  return {
    withKey: (key) => byKey.get(key)!,
    ofGroup: (group) => keyOfGroup.get(originsOf(group)[0]!),
    named: (name) => byName.get(foldName(name)),
    ofEntry: (entry) => byEntry.get(entry),
    withCapital: (capital) => byCapital.get(foldName(capital)),
    placeNamed: (name) => byPlace.get(foldName(name)),
  }
}

function firstBy<K>(drafts: readonly EntityDraft[], keysOf: (draft: EntityDraft) => Iterable<K>): Map<K, EntityDraft> {
  const first = new Map<K, EntityDraft>()
  for (const draft of drafts) for (const key of keysOf(draft)) if (!first.has(key)) first.set(key, draft)
  return first
}

function draftAll(clusters: readonly Cluster[]): EntityDraft[] {
  const taken = new Set<string>()
  const plain = Map.groupBy(clusters, (cluster) => keyOf(cluster, plainName(cluster)))
  return clusters.map((cluster) => {
    const entry = cluster.groups.find((group) => group.entry)?.entry
    const hasNamesake = plain.get(keyOf(cluster, plainName(cluster)))!.length > 1
    const name = hasNamesake ? qualifiedName(cluster) : plainName(cluster)
    const base = keyOf(cluster, name)
    let key = base
    for (let copy = 2; taken.has(key); copy += 1) key = `${base} (${copy})`
    taken.add(key)
    return { cluster, kind: kindOf(cluster), key, name, entry }
  })
}

function keyOf(cluster: Cluster, name: string): string {
  return `${kindOf(cluster)}:${foldName(name) || name}`
}

function plainName(cluster: Cluster): string {
  return cluster.groups.find((group) => group.entry)?.entry?.name ?? nameOf(cluster)
}

/** A place's name with its location, if other places have the same name: "Springfield, Illinois". */
function qualifiedName(cluster: Cluster): string {
  const within = cluster.groups.some(({ entry }) => entry)
    ? undefined
    : cluster.groups.find((group) => group.within)?.within
  return within ? `${plainName(cluster)}, ${within.name}` : plainName(cluster)
}

/** The listed name, or the fullest wording among the groups' main names. */
function nameOf(cluster: Cluster): string {
  const members = cluster.groups.flatMap((group) => group.members)
  const listed = members.find(({ mention }) => mention.form !== 'nominal' && mention.refersTo)
  const main = new Set(cluster.groups.map((group) => group.name))
  return (
    listed?.mention.refersTo ??
    fullestOf(members.map(({ words }) => words).filter((words) => main.has(words))) ??
    cluster.groups[0].name
  )
}

function countWordings({ groups }: Cluster): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { mention, words } of groups.flatMap((group) => group.members)) {
    if (mention.form !== 'nominal') counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return counts
}

function toEntity(draft: EntityDraft, drafts: DraftIndex, register: RegisterIndex): Entity {
  const { cluster, kind, key, name, entry } = draft
  const wordings = [...countWordings(cluster)].filter(([words]) => words !== name)
  const printed = new Set([name, ...wordings.map(([words]) => words)])
  const unprinted = [
    ...new Set(entry ? [...entry.aliases, ...entry.same.map((decision) => decision.name)] : []),
  ].filter((words) => !printed.has(words))
  const subtype = subtypeOf(draft)
  return {
    key,
    kind,
    ...(subtype ? { subtype } : {}),
    name,
    ...(entry?.description ? { description: entry.description } : {}),
    aliases: wordings.sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1)).map(([words]) => words),
    ...(unprinted.length > 0 ? { unprinted } : {}),
    sameAs: entry?.sameAs ?? [],
    ...(entry?.coordinates ? { coordinates: entry.coordinates } : {}),
    isRegistered: entry !== undefined,
    identity: [...explainDecisions(entry), ...cluster.identity],
    possiblySame: findRivals(draft, drafts, register),
    related: findRelated(draft, drafts),
  }
}

function subtypeOf({ cluster, entry }: EntityDraft): string | undefined {
  const members = cluster.groups.flatMap((group) => group.members)
  return entry?.subtype ?? members.find(({ mention }) => mention.subtype)?.mention.subtype
}

function resolve(
  { mention, words, step }: Member,
  { file }: MentionGroup,
  { key, kind }: EntityDraft,
): ResolvedMention {
  return { ...mention, kind, file, words, entity: key, step }
}

function byPlace(a: ResolvedMention, b: ResolvedMention): number {
  if (a.file !== b.file) return a.file < b.file ? -1 : 1
  return a.span.passage - b.span.passage || a.span.start - b.span.start || b.span.end - a.span.end
}

/** The register's decisions on an entity, as its page shows them. */
function explainDecisions(entry: RegisteredEntity | undefined): IdentityStep[] {
  const decide =
    (rule: string, verb: string) =>
    ({ name, reason }: { name: string; reason: string }): IdentityStep => ({
      rule,
      certainty: 'editor',
      reason: `The register says that this ${verb} “${name}”: ${reason}`,
    })
  return [
    ...(entry?.same ?? []).map(decide('identity/register-same', 'is')),
    ...(entry?.notSame ?? []).map(decide('identity/register-not-same', 'is not')),
    ...(entry?.possiblySame ?? []).map(decide('identity/register-possibly-same', 'may be')),
  ]
}

/** Relations of a capital or a seat of government to its government or country, if the sources name that too. */
function findRelated({ cluster, name }: EntityDraft, drafts: DraftIndex): Entity['related'] {
  const standing = cluster.groups.flatMap(({ members }) => members).find(({ mention }) => mention.standsFor)
  if (!standing) return []
  const country = standing.mention.standsFor!
  const seat = drafts.withCapital(name) ?? drafts.placeNamed(country)
  if (!seat) return []
  return [
    {
      entity: seat.key,
      relation: 'seat-of-government',
      rule: 'identity/seat-of-government',
      reason: `“${standing.words}” stands for the government of ${country} in the source.`,
    },
  ]
}

/** Possible identities of an entity, by the rules and by the register, each with its reason and evidence. */
function findRivals(draft: EntityDraft, drafts: DraftIndex, register: RegisterIndex): Entity['possiblySame'] {
  const rivals = new Map<string, Entity['possiblySame'][number]>()
  const evidence = draft.cluster.groups
    .filter(({ members }) => members.length > 0)
    .slice(0, 1)
    .map(evidenceOf)
  const add = (entity: string | undefined, rule: string, reason: string, other?: MentionGroup): void => {
    if (!entity || entity === draft.key || rivals.has(entity)) return
    if (isRegisteredAsOther(draft, drafts.withKey(entity))) return
    rivals.set(entity, { entity, rule, reason, evidence: [...evidence, ...(other ? [evidenceOf(other)] : [])] })
  }
  for (const { group, reason } of draft.cluster.rivals)
    add(drafts.ofGroup(group), 'identity/possibly-same', reason, group)
  for (const { name, reason } of draft.entry?.possiblySame ?? [])
    add(drafts.named(name)?.key, 'identity/register-possibly-same', reason)
  const labels = draft.entry
    ? []
    : draft.cluster.groups.flatMap(({ keys }) => [...keys]).flatMap((key) => register.byLabel.get(key) ?? [])
  for (const entry of labels)
    add(
      drafts.ofEntry(entry)?.key,
      'identity/register-label',
      `The register lists “${draft.name}” as a name that may mean “${entry.name}”.`,
    )
  return [...rivals.values()]
}
