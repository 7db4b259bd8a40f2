import type { Dossier } from '../model/dossier.ts'
import type { Entity, ResolvedMention } from '../model/entity.ts'
import { COLLECTION_OF } from '../model/kind.ts'
import { foldName } from '../text/characters.ts'
import { compare } from '../text/compare.ts'
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
