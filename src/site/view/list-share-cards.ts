import { wordDate } from '../../figures/word-date.ts'
import type { DossierView } from './dossier.ts'
import { KIND_WORDS } from './kind-words.ts'
import { countSources } from './suggest-notes.ts'
import { wordCount } from './word-count.ts'
import { wordScope } from './word-scope.ts'

/** What the image of one page shows; `home` stands for every page without an image of its own. */
export interface ShownCard {
  readonly id: string
  readonly kicker: string
  readonly title: string
  readonly foot: string
  readonly kind?: string
}

/** The images of the first page, of each source and of each name. */
export function listShareCards(dossier: DossierView): ShownCard[] {
  const { about, sources, entities } = dossier
  return [
    { id: 'home', kicker: 'Dossier', title: about.title, foot: wordScope(dossier) },
    ...sources.map(({ id, title, publisher, date, position, of }) => ({
      id,
      title,
      kicker: [`Source ${position} of ${of}`, publisher, date && wordDate(date)].filter(Boolean).join(' · '),
      foot: about.title,
    })),
    ...entities.map((entity) => ({
      id: entity.id,
      title: entity.name,
      kicker: KIND_WORDS[entity.kind].one,
      foot: `${about.title} · named in ${countSources(entity)} of ${wordCount(sources.length, 'source')}`,
      kind: entity.kind,
    })),
  ]
}
