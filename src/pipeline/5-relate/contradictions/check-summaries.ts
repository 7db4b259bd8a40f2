import type { DatedEvent, Telling } from '../../../model/dated-event.ts'
import type { Source } from '../../../model/source.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import { parseDay } from '../../../text/calendar.ts'
import { passageKey } from '../../../model/permalink.ts'
import { nameAct, readStrongActs } from '../read-acts.ts'
import type { Finding } from './raise-contradiction.ts'

/** Days by which a summary point and a sentence must differ at most to be taken for two dates of one thing. */
const NEAR = 3
/** A leap year, so that days whose year is not known can be compared within one. */
const ANY_YEAR = '2000'

/** A sentence or summary point that dates something to one day. */
interface Dated {
  readonly telling: Telling
  readonly entities: ReadonlySet<string>
  readonly day: number
}

/**
 * Finds summary points that give another day than the sentences of their report. Where a sentence other than the one
 * compared gives the point's day too, nothing is at odds.
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
  const isPoint = ({ telling: { sentence } }: Dated) => points.has(passageKey(sentence.file, sentence.passage))
  const dated = Map.groupBy(datedEvents.flatMap(listDays), ({ telling }) => telling.sentence.file)
  const wordsOf = (span: SpanInFile) => textOf(span).slice(span.start, span.end)
  return [...dated.values()].flatMap((held) => {
    const text = held.filter((one) => !isPoint(one))
    return held.filter(isPoint).flatMap((point) => text.flatMap((one) => compare(point, one, text, wordsOf)))
  })
}

function listDays({ lo, hi, timex, entities, participants = [], tellings }: DatedEvent): Dated[] {
  const day = parseDay(lo === undefined ? (timex ?? '').replace(/^X{4}/, ANY_YEAR) : lo === hi ? lo : '')
  if (day === undefined) return []
  return tellings.map((telling) => ({ telling, entities: new Set([...entities, ...participants]), day }))
}

function compare(point: Dated, one: Dated, text: readonly Dated[], wordsOf: (span: SpanInFile) => string): Finding[] {
  const gap = Math.abs(point.day - one.day)
  const entities = [...point.entities].filter((entity) => one.entities.has(entity))
  if (gap === 0 || gap > NEAR || entities.length === 0 || isSaidBeside(point, one, text)) return []
  const acts = readStrongActs(wordsOf(point.telling.sentence)).filter((act) =>
    readStrongActs(wordsOf(one.telling.sentence)).includes(act),
  )
  if (acts.length === 0) return []
  const [summed, said] = [wordsOf(point.telling.date), wordsOf(one.telling.date)]
  return [
    {
      rule: 'contradiction/summary-date',
      severity: 'warning',
      reason: `The summary says “${summed}”; the text says “${said}” (${acts.map(nameAct).join(', ')}).`,
      passages: [point.telling.sentence, one.telling.sentence],
      entities,
      about: `${summed} ${said} ${entities.join(' ')}`,
    },
  ]
}

/** Whether a sentence of the text other than the one compared gives the day of the summary point. */
function isSaidBeside({ day }: Dated, { telling: { sentence } }: Dated, text: readonly Dated[]): boolean {
  return text.some(
    ({ day: said, telling: { sentence: other } }) =>
      said === day && (other.passage !== sentence.passage || other.start !== sentence.start),
  )
}
