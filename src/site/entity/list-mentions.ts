import { addressOf } from '../loader/addresses.ts'
import type { DossierView } from '../dossier/dossier.ts'
import type { EntityEntry, SourceEntry } from '../../model/entry.ts'

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
