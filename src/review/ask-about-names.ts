import type { Dossier } from '../model/dossier.ts'
import type { Entity, ResolvedMention } from '../model/entity.ts'
import type { Register } from '../model/register.ts'
import { COLLECTION_OF } from '../model/kind.ts'
import { compare } from '../text/compare.ts'
import type { Question } from './question.ts'
import { leaveAsItIs } from './question.ts'

/** Below this a name is not worth a line of the register. */
const WORTH_ASKING = 2

/** Rules that read a name from the lists that come with the program: nobody needs to vouch for a country. */
const FROM_LISTS = new Set(['name/country', 'name/capital', 'name/region', 'name/demonym', 'name/body', 'name/list'])

/** Names that are often mentioned and that neither the register nor a list vouches for. */
export function askAboutNames({ entities, mentions }: Dossier): Question[] {
  const byEntity = Map.groupBy(mentions, ({ entity }) => entity)
  return entities.flatMap((entity) => {
    const own = byEntity.get(entity.key) ?? []
    const isKnown = entity.isRegistered || own.some(({ rule }) => FROM_LISTS.has(rule))
    return isKnown || own.length < WORTH_ASKING ? [] : [askAboutName(entity, own)]
  })
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
    text: `“${name}”${printed}: ${kind}? ${mentions.length} mentions, not in the register.`,
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
      if (!other || isAskedFromOther || isDecided) return []
      const weight = (counts.get(entity.key)?.length ?? 0) + (counts.get(key)?.length ?? 0)
      return [askAboutPair(entity, other, reason, weight, register)]
    }),
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
  return {
    key,
    topic: 'same',
    weight,
    text: `Are “${entity.name}” and “${other.name}” the same?`,
    shown: evidence,
    choices: [
      choose('They are the same.', 'same'),
      choose('They are two.', 'notSame'),
      choose('They may be the same; show it.', 'possiblySame'),
      leaveAsItIs(key),
    ],
  }
}
