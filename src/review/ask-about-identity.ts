import type { Dossier } from '../model/dossier.ts'
import type { Entity, ResolvedMention } from '../model/entity.ts'
import { COLLECTION_OF } from '../model/kind.ts'
import type { Register } from '../model/register.ts'
import { foldName } from '../text/characters.ts'
import { distanceBetween } from '../text/compare.ts'
import { selectQuote } from '../text/locate-quote.ts'
import { sidecarOf } from '../text/sources.ts'
import type { Question } from './question.ts'
import { leaveAsItIs } from './question.ts'

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

/** Minimum letters of a name in which two may differ. */
const LONG = 7

function isSpelledAlike(a: string, b: string): boolean {
  const [one, other] = [foldName(a).split(' '), foldName(b).split(' ')]
  const unlike = one.flatMap((word, at) => (word === other[at] ? [] : [[word, other[at] ?? ''] as const]))
  const [pair] = unlike
  if (one.length !== other.length || !pair || unlike.length > 1) return false
  return distanceBetween(...pair) <= (Math.min(pair[0].length, pair[1].length) >= LONG ? 2 : 1) && pair[0].length > 2
}

/** Whether the register has a decision on two entities. */
function isDecidedPair(register: Register, one: Entity, other: Entity): boolean {
  const names = (from: Entity, to: Entity) =>
    register.some(
      ({ name, same, notSame, possiblySame }) =>
        name === from.name && [...same, ...notSame, ...possiblySame].some((decision) => decision.name === to.name),
    )
  return names(one, other) || names(other, one)
}

/** Pairs of names that may be one, with the evidence; each pair once. */
export function askAboutPairs(dossier: Dossier, register: Register = []): Question[] {
  const { entities, mentions } = dossier
  const counts = Map.groupBy(mentions, ({ entity }) => entity)
  const byKey = new Map(entities.map((entity) => [entity.key, entity]))
  return entities.flatMap((entity) => {
    const bearers = listBearers(entity, byKey)
    if (bearers.length > 1) return askWhoIsNamed(dossier, entity, bearers, counts.get(entity.key) ?? [])
    return entity.possiblySame.flatMap(({ entity: key, reason }): Question[] => {
      const other = byKey.get(key)
      const isAskedFromOther = key < entity.key && other?.possiblySame.some((one) => one.entity === entity.key)
      const isDecided = entity.identity.some(
        ({ certainty, reason: said }) => certainty === 'editor' && other && said.includes(other.name),
      )
      if (!other || isAskedFromOther || isDecided || isLeftOpen(register, entity, other)) return []
      const weight = (counts.get(entity.key)?.length ?? 0) + (counts.get(key)?.length ?? 0)
      return [askAboutPair(entity, other, reason, weight, register)]
    })
  })
}

/** The persons with a fuller name who may be the one that a source names by the surname alone. */
function listBearers({ kind, name, possiblySame, isRegistered }: Entity, byKey: ReadonlyMap<string, Entity>): Entity[] {
  if (kind !== 'person' || isRegistered || name.includes(' ')) return []
  const others = possiblySame.flatMap(({ entity }) => byKey.get(entity) ?? [])
  return others.filter((other) => other.name !== name && foldName(other.name).split(' ').includes(foldName(name)))
}

/**
 * Asks for each source whom a surname means that several persons have. The register cannot say: it applies to all
 * sources, and the next one may name the other.
 */
function askWhoIsNamed(
  { sources }: Dossier,
  { key: surname, name }: Entity,
  bearers: readonly Entity[],
  mentions: readonly ResolvedMention[],
): Question[] {
  return sources.flatMap((source): Question[] => {
    const here = mentions.filter(({ file }) => file === source.file)
    const [first] = here
    if (!first) return []
    const key = `same | ${surname} | ${source.file}`
    const at = selectQuote(source.passages, first.span)
    const everywhere = here.length > 1 && { everywhere: true }
    return [
      {
        key,
        topic: 'same',
        weight: here.length,
        text: `Who is “${first.words}” in ${source.file}?`,
        shown: source.passages.find(({ ordinal }) => ordinal === first.span.passage)!.text,
        choices: [
          ...bearers.map((bearer) => ({
            says: `${bearer.name}${here.length > 1 ? ', wherever the article says so' : ''}.`,
            ...sidecarOf(source),
            field: 'corrections',
            item: { kind: 'name', at, entity: bearer.name, ...everywhere, reason: 'Decided in review.' },
          })),
          leaveAsItIs(key, `It stays open who “${name}” is.`),
        ],
      },
    ]
  })
}

/** An editor has said that one may be the other: in `possiblySame`, or as a label that means several. */
function isLeftOpen(register: Register, one: Entity, other: Entity): boolean {
  const names = ({ name }: Entity, entry: Register[number]) =>
    entry.labels.includes(name) || entry.possiblySame.some((decision) => decision.name === name)
  return register.some(
    (entry) => (entry.name === one.name && names(other, entry)) || (entry.name === other.name && names(one, entry)),
  )
}

/** Whether the decision on two entities belongs in the entry of this one: the register has it, or its name is fuller. */
export function isFuller(one: Entity, other: Entity): boolean {
  if (one.isRegistered !== other.isRegistered) return one.isRegistered
  const [words, others] = [one, other].map(({ name }) =>
    foldName(name)
      .split(' ')
      .filter((word) => word.length > 1),
  )
  return words!.length > others!.length
}

type IdentityField = 'same' | 'notSame' | 'possiblySame'

/** Where a decision is written on who is, is not or may be this one: its entry in the register, or a new one. */
export function decideIdentity({ name, kind }: Entity, field: IdentityField, register: Register) {
  const file = register.find((entry) => entry.name === name)?.file ?? `seeds/register/${COLLECTION_OF[kind]}.yml`
  return { file, field, entry: { name, kind } }
}

function askAboutPair(entity: Entity, other: Entity, evidence: string, weight: number, register: Register): Question {
  const key = `same | ${entity.key} | ${other.key}`
  const [holder, named] = isFuller(other, entity) ? [other, entity] : [entity, other]
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

/** The register can say that two entities of one name are one; to keep two distinct takes a correction at a mention. */
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
