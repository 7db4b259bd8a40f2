import type { Adjudication } from '../../model/register.ts'
import { passageKey } from '../../model/permalink.ts'
import type { DateMention } from '../../model/date.ts'
import type { DatedEvent, Telling } from '../../model/dated-event.ts'
import type { FigureRow, FigureTable } from '../../model/figure.ts'
import type { Findings } from '../../model/findings.ts'
import type { Source } from '../../model/source.ts'
import { compare } from '../../text/compare.ts'
import { publishedOn } from '../../text/sources.ts'

/** One report's words for when the event was. */
interface TimedTelling {
  readonly telling: Telling
  readonly date: DateMention
  readonly words: string
  readonly published: string | undefined
}

/** Names in the key of a table. */
const NAMES = 3
/** Minutes by which two times of day may differ and be one: clocks are rounded to a quarter of an hour. */
const ROUNDED = 15
/** Minutes from which two times of day are of two things, or of two time zones. */
const APART = 120
const HOUR = /T(\d\d):(\d\d)/

/**
 * Adds to the claim ledger when each event was, where two sources say so: a table of its day, whose rows agree since
 * reports of other days are other events, and one of its time of day.
 *
 * @param datedEvents every dated event, placed on the calendar or not
 * @param sources the sources of their passages
 * @param findings what stage 3 found in them, for the dates
 * @param adjudications what an editor settled, by the key of the table
 * @returns tables by key
 */
export function relateEventTimes(
  datedEvents: readonly DatedEvent[],
  sources: readonly Source[],
  findings: readonly Findings[],
  adjudications: readonly Adjudication[] = [],
): FigureTable[] {
  const timed = timeReader(sources, findings)
  const settled = new Map(adjudications.map(({ figure, ...rest }) => [figure, rest]))
  const taken = new Map<string, number>()
  const tables = datedEvents.flatMap((event) => {
    if (event.mode !== 'reported') return []
    const told = event.tellings.flatMap((telling) => timed(telling) ?? [])
    const hours = firstOfEach(told.filter(hasHour))
    return [
      composeTable(event, 'day', told.filter(hasDay), true),
      spreadOf(hours) <= APART ? composeTable(event, 'hour', hours, spreadOf(hours) <= ROUNDED) : undefined,
    ].filter((table) => table !== undefined)
  })
  return tables
    .map((table) => {
      const count = (taken.get(table.key) ?? 0) + 1
      taken.set(table.key, count)
      const key = count === 1 ? table.key : `${table.key} | ${count}`
      return { ...table, key, ...(settled.has(key) && { adjudication: settled.get(key)! }) }
    })
    .sort((a, b) => compare(a.key, b.key))
}

/** Reads the date of a telling; nothing where it gives none. */
function timeReader(sources: readonly Source[], findings: readonly Findings[]) {
  const dates = new Map(
    findings.flatMap((one) =>
      one.dates.map((date) => [`${passageKey(one.file, date.span.passage)}:${date.span.start}`, date] as const),
    ),
  )
  const files = new Map(sources.map((source) => [source.file, source]))
  return (telling: Telling): TimedTelling | undefined => {
    const { file, passage, start, end } = telling.date
    const date = end > start ? dates.get(`${passageKey(file, passage)}:${start}`) : undefined
    const source = files.get(file)
    const text = source?.passages.find(({ ordinal }) => ordinal === passage)?.text
    return date && text ? { telling, date, words: text.slice(start, end), published: publishedOn(source!) } : undefined
  }
}

const hasHour = ({ date }: TimedTelling) => HOUR.test(date.timex ?? '')

/** "9:27 a.m." alone names no day; days and months are names. */
const hasDay = (one: TimedTelling) => !hasHour(one) || /\p{Lu}\p{Ll}{2}/u.test(one.words)

/** A source that goes on to a second time of day tells of a second thing. */
const firstOfEach = (told: readonly TimedTelling[]) =>
  told.filter(
    ({ telling }, at) => told.findIndex((other) => other.telling.sentence.file === telling.sentence.file) === at,
  )

/** Minutes between the earliest and the latest time of day. */
function spreadOf(told: readonly TimedTelling[]): number {
  const minutes = told
    .map(({ date }) => HOUR.exec(date.timex!)!)
    .map(([, hour, minute]) => Number(hour) * 60 + Number(minute))
  return Math.max(...minutes) - Math.min(...minutes)
}

function composeTable(
  event: DatedEvent,
  quantity: 'day' | 'hour',
  told: readonly TimedTelling[],
  isCompatible: boolean,
): FigureTable | undefined {
  if (new Set(told.map(({ telling }) => telling.sentence.file)).size < 2) return undefined
  const names = (event.participants?.length ? event.participants : event.entities).slice(0, NAMES)
  const day = event.lo ?? event.timex
  return {
    key: [quantity, ...names.map((key) => key.slice(key.indexOf(':') + 1)), ...(day === undefined ? [] : [day])].join(
      ' | ',
    ),
    quantity,
    unit: 'date',
    rows: told.map((one, at) => composeRow(one, at > 0)),
    isCompatible,
    beside: [],
  }
}

function composeRow({ telling, date, words, published }: TimedTelling, isJoined: boolean): FigureRow {
  const { lo, hi, timex } = date
  return {
    at: telling.date,
    sentence: telling.sentence,
    words,
    unit: 'date',
    period: {
      words,
      at: telling.date,
      ...(lo !== undefined && { lo }),
      ...(hi !== undefined && { hi }),
      ...(timex !== undefined && { timex }),
    },
    ...(published !== undefined && { date: published }),
    certainty: date.certainty,
    rule: date.rule,
    ...(isJoined && { joined: { rule: 'event/same-time', reason: 'Both tell when the same event was.' } }),
  }
}
