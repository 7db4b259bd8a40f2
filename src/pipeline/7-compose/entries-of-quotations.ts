import type { QuotationEntry } from '../../model/entry.ts'
import type { Composition } from './composition.ts'
import { referToCaveat, referToEntity, referToPassage } from './refer.ts'

/** The lines of `content/quotations.json`: each quotation with its occurrences, the earliest dated first. */
export function entriesOfQuotations(composition: Composition): QuotationEntry[] {
  return composition.dossier.quotations.map(({ key, speaker, occurrences, ...quotation }) => ({
    id: composition.addresses.quotations.get(key)!.id,
    ...quotation,
    ...(speaker && { speaker: referToEntity(composition, speaker) }),
    ...(occurrences[0]?.certainty && { certainty: occurrences[0].certainty }),
    occurrences: occurrences.map(({ at, speaker: _, caveat, ...occurrence }) => ({
      ...referToPassage(composition, at[0]!),
      ...occurrence,
      ...referToCaveat(composition, caveat, at[0]!),
    })),
  }))
}
