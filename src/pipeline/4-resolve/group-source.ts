import type { IdentityCues } from '../../lang/pack.ts'
import { packFor } from '../../lang/packs.ts'
import { mergeFacts, NO_FACTS } from '../../lang/pack.ts'
import type { Findings } from '../../model/dossier.ts'
import type { Mention } from '../../model/entity.ts'
import type { Source } from '../../model/source.ts'
import { foldName } from '../../text/characters.ts'
import { indexNamesakes, keepOthers, partBearers, shareSurnames, splitSurnames, usualOrder } from './bearers.ts'
import { findNeighbours } from './contexts.ts'
import type { Member, MentionGroup, Named } from './group.ts'
import { explainName, explainNominal, isDecided, isFullPerson, nameKeys, surnamesOf } from './group.ts'
import { linkGroups } from './link-groups.ts'
import type { RegisterIndex } from './name-forms.ts'
import { fullestOf, isNotSame, transliterationKey } from './name-forms.ts'
import { canLieWithin, partByPlace } from './places.ts'

/**
 * Groups the mentions of one source: first by equal names, then by the ordered list of links (acronym in brackets,
 * surname, …), each of which may bring a group of shorter names to the one group they can only mean.
 */
export function groupSource(source: Source, findings: Findings, register: RegisterIndex): MentionGroup[] {
  const text = new Map(source.passages.map((passage) => [passage.ordinal, passage.text]))
  const printed = findings.mentions.map((mention) => ({
    mention,
    words: text.get(mention.span.passage)!.slice(mention.span.start, mention.span.end),
  }))
  const cues = packFor(source.language)?.identity
  const shared = cues && shareSurnames(printed, text, cues)
  const read = printed.map(({ mention, words }): Named => {
    const full = mention.kind === 'person' ? (shared?.get(mention) ?? usualOrder(words)) : undefined
    return {
      ...readName(mention, full ?? words, register),
      words,
      facts: cues?.readFacts(text.get(mention.span.passage)!, mention) ?? NO_FACTS,
      ...(full && { full }),
    }
  })
  const named = keepOthers(read)
  const groups = groupEqual(
    source.file,
    named.filter(({ mention }) => mention.form !== 'nominal'),
    indexPlaces(findings.mentions),
    cues,
  )
  const surnames = new Set(groups.filter(isFullPerson).flatMap(surnamesOf))
  const before = findNeighbours(source, findings)
  const namesakes = indexNamesakes(groups)
  const linked = linkGroups(splitSurnames(groups, namesakes), { before, cues, surnames, namesakes })
  return attachNominals(
    linked,
    named.filter(({ mention }) => mention.form === 'nominal'),
  )
}

function readName(mention: Mention, words: string, register: RegisterIndex): Omit<Named, 'facts'> {
  const main = mention.refersTo ?? words
  const isOwn = !isDecided(mention) && !mention.refersTo?.startsWith(`${words}, `)
  const named = isOwn ? register.byName.get(foldName(words)) : undefined
  const listed = named ?? register.byName.get(foldName(main))
  const spelled =
    listed || isDecided(mention) || mention.kind !== 'person'
      ? undefined
      : register.bySound.get(transliterationKey(words))
  const entry = listed ?? spelled
  const isOther = isNotSame(entry, [foldName(words)]) || (entry !== undefined && !canLieWithin(entry, mention.within))
  return { mention, words, key: foldName(main), entry: isOther ? undefined : entry, isSpelling: spelled !== undefined }
}

/** Places by the passage and offset at which they begin. */
type Places = ReadonlyMap<string, Mention>

const beginOf = ({ passage, start }: Mention['span']) => `${passage}:${start}`

function indexPlaces(mentions: readonly Mention[]): Places {
  const places = mentions.filter(({ kind }) => kind === 'place').toReversed()
  return new Map(places.map((place) => [beginOf(place.span), place]))
}

