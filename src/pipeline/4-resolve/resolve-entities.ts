import type { Findings } from '../../model/dossier.ts'
import type { Entity, Mention, ResolvedMention } from '../../model/entity.ts'
import type { EntityKind } from '../../model/kind.ts'
import type { Reported } from '../../model/problem.ts'
import type { Register } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'
import { foldName } from '../../text/characters.ts'
import { keepEqual, rememberLast, rememberPairs } from '../../text/remember.ts'
import { buildEntities } from './build-entities.ts'
import { checkDecided, checkMisspelt, checkRegister } from './check-register.ts'
import type { Cluster } from './cluster.ts'
import { isListed } from './cluster.ts'
import type { WordsBeside } from './contexts.ts'
import { collectContexts, prepareWordsBeside } from './contexts.ts'
import { groupSource, groupUnnamedSpeakers } from './group-source.ts'
import type { MentionGroup } from './group.ts'
import { companyOf } from './group.ts'
import { joinEqual, joinMiddleNames, joinSpellings } from './join-clusters.ts'
import type { RegisterIndex } from './name-forms.ts'
import { indexRegister } from './name-forms.ts'
import { isShortName, placeShort } from './places.ts'

/**
 * Decides which mentions mean the same person or thing: inside each source, then across sources. The register's
 * decisions win; what the evidence leaves open is listed as possibly the same and never joined.
 *
 * @param found each source with what was found in it
 * @param register the authority register, which may be empty
 * @returns entities by key and mentions by file and place; problems of the register
 */
export function resolveEntities(
  found: readonly { source: Source; findings: Findings }[],
  register: Register,
): Reported<{ entities: Entity[]; mentions: ResolvedMention[] }> {
  const index = indexOf(register)
  const wordsBeside = prepareWordsBeside(found.map(({ source }) => source))
  const settled = settleKindsAcross(found, index)
  const named = found.flatMap(({ source }, at) =>
    rememberGroups(source, [settled[at], index], () => groupSource(source, settled[at]!, index)),
  )
  const groups = [...named, ...groupUnnamedSpeakers(settled, named, index)]
  const built = buildEntities(joinSources(groups, wordsBeside), index)
  const value = { ...built, mentions: keepMentions(found, built.mentions) }
  const decided = checkDecided(
    found.map(({ findings }) => findings),
    value.entities,
    value.mentions,
  )
  const misspelt = checkMisspelt(
    register,
    value.entities,
    found.map(({ source }) => source),
  )
  return { value, problems: [...checkRegister(register), ...decided, ...misspelt] }
}

const rememberGroups = rememberLast<Source, MentionGroup[]>()

/** Reuses the index of an unchanged register. */
function indexOf(register: Register): RegisterIndex {
  const text = JSON.stringify(register)
  if (last?.text !== text) last = { text, index: indexRegister(register) }
  return last.index
}

let last: { readonly text: string; readonly index: RegisterIndex } | undefined

/** Keeps the mention objects of a source while they are equal. */
function keepMentions(
  found: readonly { readonly source: Source }[],
  mentions: readonly ResolvedMention[],
): ResolvedMention[] {
  const sources = new Map(found.map(({ source }) => [source.file, source]))
  return [...Map.groupBy(mentions, ({ file }) => file)].flatMap(([file, own]) => keep(sources.get(file)!, own))
}

const keep = keepEqual<Source, ResolvedMention[]>()

/**
 * Joins the groups of all sources: equal full names first, then spellings of one full name and middle names left
 * out, last the short names that can mean only one of them. What remains doubtful is kept apart and noted. No name is
 * joined to another through a third that is unlike both.
 */
function joinSources(groups: readonly MentionGroup[], wordsBeside: WordsBeside): Cluster[] {
  const contexts = collectContexts(groups)
  const companies = new Set(groups.flatMap(({ kind, key }) => (kind === 'organisation' ? (companyOf(key) ?? []) : [])))
  const isShort = (group: MentionGroup) =>
    isShortName(group) || (group.kind === 'organisation' && !isListed(group) && companies.has(group.key))
  const full = joinMiddleNames(
    joinSpellings(
      joinEqual(
        groups.filter((group) => !isShort(group)),
        contexts,
        wordsBeside,
      ),
      contexts,
    ),
    contexts,
  )
  return placeShort(joinEqual(groups.filter(isShort), contexts), full, contexts)
}

/** The only rule of stage 3 that guesses a kind from context; for all others the kind is known. */
const GUESS = 'name/tagger'

interface Named {
  readonly key: string
  readonly mention: Mention
}

/**
 * Gives one name one kind if the tagger guessed several: that of the company it shortens, the kind that a rule knows
 * elsewhere, else the most frequent one. One sense per discourse (Gale, Church and Yarowsky 1992); here the discourse
 * is the dossier. A person's surname is left as it is, and so is a tie.
 */
export function settleKindsAcross(
  found: readonly { source: Source; findings: Findings }[],
  register: RegisterIndex,
): Findings[] {
  const named = found.map(({ source, findings }) => readNames(source, findings))
  const kinds = decideKinds(named.flat(), register)
  return found.map(({ findings }, index) => {
    const settled = named[index]!.map(({ key }) => kinds.get(key))
    return rememberSettled(findings, settled, () => {
      const kindOf = new Map(named[index]!.map(({ mention }, at) => [mention, settled[at]]))
      return { ...findings, mentions: findings.mentions.map((mention) => withKind(mention, kindOf.get(mention))) }
    })
  })
}

const rememberSettled = rememberLast<Findings, Findings>()

const readNames = rememberPairs(({ passages }: Source, { mentions }: Findings): Named[] => {
  const textOf = new Map(passages.map(({ ordinal, text }) => [ordinal, text]))
  return mentions
    .filter(({ form }) => form === 'name')
    .map((mention) => ({
      mention,
      key: foldName(textOf.get(mention.span.passage)!.slice(mention.span.start, mention.span.end)),
    }))
})

function withKind(mention: Mention, kind: EntityKind | undefined): Mention {
  return kind === undefined || kind === mention.kind || mention.rule !== GUESS
    ? mention
    : { ...mention, kind, certainty: 'inferred' }
}

function decideKinds(named: readonly Named[], register: RegisterIndex): Map<string, EntityKind> {
  const surnames = new Set(
    named.flatMap(({ key, mention }) => (mention.kind === 'person' && key.includes(' ') ? key.split(' ') : [])),
  )
  const companies = new Set(
    named.flatMap(({ key, mention }) => (mention.kind === 'organisation' ? (companyOf(key) ?? []) : [])),
  )
  const isOpen = ([key, held]: [string, Named[]]) =>
    !surnames.has(key) && !register.byName.has(key) && held.every(({ mention }) => mention.refersTo === undefined)
  const open = [...Map.groupBy(named, ({ key }) => key)].filter(isOpen)
  return new Map(
    open.flatMap(([key, held]) => {
      const kind = companies.has(key) ? 'organisation' : decideKind(held.map(({ mention }) => mention))
      return kind === undefined ? [] : [[key, kind]]
    }),
  )
}

/** The kind that a rule knows, else the one that was guessed most often. */
function decideKind(mentions: readonly Mention[]): EntityKind | undefined {
  const known = new Set(mentions.filter(({ rule }) => rule !== GUESS).map(({ kind }) => kind))
  if (known.size > 0) return known.size === 1 ? [...known][0] : undefined
  const [first, second] = [...Map.groupBy(mentions, ({ kind }) => kind)].sort(([, a], [, b]) => b.length - a.length)
  return first![1].length === second?.[1].length ? undefined : first![0]
}
