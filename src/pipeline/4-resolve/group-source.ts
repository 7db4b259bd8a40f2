import type { IdentityStep } from '../../model/entity.ts'
import type { Findings } from '../../model/findings.ts'
import type { Mention } from '../../model/mention.ts'
import type { RegisteredEntity } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'
import { foldName } from '../../text/fold.ts'
import { fullestOf } from './fullest.ts'
import { absorb, type Group, type Member, nameKeys } from './group.ts'
import { type Link, LINKS } from './links.ts'
import { findNeighbours, type Neighbours } from './neighbours.ts'
import { isKeptApart, type RegisterIndex } from './register-index.ts'
import { transliterationKey } from './transliterate.ts'

interface Named {
  readonly mention: Mention
  readonly words: string
  readonly key: string
  readonly entry: RegisteredEntity | undefined
}

/**
 * Groups the mentions of one source: first by equal names, then by the ordered list of links (acronym in brackets,
 * surname, …), each of which may bring a group of shorter names to the one group they can only mean.
 */
export function groupSource(source: Source, findings: Findings, register: RegisterIndex): Group[] {
  const text = new Map(source.passages.map((passage) => [passage.ordinal, passage.text]))
  const named = findings.mentions.map((mention) => {
    const words = text.get(mention.span.passage)!.slice(mention.span.start, mention.span.end)
    return readName(mention, words, register)
  })
  const groups = groupEqual(source.file, named.filter(({ mention }) => mention.form !== 'nominal'), findings.mentions)
  const before = findNeighbours(source, findings)
  const linked = LINKS.reduce((joined, link) => applyLink(joined, link, before), groups)
  return attachNominals(linked, named.filter(({ mention }) => mention.form === 'nominal'))
}

function readName(mention: Mention, words: string, register: RegisterIndex): Named {
  const name = mention.form === 'name' ? words : (mention.refersTo ?? words)
  const entry = register.byName.get(foldName(words)) ?? register.byName.get(foldName(mention.refersTo ?? words))
    ?? (mention.kind === 'person' ? register.bySound.get(transliterationKey(words)) : undefined)
  const isRegistered = entry !== undefined && !isKeptApart(entry, [foldName(words)])
  return { mention, words, key: foldName(mention.refersTo ?? name), entry: isRegistered ? entry : undefined }
}

function groupEqual(file: string, named: readonly Named[], mentions: readonly Mention[]): Group[] {
  const byKey = new Map<string, Named[]>()
  for (const name of named) {
    const key = name.entry ? `register:${foldName(name.entry.name)}` : `${name.mention.kind}:${name.key}`
    byKey.set(key, [...(byKey.get(key) ?? []), name])
  }
  return [...byKey.values()].map((same) => toGroup(file, same, mentions))
}

function toGroup(file: string, same: readonly Named[], mentions: readonly Mention[]): Group {
  const { mention, entry, words } = same[0]!
  const topic = topicOf(mention, words, mentions)
  return {
    file,
    kind: entry?.kind ?? mention.kind,
    ...nameKeys(entry?.name ?? mention.refersTo ?? fullestOf(same.map((name) => name.words))!),
    keys: new Set(same.flatMap((name) => [foldName(name.words), name.key])),
    members: same.map((name, index) => toMember(name, index === 0)),
    rivals: [],
    ...(entry ? { entry } : {}),
    ...(topic ? { topic } : {}),
  }
}

/**
 * What an event named after a place is about: its place and its sort, as "northport talks". Talks named after a country
 * have none: several may be on at once.
 */
function topicOf({ span, subtype, kind }: Mention, words: string, mentions: readonly Mention[]): string | undefined {
  if (kind !== 'event' || !subtype) return undefined
  const place = mentions.find(({ span: inner, kind: innerKind }) =>
    innerKind === 'place' && inner.passage === span.passage && inner.start === span.start)
  const isVague = place?.subtype === 'country' && subtype === 'talks'
  return place && !isVague ? `${foldName(place.refersTo ?? words.slice(0, place.span.end - span.start))} ${subtype}` : undefined
}

function toMember({ mention, words, entry }: Named, isFirst: boolean): Member {
  return { mention, words, step: stepOf(mention, words, entry, isFirst) }
}

function stepOf(mention: Mention, words: string, entry: RegisteredEntity | undefined, isFirst: boolean): IdentityStep {
  if (entry) return { rule: 'resolve/register', certainty: 'editor', reason: `The register lists “${words}” as a name of “${entry.name}”.` }
  const { form, refersTo } = mention
  if (form === 'demonym') return { rule: 'resolve/demonym', certainty: 'stated', reason: `“${words}” is the adjective or the people's name of “${refersTo}”.` }
  if (refersTo && foldName(refersTo) !== foldName(words)) {
    return { rule: 'resolve/known-alias', certainty: 'stated', reason: `“${words}” is another name of “${refersTo}”.` }
  }
  return isFirst
    ? { rule: 'resolve/name', certainty: 'stated', reason: `The source names “${words}”.` }
    : { rule: 'resolve/same-name', certainty: 'stated', reason: `The source repeats the name “${words}”.` }
}

function applyLink(groups: readonly Group[], link: Link, before: Neighbours): Group[] {
  let current = [...groups]
  for (const part of groups) {
    const wholes = link.find(part, current.filter((group) => group !== part && group.kind === part.kind), before)
    const allowed = wholes.filter((whole) => mayJoin(whole, part))
    if (!current.includes(part) || allowed.length === 0) continue
    current = allowed.length === 1 ? join(current, part, allowed[0]!, link) : setRivals(current, part, allowed, link)
  }
  return current
}

/** Two entries of the register are never one, nor is what an entry says it is not. */
function mayJoin(a: Group, b: Group): boolean {
  return !(a.entry && b.entry) && !isKeptApart(a.entry, b.keys) && !isKeptApart(b.entry, a.keys)
}

function join(groups: readonly Group[], part: Group, whole: Group, link: Link): Group[] {
  const step: IdentityStep = { rule: link.rule, certainty: link.certainty, reason: link.explain(part.name, whole.name) }
  const joined = absorb(whole, part, step)
  return groups.filter((group) => group !== part).map((group) => (group === whole ? joined : group))
}

function setRivals(groups: readonly Group[], part: Group, wholes: readonly Group[], link: Link): Group[] {
  const rivals = wholes.map((group) => ({ group, reason: `${link.explain(part.name, group.name)} But ${wholes.length} names of the source fit.` }))
  return groups.map((group) => (group === part ? { ...part, rivals: [...part.rivals, ...rivals] } : group))
}

function attachNominals(groups: readonly Group[], nominals: readonly Named[]): Group[] {
  return groups.map((group) => {
    const own = nominals.filter(({ mention }) => mention.kind === group.kind && group.keys.has(foldName(mention.refersTo ?? '')))
    const members = own.map(({ mention, words }): Member => ({
      mention, words,
      step: { rule: 'resolve/sole-antecedent', certainty: 'inferred', reason: `“${words}” takes up “${mention.refersTo}”, the only such name in the source.` },
    }))
    return members.length === 0 ? group : { ...group, members: [...group.members, ...members] }
  })
}
