import type { DatedEvent, EventReport } from '../../../model/date.ts'
import type { Findings } from '../../../model/dossier.ts'
import type { Amount } from '../../../model/figure.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import { passageKey } from '../../../model/permalink.ts'
import type { Source } from '../../../model/source.ts'
import { parseDay } from '../../../text/calendar.ts'
import type { Sentence, Sentences } from '../sentences.ts'
import { nameAct } from '../../../lang/kinds.ts'
import { comparisonOf, languagesOf, strongActsOf } from '../sentences.ts'
import type { Finding } from './raise-contradiction.ts'

/** Finds a part that is greater than its whole, and parts that make up a whole but do not sum to it. */
export function checkSums(sentences: Sentences, findings: readonly Findings[]): Finding[] {
  return findings.flatMap(({ file, amounts }) =>
    [...Map.groupBy(amounts, ({ span }) => span.passage)].flatMap(([passage, held]) =>
      (sentences.get(passageKey(file, passage)) ?? []).flatMap((sentence) => {
        const own = held.filter(
          ({ span, unit }) => unit === 'count' && span.start >= sentence.start && span.end <= sentence.end,
        )
        return own.length > 1 ? checkSentence(sentence, own) : []
      }),
    ),
  )
}

function checkSentence(sentence: Sentence, amounts: readonly Amount[]): Finding[] {
  const [whole, ...parts] = [...amounts].sort((a, b) => a.span.start - b.span.start) as [Amount, ...Amount[]]
  const between = sentence.text.slice(whole.span.end - sentence.start, parts[0]!.span.start - sentence.start)
  const { isPart = false, isWhole = false } = comparisonOf(sentence)?.figures.readSum(between) ?? {}
  const greater = isPart ? parts.find(({ low }) => (low ?? 0) > (whole.high ?? Infinity)) : undefined
  if (greater)
    return [
      toFinding(
        sentence,
        `A part (${words(sentence, greater)}) is greater than the whole (${words(sentence, whole)}).`,
      ),
    ]
  if (!isWhole && !/:\s*$/.test(between.trimEnd().slice(-2))) return []
  const sum = parts.reduce((total, { low }) => total + (low ?? Number.NaN), 0)
  const isExact = [whole, ...parts].every(({ low, high }) => low !== undefined && low === high)
  if (parts.length < 2 || !isExact || sum === whole.low) return []
  return [toFinding(sentence, `The parts sum to ${sum}, the whole is ${words(sentence, whole)}.`)]
}

function words({ text, start }: Sentence, { span }: Amount): string {
  return text.slice(span.start - start, span.end - start)
}

function toFinding({ file, passage, start, end }: Sentence, reason: string): Finding {
  return {
    rule: 'contradiction/parts-do-not-sum',
    severity: 'warning',
    reason,
    passages: [{ file, passage, start, end }],
    entities: [],
    about: reason,
  }
}

/** Maximum distance, in days, of a summary point's date and a sentence's date that count as dates of one thing. */
const NEAR = 3
/** A leap year, so that days whose year is not known can be compared within one. */
const ANY_YEAR = '2000'

/** A sentence or summary point that dates something to one day. */
interface Dated {
  readonly report: EventReport
  readonly entities: ReadonlySet<string>
  readonly day: number
}

/**
 * Finds summary points with another day than the sentences of their report. If any other sentence gives the point's
 * day too, there is no contradiction.
 */
export function checkSummaries(
  sources: readonly Source[],
  datedEvents: readonly DatedEvent[],
  textOf: (span: SpanInFile) => string,
): Finding[] {
  const points = new Set(
    sources.flatMap(({ file, passages }) =>
      passages.filter(({ kind }) => kind === 'key-point').map(({ ordinal }) => passageKey(file, ordinal)),
    ),
  )
  const isPoint = ({ report: { sentence } }: Dated) => points.has(passageKey(sentence.file, sentence.passage))
  const dated = Map.groupBy(datedEvents.flatMap(listDays), ({ report }) => report.sentence.file)
  const languageOf = languagesOf(sources)
  const wordsOf = (span: SpanInFile) => textOf(span).slice(span.start, span.end)
  const actsOf = (span: SpanInFile) => strongActsOf({ text: wordsOf(span), language: languageOf(span.file) })
  return [...dated.values()].flatMap((held) => {
    const text = held.filter((one) => !isPoint(one))
    return held
      .filter(isPoint)
      .flatMap((point) => text.flatMap((one) => compare(point, one, text, { wordsOf, actsOf })))
  })
}

function listDays({ lo, hi, timex, entities, participants = [], reports }: DatedEvent): Dated[] {
  const day = parseDay(lo === undefined ? (timex ?? '').replace(/^X{4}/, ANY_YEAR) : lo === hi ? lo : '')
  if (day === undefined) return []
  return reports.map((report) => ({ report, entities: new Set([...entities, ...participants]), day }))
}

/** The words of a span, and the acts that they express. */
interface Reader {
  readonly wordsOf: (span: SpanInFile) => string
  readonly actsOf: (span: SpanInFile) => string[]
}

function compare(point: Dated, one: Dated, text: readonly Dated[], { wordsOf, actsOf }: Reader): Finding[] {
  const gap = Math.abs(point.day - one.day)
  const entities = [...point.entities].filter((entity) => one.entities.has(entity))
  if (gap === 0 || gap > NEAR || entities.length === 0 || isSaidBeside(point, one, text)) return []
  const said = actsOf(one.report.sentence)
  const acts = actsOf(point.report.sentence).filter((act) => said.includes(act))
  if (acts.length === 0) return []
  const [summary, day] = [wordsOf(point.report.date), wordsOf(one.report.date)]
  return [
    {
      rule: 'contradiction/summary-date',
      severity: 'warning',
      reason: `The summary says “${summary}”; the text says “${day}” (${acts.map(nameAct).join(', ')}).`,
      passages: [point.report.sentence, one.report.sentence],
      entities,
      about: `${summary} ${day} ${entities.join(' ')}`,
    },
  ]
}

/** Whether a sentence of the text other than the one compared gives the day of the summary point. */
function isSaidBeside({ day }: Dated, { report: { sentence } }: Dated, text: readonly Dated[]): boolean {
  return text.some(
    ({ day: said, report: { sentence: other } }) =>
      said === day && (other.passage !== sentence.passage || other.start !== sentence.start),
  )
}
