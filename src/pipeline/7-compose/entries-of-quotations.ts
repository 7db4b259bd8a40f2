import type { QuotationEntry } from '../../model/entry.ts'
import type { Composition } from './composition.ts'
import { referToDoubt, referToEntity, referToPassage } from './refer.ts'

/** The lines of `content/quotations.json`: each quotation with its printings, the earliest dated first. */
export function entriesOfQuotations(composition: Composition): QuotationEntry[] {
  return composition.dossier.quotations.map(({ key, speaker, printings, ...quotation }) => ({
    id: composition.addresses.quotations.get(key)!.id,
    ...quotation,
    ...(speaker && { speaker: referToEntity(composition, speaker) }),
    ...(printings[0]?.certainty && { certainty: printings[0].certainty }),
    printings: printings.map(({ at, speaker: _, doubted, ...printing }) => ({
      ...referToPassage(composition, at[0]!),
      ...printing,
      ...referToDoubt(composition, doubted, at[0]!),
    })),
  }))
}
