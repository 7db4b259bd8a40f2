import { passageKey } from '../../model/permalink.ts'
import type { Amount } from '../../model/figure.ts'
import type { DateMention } from '../../model/date.ts'
import type { Dossier } from '../../model/dossier.ts'
import type { ResolvedMention } from '../../model/entity.ts'
import type { Role } from '../../model/mention.ts'
import type { QuotationMention } from '../../model/quotation.ts'

/** What was found in one passage. A quotation over several passages stands with each of them. */
export interface PassageAnnotations {
  readonly mentions: readonly ResolvedMention[]
  readonly dates: readonly DateMention[]
  readonly quotations: readonly QuotationMention[]
  readonly amounts: readonly Amount[]
  readonly roles: readonly Role[]
}

type Growing = { -readonly [Key in keyof PassageAnnotations]: PassageAnnotations[Key][number][] }

/** Sorts the findings of a dossier into passages, by `passageKey`. */
export function indexAnnotations(dossier: Dossier): ReadonlyMap<string, PassageAnnotations> {
  const index = new Map<string, Growing>()
  const at = (file: string, passage: number): Growing => {
    const key = passageKey(file, passage)
    const found = index.get(key) ?? { mentions: [], dates: [], quotations: [], amounts: [], roles: [] }
    index.set(key, found)
    return found
  }
  for (const mention of dossier.mentions) at(mention.file, mention.span.passage).mentions.push(mention)
  for (const { file, dates, quotations, amounts, roles } of dossier.findings) {
    for (const date of dates) at(file, date.span.passage).dates.push(date)
    for (const amount of amounts) at(file, amount.span.passage).amounts.push(amount)
    for (const role of roles) at(file, role.span.passage).roles.push(role)
    for (const quotation of quotations) {
      for (const passage of new Set(quotation.spans.map((span) => span.passage)))
        at(file, passage).quotations.push(quotation)
    }
  }
  return index
}
