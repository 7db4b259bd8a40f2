import type { DatedEvent, EventReport } from '../../../model/date.ts'
import type { Findings } from '../../../model/dossier.ts'
import type { JointCorrection, WrittenJointCorrection } from '../../../model/correction.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import { readInterval } from '../../../text/calendar.ts'
import type { Decisions } from './decisions.ts'
import { isReportedAt, joinEvents, removeReport, splitReport, unlinkEvent } from './join-events.ts'

type EventCorrection = Extract<JointCorrection, { kind: 'event' }>
type Written = WrittenJointCorrection<EventCorrection>

/** A report that a correction names, with its event and the place of the words. */
interface NamedReport {
  readonly place: SpanInFile
  readonly event: DatedEvent
  readonly report: EventReport
}

/** Events after a correction, with the old and the new value in words; no events when nothing changes. */
interface Decided {
  readonly events?: DatedEvent[]
  readonly was: string
  readonly now: string
}

/** Applies a person's corrections of dated events: joins, splits and dates them, marks a report as disputed, or removes it. */
export function decideEvents(
  events: readonly DatedEvent[],
  findings: readonly Findings[],
  decisions: Decisions,
): DatedEvent[] {
  return decisions.of('event').reduce(
    (current, written) => {
      const reports = findReports(current, written, decisions)
      if (!reports) return current
      const decided = decide(current, written, reports, findings, decisions)
      if (!decided) return current
      const { events: after, was, now } = decided
      if (after) decisions.note(written, { places: reports.map(({ place }) => place), was, now })
      else decisions.addNoChange(written, now)
      return after ?? current
    },
    [...events],
  )
}

function decide(
  events: readonly DatedEvent[],
  written: Written,
  [a, b]: readonly NamedReport[],
  findings: readonly Findings[],
  decisions: Decisions,
): Decided | undefined {
  const { is, reason } = written.correction
  switch (is) {
    case 'same':
      return decideSame(events, a!.event, b!.event, `An editor says so: ${reason}`)
    case 'not-same':
      return decideNotSame(events, a!.event, b!, findings)
    case 'other-day':
      return decideDay(events, written, a!, findings, decisions)
    case 'did-not-happen':
      return dispute(events, written.correction, a!)
    case 'none':
      return { events: removeReport(events, a!.event, a!.place), was: describe(a!.event), now: 'none' }
  }
}

function decideSame(events: readonly DatedEvent[], a: DatedEvent, b: DatedEvent, reason: string): Decided {
  const said = { was: 'two events', now: 'one event' }
  return a === b ? said : { ...said, events: joinEvents(events, a, b, reason) }
}

function decideNotSame(
  events: readonly DatedEvent[],
  a: DatedEvent,
  { event: b, place }: NamedReport,
  findings: readonly Findings[],
): Decided {
  if (a === b) return { events: splitReport(events, a, place, findings), was: 'one event', now: 'two events' }
  const said = { was: 'possibly one event', now: 'two events' }
  const leads = (from: DatedEvent, to: DatedEvent) => from.possiblySame.some(({ key }) => key === to.key)
  if (!leads(a, b) && !leads(b, a)) return said
  return {
    ...said,
    events: events.map((one) => (one === a ? unlinkEvent(one, b.key) : one === b ? unlinkEvent(one, a.key) : one)),
  }
}

/** A report that shares its event with others is split off first. */
function decideDay(
  events: readonly DatedEvent[],
  written: Written,
  { event, place }: NamedReport,
  findings: readonly Findings[],
  decisions: Decisions,
): Decided | undefined {
  const { from, to } = written.correction
  const interval = from === undefined ? undefined : readInterval(from, to)
  if (!interval) {
    const reason = `Unexpected day ${from ?? '(none)'}${to ? ` to ${to}` : ''}, expected days of the calendar, the first one first`
    decisions.addProblem(written, 'not-applicable', reason, 'from: "2017-02-13"')
    return undefined
  }
  const was = describe(event)
  if (event.edtf === interval.edtf) return { was, now: was }
  const isShared = event.reports.some((report) => !isReportedAt(report, place))
  const split = isShared ? splitReport(events, event, place, findings) : events
  const own = isShared ? split.at(-1)! : event
  const { timex, ...rest } = own
  const dated: DatedEvent = { ...rest, ...interval, certainty: 'editor' }
  return { events: split.map((one) => (one === own ? dated : one)), was, now: interval.edtf }
}

/** The report stays, marked as disputed. */
function dispute(
  events: readonly DatedEvent[],
  { reason, by }: EventCorrection,
  { event, report }: NamedReport,
): Decided {
  const said = { was: report.mode, now: 'did not happen so' }
  const disputed = { reason, ...(by && { by }) }
  const reports = event.reports.map((one) => (one === report ? { ...one, disputed } : one))
  return { ...said, events: events.map((one) => (one === event ? { ...one, reports } : one)) }
}

/** The reports that a correction names; undefined, with a problem, when it does not fit. */
function findReports(events: readonly DatedEvent[], written: Written, decisions: Decisions): NamedReport[] | undefined {
  const { reports, is, from, to } = written.correction
  const day = from ?? to
  if (is !== 'other-day' && day !== undefined) {
    const hint = `is: other-day\nfrom: ${JSON.stringify(day)}`
    decisions.addProblem(
      written,
      'not-applicable',
      `Unexpected day ${day} beside is: ${is}, expected it with other-day`,
      hint,
    )
    return undefined
  }
  const expected = is === 'same' || is === 'not-same' ? 2 : 1
  if (reports.length !== expected) {
    const reason = `Unexpected ${reports.length} reports for “${is}”, expected ${expected}`
    decisions.addProblem(written, 'not-applicable', reason, `reports: ${expected === 1 ? 'the words of one' : 'two'}`)
    return undefined
  }
  const found = reports.map((place) => findReport(events, written, place, decisions))
  if (!found.every((one) => one !== undefined)) return undefined
  const about = found.map(({ report: { sentence } }) => `${sentence.file}#${sentence.passage}:${sentence.start}`)
  return decisions.isFirst(written, about) ? found : undefined
}

function findReport(
  events: readonly DatedEvent[],
  written: Written,
  words: EventCorrection['reports'][number],
  decisions: Decisions,
): NamedReport | undefined {
  const place = decisions.locate(written, words)
  if (!place) return undefined
  const found = events.flatMap((event) =>
    event.reports.flatMap((report) => (isReportedAt(report, place) ? [{ place, event, report }] : [])),
  )
  if (found.length > 0) return found[0]
  const near = events.flatMap(({ reports, summary }) =>
    reports.some(({ sentence: { file, passage } }) => file === place.file && passage === place.passage)
      ? [`“${summary}”`]
      : [],
  )
  decisions.addProblem(
    written,
    'not-applicable',
    `Unexpected words “${words.exact}”, which report no dated event`,
    near.length > 0
      ? `Dated events of the passage: ${near.join('; ')}`
      : 'Write words of a sentence that the timeline shows.',
  )
  return undefined
}

const describe = ({ edtf, lo, hi }: DatedEvent) => edtf ?? `${lo ?? '..'}/${hi ?? '..'}`
