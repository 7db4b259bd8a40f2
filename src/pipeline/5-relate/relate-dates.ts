import type { DatedEvent, DateMention } from '../../model/date.ts'
import type { FigureRow, FigureTable } from '../../model/figure.ts'
import type { Adjudication } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'
import type { SpanInFile } from '../../model/passage.ts'
import { compare } from '../../text/compare.ts'
import type { DisputedDay } from './find-disputed-days.ts'
import { nameSharedAct } from '../../lang/kinds.ts'
import { languagesOf, strongActsOf } from './sentences.ts'
import { passageReader } from './contradictions/raise-contradiction.ts'
import { publishedOn } from '../../text/sources.ts'

/** Names in the key of a table. */
const NAMES = 3

/**
 * Adds the dates that sources disagree on to the claim ledger: one table for each thing that statements give two days
 * near each other, one row a statement.
 *
 * @param dated events every dated statement, placed on the calendar or not
 * @param sources the sources of their passages
 * @param adjudications those of an editor, by the key of the table
 * @returns tables by key
 */
export function relateDates(
  datedEvents: readonly DatedEvent[],
  sources: readonly Source[],
  adjudications: readonly Adjudication[] = [],
): FigureTable[] {
  const byKey = new Map(datedEvents.map((one) => [one.key, one]))
  const [textOf, languageOf] = [passageReader(sources), languagesOf(sources)]
  const dates = new Map(sources.map((source) => [source.file, publishedOn(source)]))
  const settled = new Map(adjudications.map(({ figure, ...rest }) => [figure, rest]))
  const tables = datedEvents.flatMap((one) => {
    const others = nearDates(one).flatMap(({ key }) => byKey.get(key) ?? [])
    const isFirst =
      others.length > 0 &&
      others.every((other) => one.key < other.key || !nearDates(other).some(({ key }) => key === one.key))
    return isFirst ? [composeTable([one, ...others], textOf, dates, languageOf)] : []
  })
  return numberTables(tables)
    .map((table) => (settled.has(table.key) ? { ...table, adjudication: settled.get(table.key)! } : table))
    .sort((a, b) => compare(a.key, b.key))
}

/** Of two tables about the same names and days, the key of the second has its subject, else a number. */
function numberTables(tables: readonly FigureTable[]): FigureTable[] {
  const taken = new Set<string>()
  const order = ({ key, counted = '' }: FigureTable) => `${key} | ${counted}`
  return tables
    .toSorted((a, b) => compare(order(a), order(b)))
    .map((table) => {
      let key = taken.has(table.key) ? order(table) : table.key
      for (let number = 2; taken.has(key); number += 1) key = `${order(table)} | ${number}`
      taken.add(key)
      return { ...table, key }
    })
}

/** One table for each day that sources of a story disagree on, as `findDisputedDays` gives them. */
export function tabulateDays(
  disputed: readonly DisputedDay[],
  sources: readonly Source[],
  adjudications: readonly Adjudication[] = [],
): FigureTable[] {
  const dates = new Map(sources.map((source) => [source.file, publishedOn(source)]))
  const settled = new Map(adjudications.map(({ figure, ...rest }) => [figure, rest]))
  return disputed.map(({ name, reason, rows }) => {
    const days = [...new Set(rows.map(({ date }) => date.lo!))].sort(compare)
    const key = ['date', name, ...days].join(' | ')
    const act = nameSharedAct(rows.map(({ sentence }) => strongActsOf(sentence)))
    const adjudication = settled.get(key)
    return {
      key,
      quantity: 'date',
      unit: 'date',
      ...(act && { counted: act }),
      rows: rows.map(({ date, sentence: { file, passage, start, end, text } }, at) => ({
        at: { ...date.span, file },
        sentence: { file, passage, start, end },
        words: text.slice(date.span.start - start, date.span.end - start),
        unit: 'date',
        period: periodOf(date, file, text.slice(date.span.start - start, date.span.end - start)),
        ...(dates.get(file) !== undefined && { date: dates.get(file)! }),
        certainty: date.certainty,
        rule: 'event/near-dates',
        ...(at > 0 && { joined: { rule: 'event/near-dates', reason } }),
      })),
      isCompatible: false,
      beside: [],
      ...(adjudication && { adjudication }),
    }
  })
}

const periodOf = ({ span, lo, hi, timex }: DateMention, file: string, words: string) => ({
  words,
  at: { ...span, file },
  ...(lo !== undefined && { lo }),
  ...(hi !== undefined && { hi }),
  ...(timex !== undefined && { timex }),
})

function nearDates({ possiblySame }: DatedEvent): DatedEvent['possiblySame'] {
  return possiblySame.filter(({ rule }) => rule === 'event/near-dates')
}

function composeTable(
  held: readonly DatedEvent[],
  textOf: (span: SpanInFile) => string,
  dates: ReadonlyMap<string, string | undefined>,
  languageOf: (file: string) => string,
): FigureTable {
  const [first] = held
  const names = shareNames(held)
    .slice(0, NAMES)
    .map((key) => key.slice(key.indexOf(':') + 1))
  const days = held.map(({ lo, timex }) => lo ?? timex ?? '').sort(compare)
  const act = nameSharedAct(
    held.map(({ reports: [report] }) => {
      const { file, start, end } = report!.sentence
      return strongActsOf({ text: textOf(report!.sentence).slice(start, end), language: languageOf(file) })
    }),
  )
  return {
    key: ['date', ...names, ...days].join(' | '),
    quantity: 'date',
    unit: 'date',
    ...(act && { counted: act }),
    rows: held.flatMap((datedEvent) =>
      datedEvent.reports.map((report) => composeRow(datedEvent, report, first!, textOf, dates)),
    ),
    isCompatible: false,
    beside: [],
  }
}

function composeRow(
  datedEvent: DatedEvent,
  { sentence, date }: DatedEvent['reports'][number],
  first: DatedEvent,
  textOf: (span: SpanInFile) => string,
  dates: ReadonlyMap<string, string | undefined>,
): FigureRow {
  const words = textOf(date).slice(date.start, date.end)
  const { lo, hi, timex, certainty } = datedEvent
  const published = dates.get(sentence.file)
  const joined = first.possiblySame.find(({ key }) => key === datedEvent.key)
  return {
    at: date,
    sentence,
    words,
    unit: 'date',
    period: {
      words,
      at: date,
      ...(lo !== undefined && { lo }),
      ...(hi !== undefined && { hi }),
      ...(timex !== undefined && { timex }),
    },
    ...(published !== undefined && { date: published }),
    certainty,
    rule: 'event/near-dates',
    ...(joined && { joined: { rule: 'event/near-dates', reason: joined.reason } }),
  }
}

/** Keys of the entities that all dated events name, or refer to with "they" or "the two". */
export function shareNames([first, ...others]: readonly DatedEvent[]): string[] {
  const names = ({ entities, participants = [] }: DatedEvent) => new Set([...entities, ...participants])
  return first ? [...names(first)].filter((name) => others.every((other) => names(other).has(name))) : []
}
