import type { Quotation } from '../../../model/quotation.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import type { Finding } from './raise-contradiction.ts'

/** Finds quotations whose words do not stand in the passage that they are cited from. */
export function checkQuotations(quotations: readonly Quotation[], textOf: (span: SpanInFile) => string): Finding[] {
  return quotations.flatMap(({ occurrences, speaker }) =>
    occurrences.flatMap(({ at, words }): Finding[] => {
      const printed = at.map((span) => textOf(span).slice(span.start, span.end)).join(' ')
      if (printed === words && words !== '') return []
      return [
        {
          rule: 'contradiction/quotation-not-in-passage',
          severity: 'error',
          reason: `The words “${words}” are not those of the passage: “${printed}”.`,
          passages: at,
          entities: speaker === undefined ? [] : [speaker],
          about: words,
        },
      ]
    }),
  )
}
