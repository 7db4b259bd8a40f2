import type { DatedEvent, Telling } from '../../../model/date.ts'
import type { Findings } from '../../../model/dossier.ts'
import type { JointCorrection, WrittenJointCorrection } from '../../../model/joint-correction.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import { readInterval } from '../../../text/calendar.ts'
import type { Decisions } from './decisions.ts'
import { isToldAt, joinEvents, leaveOutReport, partReport, unlinkEvent } from './join-events.ts'

type EventCorrection = Extract<JointCorrection, { kind: 'event' }>
type Written = WrittenJointCorrection<EventCorrection>

/** A report that a correction speaks of: its words, its event and its telling. */
interface Report {
  readonly place: SpanInFile
  readonly event: DatedEvent
  readonly telling: Telling
}

/** Events after a decision, and what was said before and is said now; no events where that is the same. */
interface Decided {
  readonly events?: DatedEvent[]
  readonly was: string
  readonly now: string
}

/** Joins, parts, dates and marks reports of events, and takes away those of none, as a person says. */
export function decideEvents(
  events: readonly DatedEvent[],
  findings: readonly Findings[],
  decisions: Decisions,
): DatedEvent[] {
  return decisions.of('event').reduce(
    (held, written) => {
      const reports = findReports(held, written, decisions)
      if (!reports) return held
      const decided = decide(held, written, reports, findings, decisions)
      if (!decided) return held
      const { events: after, was, now } = decided
      if (after) decisions.note(written, { places: reports.map(({ place }) => place), was, now })
      else decisions.tellNoChange(written, now)
      return after ?? held
    },
    [...events],
  )
}

function decide(
  held: readonly DatedEvent[],
  written: Written,
  [a, b]: readonly Report[],
  findings: readonly Findings[],
  decisions: Decisions,
): Decided | undefined {
  const { is, reason } = written.correction
  switch (is) {
    case 'same':
      return decideSame(held, a!.event, b!.event, `An editor says so: ${reason}`)
    case 'not-same':
      return decideNotSame(held, a!.event, b!, findings)
    case 'other-day':
      return decideDay(held, written, a!, findings, decisions)
    case 'did-not-happen':
      return dispute(held, written.correction, a!)
    case 'none':
      return { events: leaveOutReport(held, a!.event, a!.place), was: describe(a!.event), now: 'none' }
  }
}

function decideSame(held: readonly DatedEvent[], a: DatedEvent, b: DatedEvent, reason: string): Decided {
  const said = { was: 'two events', now: 'one event' }
  return a === b ? said : { ...said, events: joinEvents(held, a, b, reason) }
}

function decideNotSame(
  held: readonly DatedEvent[],
  a: DatedEvent,
  { event: b, place }: Report,
  findings: readonly Findings[],
): Decided {
  if (a === b) return { events: partReport(held, a, place, findings), was: 'one event', now: 'two events' }
  const said = { was: 'possibly one event', now: 'two events' }
  const leads = (from: DatedEvent, to: DatedEvent) => from.possiblySame.some(({ key }) => key === to.key)
  if (!leads(a, b) && !leads(b, a)) return said
  return {
    ...said,
    events: held.map((one) => (one === a ? unlinkEvent(one, b.key) : one === b ? unlinkEvent(one, a.key) : one)),
  }
}

/** A report that others share an event with is parted from them. */
function decideDay(
  held: readonly DatedEvent[],
  written: Written,
  { event, place }: Report,
  findings: readonly Findings[],
  decisions: Decisions,
): Decided | undefined {
  const { from, to } = written.correction
  const interval = from === undefined ? undefined : readInterval(from, to)
  if (!interval) {
    const reason = `Unexpected day ${from ?? '(none)'}${to ? ` to ${to}` : ''}, expected days of the calendar, the first one first`
    decisions.tell(written, 'not-applicable', reason, 'from: "2017-02-13"')
    return undefined
  }
  const was = describe(event)
  if (event.edtf === interval.edtf) return { was, now: was }
  const isShared = event.tellings.some((telling) => !isToldAt(telling, place))
  const parted = isShared ? partReport(held, event, place, findings) : held
  const own = isShared ? parted.at(-1)! : event
  const { timex, ...rest } = own
  const dated: DatedEvent = { ...rest, ...interval, certainty: 'editor' }
  return { events: parted.map((one) => (one === own ? dated : one)), was, now: interval.edtf }
}

/** The report stays, with the editor's word that it did not happen so. */
function dispute(held: readonly DatedEvent[], { reason, by }: EventCorrection, { event, telling }: Report): Decided {
  const said = { was: telling.mode, now: 'did not happen so' }
  const disputed = { reason, ...(by && { by }) }
  const tellings = event.tellings.map((one) => (one === telling ? { ...one, disputed } : one))
  return { ...said, events: held.map((one) => (one === event ? { ...one, tellings } : one)) }
}

/** The reports that a correction speaks of; undefined, and told, when it does not fit. */
function findReports(held: readonly DatedEvent[], written: Written, decisions: Decisions): Report[] | undefined {
  const { reports, is, from, to } = written.correction
  const day = from ?? to
  if (is !== 'other-day' && day !== undefined) {
    const hint = `is: other-day\nfrom: ${JSON.stringify(day)}`
    decisions.tell(
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
    decisions.tell(written, 'not-applicable', reason, `reports: ${expected === 1 ? 'the words of one' : 'two'}`)
    return undefined
  }
  const found = reports.map((place) => findReport(held, written, place, decisions))
  if (!found.every((one) => one !== undefined)) return undefined
  const about = found.map(({ telling: { sentence } }) => `${sentence.file}#${sentence.passage}:${sentence.start}`)
  return decisions.isFirst(written, about) ? found : undefined
}

function findReport(
  held: readonly DatedEvent[],
  written: Written,
  words: EventCorrection['reports'][number],
  decisions: Decisions,
): Report | undefined {
  const place = decisions.locate(written, words)
  if (!place) return undefined
  const found = held.flatMap((event) =>
    event.tellings.flatMap((telling) => (isToldAt(telling, place) ? [{ place, event, telling }] : [])),
  )
  if (found.length > 0) return found[0]
  const near = held.flatMap(({ tellings, summary }) =>
    tellings.some(({ sentence: { file, passage } }) => file === place.file && passage === place.passage)
      ? [`“${summary}”`]
      : [],
  )
  decisions.tell(
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
