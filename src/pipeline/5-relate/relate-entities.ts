import type { Entity } from '../../model/entity.ts'
import type { Backlink, EntityRelation } from '../../model/dossier.ts'
import type { Source } from '../../model/source.ts'
import { compare } from '../../text/compare.ts'
import type { Sentence, Sentences } from './sentences.ts'
import { orderSources, publishedOn } from '../../text/sources.ts'

/**
 * Indexes mentions by entity: for each the sentences that mention it and the entities it is named with.
 *
 * @param sources cleaned sources
 * @param held sentences of these sources with their mentions
 * @param entities every entity; one that no sentence mentions, as who speaks by an editor's word alone, has an empty relation
 * @returns one relation for each entity, by key
 */
export function relateEntities(
  sources: readonly Source[],
  held: Sentences,
  entities: readonly Entity[] = [],
): EntityRelation[] {
  const place = orderSources(sources)
  const dates = new Map(sources.map((source) => [source.file, publishedOn(source)]))
  const sentences = [...held.values()]
    .flat()
    .sort((a, b) => place.get(a.file)! - place.get(b.file)! || a.passage - b.passage || a.start - b.start)
  const pairs = sentences.flatMap((sentence) => [...entitiesOf(sentence)].map((entity) => ({ entity, sentence })))
  const byEntity = Map.groupBy(pairs, ({ entity }) => entity)
  return [...new Set([...byEntity.keys(), ...entities.map(({ key }) => key)])].sort(compare).map((entity) =>
    relateEntity(
      entity,
      (byEntity.get(entity) ?? []).map(({ sentence }) => sentence),
      dates,
    ),
  )
}

function relateEntity(
  entity: string,
  sentences: readonly Sentence[],
  dates: ReadonlyMap<string, string | undefined>,
): EntityRelation {
  const known = sentences.flatMap(({ file }) => dates.get(file) ?? []).sort(compare)
  const [first, last] = [known[0], known.at(-1)]
  return {
    entity,
    backlinks: sentences.map((sentence) => linkBack(entity, sentence)),
    neighbours: countNeighbours(entity, sentences),
    ...(first !== undefined && { firstDate: first }),
    ...(last !== undefined && { lastDate: last }),
  }
}

function linkBack(entity: string, { file, passage, start, end, mentions }: Sentence): Backlink {
  const own = mentions.filter((mention) => mention.entity === entity)
  return {
    sentence: { file, passage, start, end },
    mentions: own.map(({ span, words, certainty, rule }) => ({
      start: span.start,
      end: span.end,
      words,
      certainty,
      rule,
    })),
  }
}

function countNeighbours(entity: string, sentences: readonly Sentence[]): EntityRelation['neighbours'] {
  const counts = new Map<string, number>()
  for (const sentence of sentences) {
    for (const other of entitiesOf(sentence)) if (other !== entity) counts.set(other, (counts.get(other) ?? 0) + 1)
  }
  return [...counts]
    .map(([other, count]) => ({ entity: other, sentences: count }))
    .sort((a, b) => b.sentences - a.sentences || compare(a.entity, b.entity))
}

function entitiesOf({ mentions }: Sentence): Set<string> {
  return new Set(mentions.map(({ entity }) => entity))
}
