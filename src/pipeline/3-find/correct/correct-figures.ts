import type { Amount } from '../../../model/figure.ts'
import type { CorrectionOf } from '../../../model/correction.ts'
import type { Source } from '../../../model/source.ts'
import type { Span } from '../../../model/passage.ts'
import { findWordsNear, refuseWords, wordsAtSpan } from '../../../text/quoted-place.ts'
import type { CorrectionResult, CorrectedFindings } from './correct-findings.ts'
import { correctFindings } from './correct-findings.ts'

/** Where a figure's place and time must be found. */
interface Found {
  readonly places: readonly Span[]
  readonly dates: readonly Span[]
}

/** Corrects which words state a figure, and its thing counted, credit, place and time. */
export function correctFigures(source: Source, amounts: readonly Amount[], found: Found): CorrectedFindings<Amount> {
  const corrected = correctFindings(source, amounts, {
    kind: 'figure',
    spansOf: ({ span }) => [span],
    describe,
    ruleOf: ({ rule }) => rule,
    correct: (correction, amount, at) => correctFigure(source, correction, amount, at, found),
  })
  return {
    ...corrected,
    findings: corrected.findings.toSorted(
      ({ span: a }, { span: b }) => a.passage - b.passage || a.start - b.start || b.end - a.end,
    ),
  }
}

function describe({ low, high, unit, counted, measure, credited, place, time }: Amount): string {
  const parts = [
    low === high ? `${low}` : `${low ?? '…'} to ${high ?? '…'}`,
    unit === 'count' ? undefined : unit,
    counted,
    measure && `measure ${measure}`,
    credited && `credit “${credited.words}”`,
    describeFrame('place', place),
    describeFrame('time', time),
  ]
  return parts.filter((part) => part !== undefined).join(', ')
}

function describeFrame(field: string, held: Amount['place']): string | undefined {
  if (held === undefined) return undefined
  return held === null ? `no ${field}` : `${field} “${held.words}”`
}

function correctFigure(
  source: Source,
  { is, low, high, counted, measure, credit, place, time }: CorrectionOf<'figure'>,
  found: Amount | undefined,
  at: Span,
  { places, dates }: Found,
): CorrectionResult<Amount> {
  if (is === 'none') return { now: undefined }
  const isCounted = counted !== undefined && (low !== undefined || high !== undefined)
  const amount: Omit<Amount, 'certainty' | 'rule'> | undefined =
    found ?? (isCounted ? { span: at, unit: 'count' } : undefined)
  if (!amount)
    return {
      reason: 'Unexpected words that no rule took for a figure, expected with them how many of what',
      hint: 'low: 9\nhigh: 9\ncounted: people',
    }
  const bounds = { low: low ?? amount.low, high: high ?? amount.high }
  if (bounds.low !== undefined && bounds.high !== undefined && bounds.low > bounds.high)
    return {
      reason: `Unexpected bounds ${bounds.low} to ${bounds.high}, expected the lower one first`,
      hint: `low: ${bounds.high}\nhigh: ${bounds.low}`,
    }
  const read = {
    credited: readWords(source, 'credit', credit, at),
    place: readWords(source, 'place', place, at, places),
    time: readWords(source, 'time', time, at, dates),
  }
  const refused = Object.values(read).find((one) => one && 'reason' in one)
  if (refused && 'reason' in refused) return refused
  const { credited: before, ...rest } = amount
  const credited = read.credited === undefined ? before : (read.credited as Amount['credited'] | null)
  return {
    now: {
      ...rest,
      ...(low !== undefined && { low }),
      ...(high !== undefined && { high }),
      ...(counted !== undefined && { counted }),
      ...(measure !== undefined && { measure }),
      ...(credited && { credited }),
      ...(read.place !== undefined && { place: read.place as Amount['place'] }),
      ...(read.time !== undefined && { time: read.time as Amount['time'] }),
      certainty: 'editor',
      rule: 'editor/figure',
    },
  }
}

type ReadWords = { words: string; span: Span } | null | undefined | { reason: string; hint: string }

/** Words of the article near the figure; null for `none`. They must be among `known`, where that is given. */
function readWords(
  source: Source,
  field: string,
  words: string | undefined,
  at: Span,
  known?: readonly Span[],
): ReadWords {
  if (words === undefined) return undefined
  if (words === 'none') return null
  const span = findWordsNear(source, words, at)
  if (!span) return refuseWords(field, words, 'Write them as the article prints them.')
  const held = known?.find((one) => one.passage === span.passage && one.start < span.end && span.start < one.end)
  if (known && !held) {
    const choices = [...new Set(known.map((one) => wordsAtSpan(source, one)))].slice(0, 12).join(', ')
    return {
      reason: `${field}: Unexpected words “${words}”, which no rule took for a ${field}`,
      hint: `Known: ${choices}`,
    }
  }
  return { words, span: held ?? span }
}