function groupEqual(
  file: string,
  named: readonly Named[],
  places: Places,
  cues: IdentityCues | undefined,
): MentionGroup[] {
  const byKey = new Map<string, Named[]>()
  for (const name of named) {
    const key = name.entry ? `register:${foldName(name.entry.name)}` : `${name.mention.kind}:${name.key}`
    const same = byKey.get(key)
    if (same) same.push(name)
    else byKey.set(key, [name])
  }
  return [...byKey.values()]
    .flatMap((same) => partByPlace(same, ({ mention }) => mention.within))
    .flatMap((same) => (same[0]!.entry || same.some(({ mention }) => isDecided(mention)) ? [same] : partBearers(same)))
    .map((same) => toGroup(file, same, places, cues))
}

function toGroup(file: string, same: readonly Named[], places: Places, cues: IdentityCues | undefined): MentionGroup {
  const { mention, entry, words } = same[0]!
  const topic = topicOf(mention, words, places)
  const within = entry ? undefined : same.find((name) => name.mention.within)?.mention.within
  const name = entry?.name ?? mention.refersTo ?? fullestOf(same.map((one) => one.full ?? one.words))!
  const facts = mergeFacts(same.map((one) => one.facts))
  const gender = facts.gender ?? (mention.kind === 'person' ? cues?.genderOfName(name) : undefined)
  return {
    file,
    kind: entry?.kind ?? mention.kind,
    ...nameKeys(name),
    facts: { ...facts, ...(gender && { gender }) },
    keys: new Set(
      same.flatMap((name) => (isDecided(name.mention) || name.full ? [name.key] : [foldName(name.words), name.key])),
    ),
    members: same.map(
      (name, index): Member => ({ mention: name.mention, words: name.words, step: explainName(name, index === 0) }),
    ),
    rivals: [],
    ...(entry ? { entry } : {}),
    ...(topic ? { topic } : {}),
    ...(within ? { within } : {}),
  }
}

/**
 * The topic of an event named after a place: its place and its sort, as "northport talks". Talks named after a
 * country have none, because there may be several at once.
 */
function topicOf({ span, subtype, kind }: Mention, words: string, places: Places): string | undefined {
  if (kind !== 'event' || !subtype) return undefined
  const place = places.get(beginOf(span))
  const isVague = place?.subtype === 'country' && subtype === 'talks'
  return place && !isVague
    ? `${foldName(place.refersTo ?? words.slice(0, place.span.end - span.start))} ${subtype}`
    : undefined
}

function attachNominals(groups: readonly MentionGroup[], nominals: readonly Named[]): MentionGroup[] {
  const byName = Map.groupBy(nominals, ({ mention }) => `${mention.kind}:${foldName(mention.refersTo ?? '')}`)
  return groups.map((group) => {
    const found = new Set([...group.keys].flatMap((key) => byName.get(`${group.kind}:${key}`) ?? []))
    const own = [...found].sort(
      (a, b) => a.mention.span.passage - b.mention.span.passage || a.mention.span.start - b.mention.span.start,
    )
    const members = own.map(
      ({ mention, words }): Member => ({ mention, words, step: explainNominal(words, mention.refersTo!) }),
    )
    return members.length === 0 ? group : { ...group, members: [...group.members, ...members] }
  })
}

/** Groups without a mention: entries of the register that, as an editor says, speak in a source, and that none names. */
export function groupUnnamedSpeakers(
  findings: readonly Findings[],
  groups: readonly MentionGroup[],
  register: RegisterIndex,
): MentionGroup[] {
  const named = new Set(groups.flatMap(({ entry }) => entry ?? []))
  const decided = findings.flatMap(({ file, quotations }) =>
    quotations.flatMap(({ speaker }) => (speaker?.refersTo === undefined ? [] : [{ file, name: speaker.refersTo }])),
  )
  return decided.flatMap(({ file, name }): MentionGroup[] => {
    const entry = register.byName.get(foldName(name))
    if (!entry || named.has(entry)) return []
    named.add(entry)
    const keys = nameKeys(entry.name)
    return [
      { file, kind: entry.kind, ...keys, facts: NO_FACTS, keys: new Set([keys.key]), members: [], rivals: [], entry },
    ]
  })
}
