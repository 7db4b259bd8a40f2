import { packFor, PACKS } from '../../lang/packs.ts'
import type { Findings } from '../../model/findings.ts'
import type { Register } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'
import { findRegisterNames } from './find-register-names.ts'

/**
 * Finds names, dates, quotations, amounts and roles in one source, as far as the pack of its language goes. Without a pack
 * nothing is guessed: only names of the register are found.
 */
export function findInSource(source: Source, register: Register, packs = PACKS): Findings {
  const pack = packFor(source.language, packs)
  const mentions = (pack?.findNames ?? findRegisterNames)(source, register)
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
