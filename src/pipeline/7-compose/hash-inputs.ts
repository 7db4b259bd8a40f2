import type { EntityRelation } from '../../model/dossier.ts'
import type { Entity, ResolvedMention } from '../../model/entity.ts'
import type { Source } from '../../model/source.ts'
import { sha256Of } from '../../text/hash.ts'
import type { Composition } from './composition.ts'
import { namedSpeaker } from './refer.ts'
import { withholdNothing } from './withhold.ts'

/*
 * Hashes of everything, but for the program, that a page or the annotations of a source are composed from. What an equal hash
 * stood for in the last build need not be composed again.
 */

/** Hashes are asked for by the page of the source and by those of all that it names. */
const known = new WeakMap<Composition, Map<string, string>>()

/** Hash of a source, of what was found in it, of its ids and addresses, and of the names and addresses of what it names. */
export function hashSource(composition: Composition, source: Source): string {
  const hashes = known.get(composition) ?? new Map<string, string>()
  known.set(composition, hashes)
  const hash = hashes.get(source.file) ?? hashFound(composition, source)
  hashes.set(source.file, hash)
  return hash
}

function hashFound(composition: Composition, source: Source): string {
  const { pageOfSource, passageIdOf, annotationsOf } = composition
  const { file } = source
  const named = new Set<string>()
  const passages = source.passages.map(({ ordinal }) => {
    const found = annotationsOf(file, ordinal)
    const speakers = found.quotations.map(({ speaker }) => namedSpeaker(composition, file, speaker))
    for (const key of [...found.mentions.map(({ entity }) => entity), ...speakers])
      if (key !== undefined) named.add(key)
    return [passageIdOf(file, ordinal), found, speakers]
  })
  return hashOf([source, pageOfSource(file), passages, [...named].map((key) => referred(composition, key))])
}

/** All that other pages say of an entity. */
function referred({ pageOfEntity, entityOf }: Composition, key: string): unknown {
  const { kind, name } = entityOf(key)
  return [key, pageOfEntity(key), kind, name]
}

/** Hash of what the page of a source is made from; nothing where the rights of other sources count too. */
export function hashSourcePage(composition: Composition, source: Source, index: number): string | undefined {
  if (composition.withhold !== withholdNothing) return undefined
  const { dossier, sourcesByDate, pageOfSource, editsIn } = composition
  const beside = [sourcesByDate[index - 1], sourcesByDate[index + 1]].map((one) => one && pageOfSource(one.file).id)
  const { file } = source
  const joint = (dossier.edits ?? []).filter(({ places }) => places.some((place) => place.file === file))
  const place = [index, sourcesByDate.length, beside, dossier.settings.language]
  return hashOf(['source', hashSource(composition, source), place, editsIn(file), joint])
}

/** The same of the page of an entity, which every source that names it is a part of. */
export function hashEntityPage(
  composition: Composition,
  entity: Entity,
  relation: EntityRelation,
  mentions: readonly ResolvedMention[],
): string | undefined {
  if (composition.withhold !== withholdNothing) return undefined
  const rows = composition.wordingsOf(entity.key)
  const files = new Set([
    ...mentions.map(({ file }) => file),
    ...relation.backlinks.map(({ sentence }) => sentence.file),
    ...rows.flatMap(({ sources }) => sources.map(({ file }) => file)),
  ])
  const sources = [...files].map((file) => [file, hashSource(composition, composition.sourceOf(file))])
  const others = [...entity.possiblySame, ...entity.related, ...relation.neighbours].map((one) => one.entity)
  const named = [entity.key, ...others].map((key) => referred(composition, key))
  return hashOf(['entity', entity, relation, mentions.length, rows, sources, named])
}

const hashOf = (inputs: unknown): string => sha256Of(JSON.stringify(inputs))
