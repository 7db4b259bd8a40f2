import type { Dossier } from '../model/dossier.ts'
import type { Entity, ResolvedMention } from '../model/entity.ts'
import type { Register } from '../model/register.ts'
import { COLLECTION_OF } from '../model/kind.ts'
import { foldName } from '../text/characters.ts'
import { compare, distanceBetween } from '../text/compare.ts'
import type { Question } from './question.ts'
import { leaveAsItIs } from './question.ts'

/** Steps that join a name to a longer one by its shape alone. A surname behind the full name is no question. */
const UNSURE_STEPS = new Set(['identity/shortened-name', 'identity/given-names', 'identity/sole-antecedent'])
/** Steps that take equal names of two sources for one. */
const EQUAL_NAMES = new Set(['identity/same-name-across', 'identity/same-words-beside'])

/** Names that rules joined to others without being sure, and names that were read as of two kinds. */
export function askAboutNames({ entities, mentions }: Dossier): Question[] {
  const byEntity = Map.groupBy(mentions, ({ entity }) => entity)
  const open = entities.filter(({ isRegistered }) => !isRegistered)
  const unsure = open.flatMap((entity) => {
    const own = byEntity.get(entity.key) ?? []
    const isUnsure =
      own.some(({ step }) => UNSURE_STEPS.has(step.rule)) ||
      entity.identity.some(({ rule, certainty }) => certainty === 'inferred' && !EQUAL_NAMES.has(rule))
    return isUnsure ? [askAboutName(entity, own)] : []
  })
  const alike = [...Map.groupBy(open, ({ name }) => foldName(name)).values()]
  return [...unsure, ...alike.filter((some) => new Set(some.map(({ kind }) => kind)).size > 1).map(askAboutKind)]
}

/** What a name is that was read as of several kinds. */
function askAboutKind(entities: readonly Entity[]): Question {
  const kinds = [...new Set(entities.map(({ kind }) => kind))].toSorted(compare)
  const { name } = entities[0]!
  const key = `name | ${kinds.join(' or ')} | ${name}`
  return {
    key,
    topic: 'name',
    weight: entities.length,
    text: `“${name}” was read as ${kinds.join(' and as ')}. Which is it?`,
    choices: [
      ...kinds.map((kind) => ({
        says: `${kind}, wherever it stands.`,
        file: `seeds/register/${COLLECTION_OF[kind]}.yml`,
        item: { name, kind },
      })),
      leaveAsItIs(key, 'Each is right where it stands.'),
    ],
  }
}

function askAboutName({ key, name, kind, subtype }: Entity, mentions: readonly ResolvedMention[]): Question {
  const [aliases, demonyms] = [wordsOf(mentions, 'name', name), wordsOf(mentions, 'demonym', name)]
  const entry = { name, kind, ...(subtype && { subtype }) }
  const lists = { ...(aliases.length > 0 && { aliases }), ...(demonyms.length > 0 && { demonyms }) }
  const file = `seeds/register/${COLLECTION_OF[kind]}.yml`
  const question = `name | ${key}`
  const printed = aliases.length > 0 ? `, also printed as ${aliases.map((alias) => `“${alias}”`).join(', ')}` : ''
  return {
    key: question,
    topic: 'name',
    weight: mentions.length,
    text: `Is “${name}”${printed}, one ${kind}? ${mentions.length} mentions, not in the register.`,
    choices: [
      { says: 'All of these are one; into the register.', file, item: { ...entry, ...lists } },
      ...(Object.keys(lists).length > 0
        ? [{ says: `Only “${name}” itself, into the register.`, file, item: entry }]
        : []),
      leaveAsItIs(question),
    ],
  }
}

function wordsOf(mentions: readonly ResolvedMention[], form: ResolvedMention['form'], name: string): string[] {
  const words = mentions
    .filter((mention) => mention.form === form && mention.words !== name)
    .map((mention) => mention.words)
  return [...new Set(words)].toSorted(compare)
}

/** Persons of different sources whose names differ in a letter or two of one word, which no rule set side by side. */
export function askAboutSpellings({ entities, mentions }: Dossier, register: Register = []): Question[] {
  const of = Map.groupBy(mentions, ({ entity }) => entity)
  const filesOf = ({ key }: Entity) => new Set(of.get(key)?.map(({ file }) => file))
  const people = entities.filter(({ kind, name }) => kind === 'person' && name.includes(' '))
  const byWord = new Map<string, Entity[]>()
  for (const person of people)
    for (const word of new Set(foldName(person.name).split(' ')))
      byWord.set(word, [...(byWord.get(word) ?? []), person])
  return [...byWord.values()].flatMap((alike) =>
    alike.flatMap((one, at) =>
      alike
        .slice(at + 1)
        .filter((other) => isSpelledAlike(one.name, other.name) && filesOf(one).isDisjointFrom(filesOf(other)))
        .filter(
          (other) =>
            !isDecidedPair(register, one, other) && !one.possiblySame.some(({ entity }) => entity === other.key),
        )
        .map((other) => {
          const weight = (of.get(one.key)?.length ?? 0) + (of.get(other.key)?.length ?? 0)
          const evidence = 'Different sources name them, and the names differ in a letter or two.'
          return askAboutPair(one, other, evidence, weight, register)
        }),
    ),
  )
}

