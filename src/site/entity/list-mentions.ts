import type { Node, Tie } from '../../figures/arcs.ts'
import type { EntityEntry, SourceEntry } from '../../model/entry.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { addressOf } from '../loader/addresses.ts'
import { formatList, t } from '../text/text.ts'

/** One sentence that mentions an entity, with the address of the passage it stands in. */
export interface ShownMention {
  readonly source: SourceEntry
  /** Place of the sentence among `sentencesOf(entity)`. */
  readonly index: number
  readonly href: string
  readonly ordinal: number
  readonly isInferred: boolean
  readonly rules: readonly string[]
}

/** The mentioning sentences of one source. */
export interface SourceMentions {
  readonly source: SourceEntry
  readonly mentions: readonly ShownMention[]
}

/** The sentences that mention an entity, in the order of their sources' dates. */
export function listMentions(entity: EntityEntry, { sourceOf }: DossierView): ShownMention[] {
  return entity.mentions.flatMap((mention, index) => {
    const source = sourceOf.get(mention.source)
    return source
      ? [
          {
            source,
            index,
            href: addressOf(mention.passage),
            ordinal: mention.ordinal,
            isInferred: mention.certainty === 'inferred',
            rules: mention.rules,
          },
        ]
      : []
  })
}

/** Sentences by source, in the given order. */
export function groupMentions(mentions: readonly ShownMention[]): SourceMentions[] {
  return [...Map.groupBy(mentions, ({ source }) => source)].map(([source, of]) => ({ source, mentions: of }))
}

/** Every name of an entity, its own first: those that sources print, then those that only the register gives. */
export function listNames({ name, names, unprinted = [] }: EntityEntry): string[] {
  return [...new Set([name, ...names.filter(({ form }) => form === 'name').map(({ words }) => words), ...unprinted])]
}

/** What one entity is, in a line: its description, or its kind with its other names. */
export function describeEntity({ description, kind, names, name }: EntityEntry): string {
  if (description) return description
  const others = names.filter((form) => form.form === 'name' && form.words !== name).slice(0, 2)
  const also = others.length > 0 ? t.entity.also(formatList(others.map((form) => `“${form.words}”`))) : ''
  return `${t.kinds[kind].one}${also}`
}

/** A text with exactly one full stop at its end. */
export function endSentence(text: string): string {
  return `${text.replace(/[.\s]$/, '')}.`
}

/** How many sources name an entity. */
export function countSources(entity: EntityEntry): number {
  return new Set(entity.mentions.map((mention) => mention.source)).size
}

const MOST = 12

/** An entity with its dozen nearest neighbours, and every tie among them. */
export function tieNeighbours(entity: EntityEntry, { entityOf }: DossierView): { nodes: Node[]; ties: Tie[] } {
  const near = entity.neighbours.slice(0, MOST)
  const nodes = [entity, ...near].map(({ id, name, kind }) => ({ id, name, kind, href: addressOf(id) }))
  const order = new Map(nodes.map(({ id }, index) => [id, index]))
  const ties = nodes.flatMap(({ id: from }, index) =>
    (entityOf.get(from)?.neighbours ?? [])
      .filter(({ id }) => (order.get(id) ?? -1) > index)
      .map(({ id: to, mentions }) => ({ from, to, count: mentions })),
  )
  return { nodes, ties }
}
