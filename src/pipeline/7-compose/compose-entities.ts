import type { MarkedPassage } from '../../markup/vocabulary.ts'
import type { Backlink, EntityRelation } from '../../model/dossier.ts'
import type { Entity, ResolvedMention, Role } from '../../model/entity.ts'
import type { EntityEntry } from '../../model/entry.ts'
import { isAnchor } from '../../model/permalink.ts'
import { compare } from '../../text/compare.ts'
import { entryOfWording } from './compose-statements.ts'
import type { Composition } from './composition.ts'
import { markWords } from './mark-words.ts'
import { referToEntity, referToPassage } from './refer.ts'
import { hashEntityPage } from './hash-inputs.ts'
import type { PageToCompose } from './write-page.ts'

/** The page of an entity, and its kind. */
interface EntityPage extends PageToCompose<EntityEntry> {
  readonly kind: EntityEntry['kind']
}

/** The collections of entities, one a kind: each entity with every sentence that mentions it. */
export function* composeEntities(composition: Composition): Generator<EntityPage> {
  const mentions = Map.groupBy(composition.dossier.mentions, ({ entity }) => entity)
  for (const relation of composition.dossier.entityRelations) {
    const entity = composition.entityOf(relation.entity)
    const named = mentions.get(entity.key) ?? []
    const { id, slug, address } = composition.pageOfEntity(entity.key)
    const cited = isAnchor(address) ? [] : relation.backlinks
    yield {
      kind: entity.kind,
      id,
      slug,
      key: isAnchor(address) ? undefined : hashEntityPage(composition, entity, relation, named),
      passages: cited.map(({ sentence }) => composition.passageIdOf(sentence.file, sentence.passage)),
      compose: () => ({
        entry: composition.withhold(entryOf(composition, entity, relation, named)),
        passages: cited.map((backlink) => cite(composition, backlink)),
      }),
    }
  }
}

function entryOf(
  composition: Composition,
  entity: Entity,
  relation: EntityRelation,
  mentions: readonly ResolvedMention[],
): EntityEntry {
  const { id, slug } = composition.pageOfEntity(entity.key)
  const rows = composition.wordingsOf(entity.key)
  const { kind, subtype, name, description, sameAs, coordinates, isRegistered, identity, unprinted } = entity
  return {
    id,
    slug,
    kind,
    ...(subtype && { subtype }),
    name,
    ...(description && { description }),
    names: namesOf(composition, mentions),
    ...(unprinted && { unprinted }),
    sameAs,
    ...(coordinates && { coordinates }),
    ...(entity.isLocatedByName && { isLocatedByName: true as const }),
    isRegistered,
    identity,
    possiblySame: entity.possiblySame.map(({ entity: other, rule, reason }) => ({
      ...referToEntity(composition, other),
      rule,
      reason,
    })),
    related: entity.related.map(({ entity: other, relation: how, rule, reason }) => ({
      ...referToEntity(composition, other),
      relation: how,
      rule,
      reason,
    })),
    mentions: relation.backlinks.map((backlink) => mentionOf(composition, backlink)),
    roles: relation.backlinks.flatMap((backlink) => rolesIn(composition, backlink)),
    wordings: rows.map((row) => entryOfWording(composition, row)),
    neighbours: relation.neighbours.map(({ entity: other, sentences }) => ({
      ...referToEntity(composition, other),
      mentions: sentences,
    })),
    ...(relation.firstDate && { firstDate: relation.firstDate }),
    ...(relation.lastDate && { lastDate: relation.lastDate }),
  }
}

function namesOf({ pageOfSource }: Composition, mentions: readonly ResolvedMention[]): EntityEntry['names'] {
  return [...Map.groupBy(mentions, ({ words, form }) => `${form} ${words}`).values()]
    .map((group) => ({
      words: group[0]!.words,
      form: group[0]!.form,
      mentions: group.length,
      sources: [...new Set(group.map(({ file }) => pageOfSource(file).id))],
    }))
    .toSorted((a, b) => b.mentions - a.mentions || compare(a.words, b.words) || compare(a.form, b.form))
}

function mentionOf(composition: Composition, { sentence, mentions }: Backlink): EntityEntry['mentions'][number] {
  return {
    ...referToPassage(composition, sentence),
    words: mentions.map(({ words }) => words),
    certainty: mentions.every(({ certainty }) => certainty === 'inferred') ? 'inferred' : mentions[0]!.certainty,
    rules: [...new Set(mentions.map(({ rule }) => rule))],
  }
}

/** The roles that a sentence gives to the entity that it names. */
function rolesIn(composition: Composition, { sentence, mentions }: Backlink): EntityEntry['roles'] {
  const isOurs = ({ person }: Role) =>
    mentions.some(
      ({ start, end }) => sentence.passage === person.passage && start === person.start && end === person.end,
    )
  const { text } = composition.passageOf(sentence.file, sentence.passage)
  return composition
    .annotationsOf(sentence.file, sentence.passage)
    .roles.filter(isOurs)
    .map(({ span, certainty, rule }) => ({
      ...referToPassage(composition, sentence),
      words: text.slice(span.start, span.end),
      certainty,
      rule,
    }))
}

function cite(composition: Composition, { sentence }: Backlink): MarkedPassage {
  const { file, passage: ordinal } = sentence
  return {
    id: composition.passageIdOf(file, ordinal),
    words: markWords(composition, file, composition.passageOf(file, ordinal), sentence),
  }
}
