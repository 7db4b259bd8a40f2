import type { DatedEvent, Telling } from '../../../model/dated-event.ts'
import type { Findings } from '../../../model/findings.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import { compare } from '../../../text/compare.ts'
import { isOverlapping } from '../is-overlapping.ts'
import type { Decisions } from './decisions.ts'

/** Joins and parts reports of events, and takes away those of none, as a person says. */
export function decideEvents(
  events: readonly DatedEvent[],
  findings: readonly Findings[],
  decisions: Decisions,
): DatedEvent[] {
  return decisions.of('event').reduce(
    (held, written) => {
      const { reports, is } = written.correction
      const reason = `An editor says so: ${written.correction.reason}`
      const places = reports.map((place) => decisions.locate(written, place))
      if (places.some((place) => !place)) return held
      const found = places.map((place) =>
        held.find(({ tellings }) => tellings.some((telling) => isAt(telling, place!))),
      )
      const [a, b] = found
      if (found.some((one) => !one) || (is === 'none') !== (reports.length === 1)) {
        const problem = found.every(Boolean)
          ? `Unexpected ${reports.length} reports for “${is}”, expected ${is === 'none' ? 'one' : 'two'}`
          : `Unexpected words “${reports[found.findIndex((one) => !one)]!.exact}”, which report no dated event`
        decisions.tell(written, 'not-applicable', problem, 'Write words of a sentence that the timeline shows.')
        return held
      }
      if (is === 'none') return leaveOut(held, a!, places[0]!)
      const isLinked =
        a!.possiblySame.some(({ key }) => key === b!.key) || b!.possiblySame.some(({ key }) => key === a!.key)
      if (is === 'same' ? a === b : a !== b && !isLinked) {
        decisions.tell(written, 'no-change', 'Unexpected correction that changes nothing', 'Take it out.', 'warning')
        return held
      }
      if (is === 'same') return join(held, a!, b!, reason)
      return a === b
        ? part(held, a!, places[1]!, findings)
        : held.map((one) => (one === a ? unlink(one, b!.key) : one === b ? unlink(one, a!.key) : one))
    },
    [...events],
  )
}

function isAt({ sentence }: Telling, place: SpanInFile): boolean {
  return sentence.file === place.file && isOverlapping(sentence, place)
}

function join(events: readonly DatedEvent[], a: DatedEvent, b: DatedEvent, reason: string): DatedEvent[] {
  const union = (one: readonly string[] = [], other: readonly string[] = []) =>
    [...new Set([...one, ...other])].sort(compare)
  const joined: DatedEvent = {
    ...a,
    entities: union(a.entities, b.entities),
    participants: union(a.participants, b.participants),
    places: union(a.places, b.places),
    tellings: [...a.tellings, ...b.tellings],
    joined: [...a.joined, { rule: 'editor/event', reason }, ...b.joined],
  }
  return events.filter((one) => one !== b).map((one) => point(one === a ? joined : one, b.key, a.key))
}

/** Whatever led to one event leads to the other. */
function point(event: DatedEvent, from: string, to: string): DatedEvent {
  const lead = <T extends { readonly key: string }>(links: readonly T[]) =>
    links
      .map((one) => (one.key === from ? { ...one, key: to } : one))
      .filter((one, at, all) => one.key !== event.key && all.findIndex(({ key }) => key === one.key) === at)
  return {
    ...event,
    possiblySame: lead(event.possiblySame),
    ...(event.followedBy && { followedBy: lead(event.followedBy) }),
    ...(event.contradictedBy && { contradictedBy: lead(event.contradictedBy) }),
  }
}

const unlink = (event: DatedEvent, key: string): DatedEvent => ({
  ...event,
  possiblySame: event.possiblySame.filter((one) => one.key !== key),
})

/** A report by itself: dated by its own words, with what its sentence names. */
function part(
  events: readonly DatedEvent[],
  event: DatedEvent,
  place: SpanInFile,
  findings: readonly Findings[],
): DatedEvent[] {
  const own = event.tellings.filter((telling) => isAt(telling, place))
  const { date } = own[0]!
  const read = findings
    .find(({ file }) => file === date.file)
    ?.dates.find(({ span }) => span.passage === date.passage && span.start === date.start)
  const made: DatedEvent = {
    ...event,
    key: `${event.key} | ${place.file}#${place.passage}:${place.start}`,
    ...(read && { lo: read.lo, hi: read.hi, timex: read.timex, edtf: read.edtf, precision: read.precision }),
    certainty: 'editor',
    tellings: own,
    joined: [],
    possiblySame: [],
  }
  return [...events.flatMap((one) => (one === event ? leaveOut([one], one, place) : [one])), made]
}

function leaveOut(events: readonly DatedEvent[], event: DatedEvent, place: SpanInFile): DatedEvent[] {
  const tellings = event.tellings.filter((telling) => !isAt(telling, place))
  if (tellings.length > 0)
    return events.map((one) =>
      one === event ? { ...one, tellings, joined: one.joined.slice(0, tellings.length - 1) } : one,
    )
  return events.filter((one) => one !== event).map((one) => withoutLinks(one, event.key))
}

function withoutLinks(event: DatedEvent, gone: string): DatedEvent {
  const left = <T extends { readonly key: string }>(links: readonly T[]) => links.filter(({ key }) => key !== gone)
  return {
    ...event,
    possiblySame: left(event.possiblySame),
    ...(event.followedBy && { followedBy: left(event.followedBy) }),
    ...(event.contradictedBy && { contradictedBy: left(event.contradictedBy) }),
  }
}
