import { packFor, PACKS } from '../../lang/packs.ts'
import type { Findings } from '../../model/findings.ts'
import type { Reported } from '../../model/problem.ts'
import type { Register } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'
import { correctDates } from './correct/correct-dates.ts'
import { correctFigures } from './correct/correct-figures.ts'
import { correctNames } from './correct/correct-names.ts'
import { correctQuotations } from './correct/correct-quotations.ts'
import { findRegisterNames } from './find-register-names.ts'

/**
 * Finds names, dates, quotations, amounts and roles in one source, as far as the pack of its language goes. Without a pack
 * nothing is guessed: only names of the register are found. What a person corrected is corrected at once, so that what is
 * found by it follows: a speaker by the names, an amount by the dates.
 */
export function findInSource(source: Source, register: Register, packs = PACKS): Reported<Findings> {
  const pack = packFor(source.language, packs)
  const names = correctNames(source, (pack?.findNames ?? findRegisterNames)(source, register))
  const mentions = names.findings
  const dates = correctDates(source, pack?.findDates?.(source) ?? [])
  const quotations = correctQuotations(source, pack?.findQuotations?.(source, mentions) ?? [], mentions)
  const amounts = correctFigures(source, pack?.findAmounts?.(source, dates.findings) ?? [], {
    places: mentions.filter(({ kind }) => kind === 'place').map(({ span }) => span),
    dates: dates.findings.map(({ span }) => span),
  })
  const edits = [names, dates, quotations, amounts].flatMap((one) => one.edits)
  return {
    value: {
      file: source.file,
      mentions,
      dates: dates.findings,
      quotations: quotations.findings,
      amounts: amounts.findings,
      roles: pack?.findRoles?.(source, mentions) ?? [],
      ...(edits.length > 0 && { edits }),
    },
    problems: [names, dates, quotations, amounts].flatMap(({ problems }) => problems),
  }
}
