import type { DatedEvent, Telling } from '../../../model/date.ts'
import type { Findings } from '../../../model/dossier.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import { compare } from '../../../text/compare.ts'
import { isOverlapping } from '../../../text/ranges.ts'

/** Whether a telling's sentence holds the words. */
export function isToldAt({ sentence }: Telling, place: SpanInFile): boolean {
  return sentence.file === place.file && isOverlapping(sentence, place)
}

/** One event of the reports of two. */
export function joinEvents(events: readonly DatedEvent[], a: DatedEvent, b: DatedEvent, reason: string): DatedEvent[] {
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

/** An event without its link to another. */
export const unlinkEvent = (event: DatedEvent, key: string): DatedEvent => ({
  ...event,
  possiblySame: event.possiblySame.filter((one) => one.key !== key),
})

/** A report by itself: dated by its own words, with what its sentence names. */
export function partReport(
  events: readonly DatedEvent[],
  event: DatedEvent,
  place: SpanInFile,
  findings: readonly Findings[],
): DatedEvent[] {
  const own = event.tellings.filter((telling) => isToldAt(telling, place))
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
  return [...events.flatMap((one) => (one === event ? leaveOutReport([one], one, place) : [one])), made]
}

/** The events without one report; an event of no other report goes, with every link to it. */
export function leaveOutReport(events: readonly DatedEvent[], event: DatedEvent, place: SpanInFile): DatedEvent[] {
  const tellings = event.tellings.filter((telling) => !isToldAt(telling, place))
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
