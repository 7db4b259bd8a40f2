import type { EntityKind } from '../../model/kind.ts'
import type { Cell, Heading } from '../../figures/matrix.ts'
import { addressOf } from '../loader/addresses.ts'
import type { DossierView, SourcePage } from './dossier.ts'
import { countSources } from './suggest-notes.ts'
import { wordCount } from './word-count.ts'

const MOST_COLUMNS = 16
const MOST_ROWS = 60

/** The matrix of sources by the entities of one kind that most sources name. */
export interface Coverage {
  readonly rows: readonly Heading[]
  readonly columns: readonly Heading[]
  readonly cells: readonly Cell[]
}

/** Who names whom: the sources by date, and of one kind the sixteen entities that most of them name. */
export function coverEntities(kind: EntityKind, { sources, entities }: DossierView): Coverage {
  const chosen = entities
    .filter((entity) => entity.kind === kind)
    .sort((a, b) => countSources(b) - countSources(a) || b.mentions.length - a.mentions.length)
    .slice(0, MOST_COLUMNS)
  const listed = sources.slice(0, MOST_ROWS)
  const columnOf = new Map(chosen.map(({ id }, column) => [id, column]))
  const cells = listed.flatMap((source, row) =>
    source.entities.flatMap(({ id, name, mentions }) => {
      const column = columnOf.get(id)
      const label = `${nameRow(source)} names ${name} in ${wordCount(mentions, 'place')}`
      return column === undefined ? [] : [{ row, column, count: mentions, label, href: addressOf(source.id) }]
    }),
  )
  return {
    rows: listed.map((source) => ({ name: nameRow(source), href: addressOf(source.id) })),
    columns: chosen.map(({ id, name }) => ({ name, href: addressOf(id), kind })),
    cells,
  }
}

function nameRow({ position, publisher, title }: SourcePage): string {
  return `${position} ${publisher ?? title}`
}
