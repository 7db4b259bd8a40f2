import { addressOf } from '../loader/addresses.ts'
import type { DossierView, EntityPage, SourcePage } from './dossier.ts'
import { markRepeats } from './mark-repeats.ts'

/** One sentence that mentions an entity, with the address of the passage it stands in. */
export interface ShownMention {
  readonly html: string
  readonly href: string
  readonly ordinal: number
  readonly isInferred: boolean
  readonly rules: readonly string[]
}

/** The mentioning sentences of one source. */
export interface MentionGroup {
  readonly source: SourcePage
  readonly mentions: readonly ShownMention[]
}

/** An entity's mentions by source, in the order of their dates. */
export function groupMentions(entity: EntityPage, { sourceOf }: DossierView): MentionGroup[] {
  const shown = entity.mentions.map((mention, index) => ({
    source: mention.source,
    html: markRepeats(entity.passages[index]?.html ?? '', () => false),
    href: addressOf(mention.passage),
    ordinal: mention.ordinal,
    isInferred: mention.certainty === 'inferred',
    rules: mention.rules,
  }))
  return [...Map.groupBy(shown, (mention) => mention.source)].flatMap(([id, mentions]) => {
    const source = sourceOf.get(id)
    return source ? [{ source, mentions }] : []
  })
}
