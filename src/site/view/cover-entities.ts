import type { EntityKind } from '../../model/kind.ts'
import type { Cell, Heading } from '../../figures/matrix.ts'
import { addressOf, withBase } from '../loader/addresses.ts'
import { byText } from './by-text.ts'
import type { DossierView, SourcePage } from './dossier.ts'
import { countSources } from './suggest-notes.ts'
import { wordCount } from './word-count.ts'

const MOST_COLUMNS = 16
const MOST_SOURCES = 40

/** The matrix of sources by the entities of one kind that most sources name. */
export interface Coverage {
  readonly rows: readonly Heading[]
  readonly columns: readonly Heading[]
  readonly cells: readonly Cell[]
}

/** One row: a source, or all sources of a publisher. */
interface Row extends Heading {
  readonly of: readonly SourcePage[]
}

/** Each source is a row of its own; in a large dossier each publisher is. */
function listRows(sources: readonly SourcePage[]): Row[] {
  if (sources.length <= MOST_SOURCES) {
    return sources.map((source) => ({
      name: `${source.position} ${source.publisher ?? source.title}`,
      href: addressOf(source.id),
      of: [source],
    }))
  }
  return [...Map.groupBy(sources, ({ publisher }) => publisher ?? 'Not stated')]
    .sort(byText(([name]) => name))
    .map(([name, of]) => ({ name: `${name} (${wordCount(of.length, 'source')})`, href: withBase('/sources/'), of }))
}

/** Who names whom: the sources by date, and of one kind the sixteen entities that most of them name. */
export function coverEntities(kind: EntityKind, { sources, entities }: DossierView): Coverage {
  const rows = listRows(sources)
  const chosen = entities
    .filter((entity) => entity.kind === kind)
    .sort((a, b) => countSources(b) - countSources(a) || b.mentions.length - a.mentions.length)
    .slice(0, MOST_COLUMNS)
  const cells = rows.flatMap(({ name: source, href, of }, row) =>
    chosen.flatMap(({ id, name }, column) => {
      const count = of.reduce(
        (sum, { entities: named }) => sum + (named.find((entity) => entity.id === id)?.mentions ?? 0),
        0,
      )
      return count === 0
        ? []
        : [{ row, column, count, label: `${source} names ${name} in ${wordCount(count, 'place')}`, href }]
    }),
  )
  return { rows, columns: chosen.map(({ id, name }) => ({ name, href: addressOf(id), kind })), cells }
}
