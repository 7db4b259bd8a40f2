import type { CorrectionOf } from '../../../model/correction.ts'
import type { DateMention } from '../../../model/date.ts'
import type { Source } from '../../../model/source.ts'
import type { Span } from '../../../model/passage.ts'
import { readInterval } from '../../../text/calendar.ts'
import type { CorrectionResult, CorrectedFindings } from './correct-findings.ts'
import { correctFindings } from './correct-findings.ts'

/** Corrects which words are a date, and which days they mean. */
export function correctDates(source: Source, dates: readonly DateMention[]): CorrectedFindings<DateMention> {
  const corrected = correctFindings(source, dates, {
    kind: 'date',
    spansOf: ({ span }) => [span],
    describe: ({ edtf, timex, type }: DateMention) => edtf ?? timex ?? type.toLowerCase(),
    ruleOf: ({ rule }) => rule,
    correct: (correction, date, at) => correctDate(correction, date, at),
  })
  return {
    ...corrected,
    findings: corrected.findings.toSorted((a, b) => a.span.passage - b.span.passage || a.span.start - b.span.start),
  }
}

function correctDate(
  { is, from, to, reason }: CorrectionOf<'date'>,
  date: DateMention | undefined,
  at: Span,
): CorrectionResult<DateMention> {
  if (is === 'none') return { now: undefined }
  if (from === undefined) return { reason: 'Unexpected correction of a date without days', hint: 'from: "2017-02-13"' }
  const interval = readInterval(from, to)
  if (!interval)
    return {
      reason: `Unexpected interval from ${from} to ${to ?? from}, expected days of the calendar, the first one first`,
      hint: to !== undefined ? `from: "${to}"\nto: "${from}"` : 'from: "2017-02-13"',
    }
  return {
    now: {
      span: date?.span ?? at,
      type: 'DATE',
      ...interval,
      certainty: 'editor',
      rule: 'editor/date',
      reason,
    },
  }
}
