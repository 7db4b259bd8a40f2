import type { Findings } from '../../model/findings.ts'
import type { Register } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'
import { findAmounts } from './amounts/find-amounts.ts'
import { findDates } from './dates/find-dates.ts'
import { findNames } from './names/find-names.ts'
import { findQuotations } from './quotations/find-quotations.ts'
import { readParagraph } from './quotations/read-paragraph.ts'

/** Finds names, dates, quotations and amounts in one source. */
export function findInSource(source: Source, register: Register): Findings {
  const mentions = findNames(source, register)
  const dates = findDates(source)
  const paragraphs = source.passages.map(readParagraph)
  return {
    file: source.file,
    mentions,
    dates,
    quotations: findQuotations(source, mentions, paragraphs),
    amounts: findAmounts(source, dates, paragraphs),
  }
}
