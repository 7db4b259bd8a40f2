import type { InlineTag } from '../../markup/vocabulary.ts'
import { listTags, textOf } from '../../markup/vocabulary.ts'
import type { EntityEntry, SourceEntry } from '../../model/entry.ts'
import { entityKind } from '../../model/kind.ts'
import type { PassageKind } from '../../model/passage.ts'
import type { PassagePermalink } from '../../model/permalink.ts'
import type { CitingPage } from '../cite/list-citations.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { addressOf, hasPage, permalinksOfPassages, targetOf } from '../loader/addresses.ts'
import { markedPassagesOf, renderWords } from '../loader/load-entries.ts'
import type { LeftAnchor, MarginNote, PlacedNotes } from './place-notes.ts'
import { placeAnchors, placeNotes } from './place-notes.ts'
import { noteContradictions, noteFigures, noteFirstMention, noteRoles } from './suggest-notes.ts'

/** A passage of a source page, ready to be set: rendered, with its margin notes placed. */
export interface SetPassage {
  readonly id: string
  readonly ordinal: number
  readonly kind: PassageKind
  readonly html: string
  /** Fragments by which what it states is cited. */
  readonly anchors: readonly string[]
  readonly text: string
  readonly placed: PlacedNotes | undefined
  /** Time of the entry of a live blog that it begins. */
  readonly time?: string | undefined
  /** Pages written by hand that cite it. */
  readonly cited: readonly CitingPage[]
  readonly permalink: PassagePermalink
}

/** The annotations of one source's page. */
export interface AnnotatedSource {
  readonly passages: readonly SetPassage[]
  /** The entities that get a preview card. */
  readonly entities: readonly EntityEntry[]
  /** Kinds of mark that occur in the text. */
  readonly layers: readonly string[]
  /** Fragments of entities in the list of names, by their ids. */
  readonly anchorOf: ReadonlyMap<string, string>
  /** Fragments of statements that are no longer found here. */
  readonly left: readonly LeftAnchor[]
}

/** Sets the passages of one source with their margin notes, cards and layers. */
export function annotateSource(source: SourceEntry, dossier: DossierView): AnnotatedSource {
  const entities = source.entities.map(({ id }) => dossier.entityOf.get(id)).filter((entity) => entity !== undefined)
  const withPage = entities.filter(({ id }) => hasPage(id))
  const carded = new Set(withPage.map((entity) => entity.id))
  const marked = markedPassagesOf(source)
  const passages = source.passages.map((passage, index) => {
    const { words } = marked[index]!
    return { ...passage, text: textOf(words), tags: listTags(words), html: renderWords(words, (id) => carded.has(id)) }
  })
  const notes = gatherNotes(
    noteMentions(passages, entities, dossier),
    noteFigures(source, dossier),
    noteContradictions(source, dossier),
    noteRoles(source, dossier),
  )
  const body = passages.filter((passage) => passage.kind !== 'headline')
  const placed = placeNotes(
    body.map(({ id, text }) => ({ length: text.length, notes: notes.get(id)?.map(([, note]) => note) ?? [] })),
  )
  const citedOn = new Map(dossier.citedOn.get(source.id))
  const permalinks = new Map(permalinksOfPassages(source.id).map((line) => [line.id, line]))
  const placedAt = new Map(body.map(({ id }, index) => [id, placed[index]]))
  const { inPassages, ofEntities, left } = placeAnchors(source, dossier)
  return {
    passages: passages.map(({ tags: _, place, ...passage }, index) => ({
      ...passage,
      ...(place?.time && place.time !== passages[index - 1]?.place?.time && { time: place.time }),
      anchors: inPassages.get(passage.id) ?? [],
      placed: placedAt.get(passage.id),
      cited: citedOn.get(passage.id) ?? [],
      permalink: permalinks.get(passage.id)!,
    })),
    anchorOf: ofEntities,
    left,
    entities: withPage,
    layers: listLayers(passages.flatMap(({ tags }) => tags)),
  }
}

/** Notes for the first passage below the headline that names each entity. */
function noteMentions(
  passages: readonly { id: string; kind: PassageKind; tags: readonly InlineTag[] }[],
  entities: readonly EntityEntry[],
  dossier: DossierView,
): [string, MarginNote][] {
  const first = new Map<string, string>()
  for (const { id, kind, tags } of passages) {
    if (kind === 'headline') continue
    for (const { attributes } of tags)
      if (attributes['to'] && !first.has(attributes['to'])) first.set(attributes['to'], id)
  }
  return entities.flatMap((entity): [string, MarginNote][] => {
    const passage = first.get(entity.id)
    const note = passage && noteFirstMention(entity, dossier, addressOf(entity.id))
    return passage && note ? [[passage, note]] : []
  })
}

/** All notes by the passage they stand beside. */
function gatherNotes(...lists: [string, MarginNote][][]): Map<string, [string, MarginNote][]> {
  return Map.groupBy(lists.flat(), ([passage]) => passage)
}

/** Kinds of entity first, then dates and figures. */
function listLayers(tags: readonly InlineTag[]): string[] {
  const found = new Set(tags.map(({ tag, attributes }) => (tag === 'Entity' ? targetOf(attributes['to']!).type : tag)))
  return [
    ...entityKind.options.filter((kind) => found.has(kind)),
    ...(found.has('When') ? ['date'] : []),
    ...(found.has('Figure') ? ['figure'] : []),
  ]
}
