import type { Adjudication } from '../../model/register.ts'
import type { DatedEvent } from '../../model/date.ts'
import type { FigureRow, FigureTable } from '../../model/figure.ts'
import type { Findings } from '../../model/dossier.ts'
import type { Source } from '../../model/source.ts'
import { compare } from '../../text/compare.ts'
import type { Sentences } from './sentences.ts'
import type { TimedReport } from './dated-events/report-times.ts'
import { clockReader, hasDay, hasHour, isZoned, minuteOf, timeReader } from './dated-events/report-times.ts'
import { nameSharedAct } from '../../lang/kinds.ts'
import { comparisonOf, strongActsOf } from './sentences.ts'
import type { Stories } from './stories/group-stories.ts'

/** Names in the key of a table. */
const NAMES = 3
/** Minutes by which two times of day may differ and be one: clocks are rounded to a quarter of an hour. */
const ROUNDED = 15
/** Minutes from which two times of day are of two things, or of two time zones. */
const APART = 120
/**
 * Adds the time of each event that two sources give to the claim ledger: a table of its day, whose rows agree since
 * reports of other days are other events, and one of its time of day.
 *
 * @param datedEvents every dated event, placed on the calendar or not
 * @param sources the sources of their passages
 * @param findings what stage 3 found in them, for the dates
 * @param sentences those of these sources
 * @param stories the story of each source
 * @param adjudications those of an editor, by the key of the table
 * @returns tables by key
 */
export function relateEventTimes(
  datedEvents: readonly DatedEvent[],
  sources: readonly Source[],
  findings: readonly Findings[],
  sentences: Sentences,
  stories: Stories,
  adjudications: readonly Adjudication[] = [],
): FigureTable[] {
  const timed = timeReader(sources, findings)
  const main = mainEvents(datedEvents, stories)
  const clocks = clockReader(sources, findings, sentences, stories)
  const settled = new Map(adjudications.map(({ figure, ...rest }) => [figure, rest]))
  const taken = new Map<string, number>()
  const tables = datedEvents.flatMap((event) => {
    if (event.mode !== 'reported') return []
    const reports = event.reports.flatMap((report) => timed(report) ?? [])
    const own = firstOfEach(ofOneZone(reports.filter(hasHour)))
    const hours = main.has(event) && !own.some(isZoned) ? [...own, ...clocks(event, own)] : own
    const inBothZones = inTwoZones(firstOfEach(reports.filter(hasHour)), event)
    if (inBothZones.length > 0)
      return [
        composeTable(event, 'day', reports.filter(hasDay), true),
        composeTable(event, 'hour', inBothZones, false),
      ].filter((table) => table !== undefined)
    return [
      composeTable(event, 'day', reports.filter(hasDay), true),
      spreadOf(hours) <= APART ? composeTable(event, 'hour', hours, areOneHour(hours)) : undefined,
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

/** Only the first time of day of a source: a second one is of something else. */
const firstOfEach = (reports: readonly TimedReport[]) =>
  reports.filter(
    ({ report }, at) => reports.findIndex((other) => other.report.sentence.file === report.sentence.file) === at,
  )

/** Times of day of the place, or times of UTC, whichever are more: how far apart they are is not known. */
function ofOneZone(reports: readonly TimedReport[]): TimedReport[] {
  const [local, zoned] = [reports.filter((one) => !isZoned(one)), reports.filter(isZoned)]
  return zoned.length > local.length ? zoned : local
}

/** One time of day that some sources give as that of the place and others as UTC, outside the countries where both are one. */
function inTwoZones(reports: readonly TimedReport[], { places = [] }: DatedEvent): TimedReport[] {
  const isLocal = (one: TimedReport) => !isZoned(one) && comparisonOf(one)?.clock.isLocal(one.said) === true
  const isBoth = (one: TimedReport) =>
    reports.some(
      (other) =>
        isLocal(other) !== isLocal(one) && isZoned(other) !== isZoned(one) && minuteOf(other) === minuteOf(one),
    )
  const inBothZones = reports.filter((one) => (isLocal(one) || isZoned(one)) && isBoth(one))
  const isOnUtc = (key: string) => inBothZones.some((one) => comparisonOf(one)?.clock.isOnUtc(key))
  return places.some(isOnUtc) ? [] : inBothZones
}

/** Minutes between the earliest and the latest time of day. */
function spreadOf(reports: readonly TimedReport[]): number {
  const minutes = reports.map(minuteOf)
  return Math.max(...minutes) - Math.min(...minutes)
}

/** No two times of day differ by more than rounding explains. */
function areOneHour(reports: readonly TimedReport[]): boolean {
  const slackOf = (one: TimedReport) => (comparisonOf(one)?.clock.isRough(one.words) ? 2 * ROUNDED : ROUNDED)
  return reports.every((a) =>
    reports.every((b) => Math.abs(minuteOf(a) - minuteOf(b)) <= Math.max(slackOf(a), slackOf(b))),
  )
}

/** The event with most reports in each story. */
function mainEvents(events: readonly DatedEvent[], stories: Stories): Set<DatedEvent> {
  const storyOf = ({ reports: [first] }: DatedEvent) => stories.get(first!.sentence.file)
  const sizeOf = ({ reports }: DatedEvent) => new Set(reports.map(({ sentence }) => sentence.file)).size
  const several = events.filter((one) => one.mode === 'reported' && sizeOf(one) > 1)
  return new Set(
    [...Map.groupBy(several, storyOf).values()].map(
      (held) => held.toSorted((a, b) => sizeOf(b) - sizeOf(a) || compare(a.key, b.key))[0]!,
    ),
  )
}

function composeTable(
  event: DatedEvent,
  quantity: 'day' | 'hour',
  reports: readonly TimedReport[],
  isCompatible: boolean,
): FigureTable | undefined {
  if (new Set(reports.map(({ report }) => report.sentence.file)).size < 2) return undefined
  const names = (event.participants?.length ? event.participants : event.entities).slice(0, NAMES)
  const day = event.lo ?? event.timex
  const act = nameSharedAct(reports.map(({ said, language }) => strongActsOf({ text: said, language })))
  return {
    key: [quantity, ...names.map((key) => key.slice(key.indexOf(':') + 1)), ...(day === undefined ? [] : [day])].join(
      ' | ',
    ),
    quantity,
    unit: 'date',
    ...(act && { counted: act }),
    rows: reports.map((one, at) => composeRow(one, at > 0)),
    isCompatible,
    beside: [],
  }
}

function composeRow({ report, date, words, published }: TimedReport, isJoined: boolean): FigureRow {
  const { lo, hi, timex } = date
  return {
    at: report.date,
    sentence: report.sentence,
    words,
    unit: 'date',
    period: {
      words,
      at: report.date,
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
