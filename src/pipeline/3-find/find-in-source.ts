import { packFor } from '../../lang/packs.ts'
import type { Findings } from '../../model/findings.ts'
import type { Register } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'

/** Finds names, dates, quotations, amounts and roles in one source, as far as the pack of its language goes. */
export function findInSource(source: Source, register: Register): Findings {
  const pack = packFor(source.language)
  const mentions = pack?.findNames?.(source, register) ?? []
  const dates = pack?.findDates?.(source) ?? []
  return {
    file: source.file,
    mentions,
    dates,
    quotations: pack?.findQuotations?.(source, mentions) ?? [],
    amounts: pack?.findAmounts?.(source, dates) ?? [],
    roles: pack?.findRoles?.(source, mentions) ?? [],
  }
}
