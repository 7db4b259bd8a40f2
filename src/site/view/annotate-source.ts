import type { PassageKind } from '../../model/passage.ts'
import { addressOf } from '../loader/addresses.ts'
import type { DossierView, EntityPage, SourcePage } from './dossier.ts'
import { markRepeats } from './mark-repeats.ts'
import { placeNotes, type Note, type PlacedNotes } from './place-notes.ts'
import { stripTags } from './strip-tags.ts'
import { noteContradictions, noteFigures, noteFirstMention, noteRoles } from './suggest-notes.ts'

/** A passage of a source page, ready to be set: repeats marked, margin notes placed. */
export interface SetPassage {
  readonly id: string
  readonly ordinal: number
  readonly kind: PassageKind
  readonly html: string
  readonly text: string
  readonly placed: PlacedNotes | undefined
}

/** Everything that annotation adds to one source's page. */
export interface AnnotatedSource {
  readonly passages: readonly SetPassage[]
  /** The entities that get a preview card. */
  readonly entities: readonly EntityPage[]
  /** Kinds of mark that occur in the text. */
  readonly layers: readonly string[]
}

/** Sets the passages of one source with their margin notes, cards and layers. */
export function annotateSource(source: SourcePage, dossier: DossierView): AnnotatedSource {
  const entities = source.entities.map(({ id }) => dossier.entityOf.get(id)).filter((entity) => entity !== undefined)
  const carded = new Set(entities.map((entity) => entity.id))
  const passages = source.passages.map((passage) => ({ ...passage, text: stripTags(passage.html) }))
  const notes = gatherNotes(
    noteMentions(passages, entities, dossier),
    noteFigures(dossier),
    noteContradictions(dossier),
    noteRoles(source, dossier),
  )
  const body = passages.filter((passage) => passage.kind !== 'headline')
  const placed = placeNotes(
    body.map(({ id, text }) => ({ length: text.length, notes: notes.get(id)?.map(([, note]) => note) ?? [] })),
  )
  const placedAt = new Map(body.map(({ id }, index) => [id, placed[index]]))
  return {
    passages: passages.map((passage) => ({
      ...passage,
      html: markRepeats(passage.html, (id) => carded.has(id)),
      placed: placedAt.get(passage.id),
    })),
    entities,
    layers: listLayers(source.passages.map((passage) => passage.html).join('')),
  }
}

/** Notes for the first passage below the headline that names each entity. */
function noteMentions(
  passages: readonly { id: string; kind: string; html: string }[],
  entities: readonly EntityPage[],
  { sources }: DossierView,
): [string, Note][] {
  return entities.flatMap((entity): [string, Note][] => {
    const first = passages.find(({ kind, html }) => kind !== 'headline' && html.includes(`data-id="${entity.id}"`))
    const note = first && noteFirstMention(entity, sources.length, addressOf(entity.id))
    return first && note ? [[first.id, note]] : []
  })
}

/** All notes by the passage they stand beside. */
function gatherNotes(...lists: [string, Note][][]): Map<string, [string, Note][]> {
  return Map.groupBy(lists.flat(), ([passage]) => passage)
}

function listLayers(html: string): string[] {
  const kinds = ['person', 'organisation', 'place', 'event', 'work'].filter((kind) =>
    html.includes(`data-type="${kind}"`),
  )
  const marks = [html.includes('<time class="date"') && 'date', html.includes('class="figure"') && 'figure']
  return [...kinds, ...marks.filter((mark) => mark !== false)]
}
