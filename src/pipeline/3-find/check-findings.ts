import type { Findings } from '../../model/findings.ts'
import type { Problem } from '../../model/problem.ts'
import type { Source } from '../../model/source.ts'

/** Different names of one source; what they have to do with each other grows with their square. A long report has a thousand. */
const MAX_NAMES = 3000
/** Dates, quotations or amounts of one source. */
const MAX_OF_A_KIND = 10_000

/** A source that names more than any article does is a list: what its names have to do with each other nobody could read. */
export function checkFindings(
  { file, passages }: Source,
  { mentions, dates, quotations, amounts }: Findings,
): Problem[] {
  const texts = new Map(passages.map(({ ordinal, text }) => [ordinal, text]))
  const names = new Set(mentions.map(({ span }) => texts.get(span.passage)!.slice(span.start, span.end)))
  const counts = [
    { what: 'different names', count: names.size, most: MAX_NAMES },
    { what: 'dates', count: dates.length, most: MAX_OF_A_KIND },
    { what: 'quotations', count: quotations.length, most: MAX_OF_A_KIND },
    { what: 'figures', count: amounts.length, most: MAX_OF_A_KIND },
  ]
  return counts
    .filter(({ count, most }) => count > most)
    .map(({ what, count, most }) => ({
      file,
      severity: 'error',
      rule: 'find/too-many',
      reason: `Unexpected ${count} ${what} in one article, expected at most ${most}`,
      hint: 'Split it into one file an article.',
    }))
}
