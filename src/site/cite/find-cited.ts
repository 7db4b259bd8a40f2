import { formatDate, formatInterval } from '../../figures/word-date.ts'
import { addressOf } from '../loader/addresses.ts'
import type { DossierView } from '../dossier/dossier.ts'
import type { EntityEntry, SourceEntry } from '../../model/entry.ts'
import { nameSource } from '../source/describe-source.ts'
import { shortenTitle } from '../text/text.ts'

/** Where a hand-written page leads, and what the link says when its author gave it no words. */
export interface Cited {
  readonly href: string
  readonly label: string
}

function nameWithDay(source: SourceEntry): string {
  return [nameSource(source), source.date && formatDate(source.date)].filter(Boolean).join(', ')
}

function labelOf(
  id: string,
  { sources, sourceOf, entityOf, datedEvents, quotations }: DossierView,
): string | undefined {
  const holder = sources.find((source) => source.passages.some((passage) => passage.id === id))
  const passage = holder?.passages.find((one) => one.id === id)
  if (holder && passage) return `${nameWithDay(holder)}, ¶ ${passage.ordinal}`
  const source = sourceOf.get(id)
  if (source) return nameWithDay(source)
  const datedEvent = datedEvents.find((one) => one.id === id)
  const quotation = quotations.find((one) => one.id === id)
  return (
    entityOf.get(id)?.name ??
    (datedEvent && formatInterval(datedEvent)) ??
    (quotation && `“${shortenTitle(quotation.words, 40)}”`)
  )
}

/**
 * The target of `<Cite to>`.
 *
 * @throws Error when the dossier has no such id, with the page that names it
 */
export function findCited(id: string, dossier: DossierView, page: string): Cited {
  const label = labelOf(id, dossier)
  if (label === undefined)
    throw new Error(
      `${page}: <Cite to="${id}"> leads nowhere; expected the id of a passage, source, entity, quotation or dated event of this dossier`,
    )
  return { href: addressOf(id), label }
}

/**
 * The entity that `<Entity to>` means: by id, by its name, or by a wording that belongs to one entity alone.
 *
 * @throws Error when no entity or more than one has that name, with the page that names it
 */
export function findEntity(to: string, { entities, entityOf }: DossierView, page: string): EntityEntry {
  const found =
    entityOf.get(to) ??
    only(entities.filter(({ name }) => name === to)) ??
    only(entities.filter(({ names }) => names.some(({ words, form }) => form === 'name' && words === to)))
  if (!found)
    throw new Error(
      `${page}: <Entity to="${to}"> leads nowhere; expected the id of an entity, or a name that one entity of this dossier has`,
    )
  return found
}

function only<T>(items: readonly T[]): T | undefined {
  return items.length === 1 ? items[0] : undefined
}