/** From so many letters on two of them may differ. */
const LONG = 7

function isSpelledAlike(a: string, b: string): boolean {
  const [one, other] = [foldName(a).split(' '), foldName(b).split(' ')]
  const unlike = one.flatMap((word, at) => (word === other[at] ? [] : [[word, other[at] ?? ''] as const]))
  const [pair] = unlike
  if (one.length !== other.length || !pair || unlike.length > 1) return false
  return distanceBetween(...pair) <= (Math.min(pair[0].length, pair[1].length) >= LONG ? 2 : 1) && pair[0].length > 2
}

/** The register says of one of two how it stands to the other. */
function isDecidedPair(register: Register, one: Entity, other: Entity): boolean {
  const names = (from: Entity, to: Entity) =>
    register.some(
      ({ name, same, notSame, possiblySame }) =>
        name === from.name && [...same, ...notSame, ...possiblySame].some((decision) => decision.name === to.name),
    )
  return names(one, other) || names(other, one)
}

/** Pairs of names that may be one, with the evidence; each pair once. */
export function askAboutPairs({ entities, mentions }: Dossier, register: Register = []): Question[] {
  const counts = Map.groupBy(mentions, ({ entity }) => entity)
  const byKey = new Map(entities.map((entity) => [entity.key, entity]))
  return entities.flatMap((entity) =>
    entity.possiblySame.flatMap(({ entity: key, reason }): Question[] => {
      const other = byKey.get(key)
      const isAskedFromOther = key < entity.key && other?.possiblySame.some((one) => one.entity === entity.key)
      const isDecided = entity.identity.some(
        ({ certainty, reason: said }) => certainty === 'editor' && other && said.includes(other.name),
      )
      if (!other || isAskedFromOther || isDecided || isLeftOpen(register, entity, other)) return []
      const weight = (counts.get(entity.key)?.length ?? 0) + (counts.get(key)?.length ?? 0)
      return [askAboutPair(entity, other, reason, weight, register)]
    }),
  )
}

/** An editor has said that one may be the other: in `possiblySame`, or as a label that means several. */
function isLeftOpen(register: Register, one: Entity, other: Entity): boolean {
  const names = ({ name }: Entity, entry: Register[number]) =>
    entry.labels.includes(name) || entry.possiblySame.some((decision) => decision.name === name)
  return register.some(
    (entry) => (entry.name === one.name && names(other, entry)) || (entry.name === other.name && names(one, entry)),
  )
}

type IdentityField = 'same' | 'notSame' | 'possiblySame'

/** Where a decision is written on who is, is not or may be this one: its entry in the register, or a new one. */
export function decideIdentity({ name, kind }: Entity, field: IdentityField, register: Register) {
  const file = register.find((entry) => entry.name === name)?.file ?? `seeds/register/${COLLECTION_OF[kind]}.yml`
  return { file, field, entry: { name, kind } }
}

function askAboutPair(entity: Entity, other: Entity, evidence: string, weight: number, register: Register): Question {
  const key = `same | ${entity.key} | ${other.key}`
  const [holder, named] = !entity.isRegistered && other.isRegistered ? [other, entity] : [entity, other]
  const choose = (says: string, field: IdentityField) => ({
    says,
    ...decideIdentity(holder, field, register),
    item: { name: named.name, reason: 'Decided in review.' },
  })
  const ask = { key, topic: 'same', weight, shown: evidence } as const
  if (foldName(entity.name) === foldName(other.name)) return { ...ask, ...sayOfEqual(entity, key) }
  return {
    ...ask,
    text: `Are “${entity.name}” and “${other.name}” the same?`,
    choices: [
      choose('They are the same.', 'same'),
      choose('They are two.', 'notSame'),
      choose('They may be the same; show it.', 'possiblySame'),
      leaveAsItIs(key),
    ],
  }
}

/** Of two with one name the register can say that they are one; two are told apart where each is named. */
function sayOfEqual({ name, kind }: Entity, key: string): Pick<Question, 'text' | 'choices'> {
  const file = `seeds/register/${COLLECTION_OF[kind]}.yml`
  return {
    text: `Is “${name}” one and the same in all sources?`,
    choices: [
      { says: 'It is one; into the register.', file, item: { name, kind } },
      leaveAsItIs(key, 'There are two of this name.'),
    ],
  }
}
