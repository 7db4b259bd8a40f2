import type { CorrectionOf } from '../../../model/correction.ts'
import type { DateMention } from '../../../model/date.ts'
import type { Mention } from '../../../model/entity.ts'
import type { Span } from '../../../model/passage.ts'
import type { Source } from '../../../model/source.ts'
import { readInterval } from '../../../text/calendar.ts'
import { findWordsOver, refuseWords, wordsAtSpan } from '../../../text/quoted-place.ts'
import type { CorrectedFindings, CorrectionResult } from './correct-findings.ts'
import { correctFindings } from './correct-findings.ts'

/** Corrects which words are a name, its kind, its bounds, and its entity. */
export function correctNames(source: Source, mentions: readonly Mention[]): CorrectedFindings<Mention> {
  const corrected = correctFindings(source, mentions, {
    kind: 'name',
    spansOf: ({ span }) => [span],
    describe: ({ kind, span, refersTo }: Mention) =>
      `${kind} “${wordsAtSpan(source, span)}”${refersTo === undefined ? '' : `, which is ${refersTo}`}`,
    ruleOf: ({ rule }) => rule,
    correct: (correction, mention, at) => correctName(source, correction, mention, at),
  })
  return { ...corrected, findings: corrected.findings.toSorted(byPlace) }
}

function correctName(
  source: Source,
  { is, type, words, entity }: CorrectionOf<'name'>,
  mention: Mention | undefined,
  at: Span,
): CorrectionResult<Mention> {
  if (is === 'none') return { now: undefined }
  const kind = type ?? mention?.kind
  if (kind === undefined)
    return {
      reason: 'Unexpected words that no rule took for a name, expected its kind with them',
      hint: 'type: person, or organisation, place, event, work',
    }
  const span = words === undefined ? (mention?.span ?? at) : findWordsOver(source, words, at)
  if (!span) return refuseWords('words', words!, `Write words that hold “${wordsAtSpan(source, at)}”.`)
  const { subtype, within, standsFor, ...known } = mention ?? { form: 'name' as const }
  const isOther = kind !== mention?.kind || entity !== undefined
  return {
    now: {
      ...known,
      ...(!isOther && { ...(subtype && { subtype }), ...(within && { within }), ...(standsFor && { standsFor }) }),
      ...(entity !== undefined && { refersTo: entity, form: 'name' }),
      span,
      kind,
      certainty: 'editor',
      rule: 'editor/name',
    },
  }
}

function byPlace({ span: a }: Mention, { span: b }: Mention): number {
  return a.passage - b.passage || a.start - b.start || b.end - a.end
}

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
