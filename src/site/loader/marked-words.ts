import { nameMdx } from '../../markup/page-file.ts'
import { renderHtml } from '../../markup/render-html.ts'
import type { Inline, MarkedPassage } from '../../markup/vocabulary.ts'
import type { EntityEntry, SourceEntry } from '../../model/entry.ts'
import { COLLECTION_OF } from '../../model/kind.ts'
import { targetOf } from './addresses.ts'
import { readPassages } from './read-page.ts'

/** The marked-up passages of a source, in the order of its front matter. */
export function markedPassagesOf(source: SourceEntry): readonly MarkedPassage[] {
  return readPassages(nameMdx('sources', source))
}

/** The marked-up sentences that mention an entity, in the order of its mentions. */
export function sentencesOf(entity: EntityEntry): readonly MarkedPassage[] {
  return readPassages(nameMdx(COLLECTION_OF[entity.kind], entity))
}

/** Marked-up words as safe HTML whose links lead to the pages of this dossier. */
export function renderWords(words: readonly Inline[], hasCard?: (id: string) => boolean): string {
  return renderHtml(words, targetOf, hasCard)
}
