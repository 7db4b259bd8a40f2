import type { DatedEvent, EventReport } from '../../../model/date.ts'
import type { Findings } from '../../../model/dossier.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import { compare } from '../../../text/compare.ts'
import { isOverlapping } from '../../../text/ranges.ts'

/** Whether the words are in the sentence of a report. */
export function isReportedAt({ sentence }: EventReport, place: SpanInFile): boolean {
  return sentence.file === place.file && isOverlapping(sentence, place)
}

/** Joins two events: one event with the reports of both. */
export function joinEvents(events: readonly DatedEvent[], a: DatedEvent, b: DatedEvent, reason: string): DatedEvent[] {
  const union = (one: readonly string[] = [], other: readonly string[] = []) =>
    [...new Set([...one, ...other])].sort(compare)
  const joined: DatedEvent = {
    ...a,
    entities: union(a.entities, b.entities),
    participants: union(a.participants, b.participants),
    places: union(a.places, b.places),
    reports: [...a.reports, ...b.reports],
    joined: [...a.joined, { rule: 'editor/event', reason }, ...b.joined],
  }
  return events.filter((one) => one !== b).map((one) => redirectLinks(one === a ? joined : one, b.key, a.key))
}

/** Redirects links from one event to another. */
function redirectLinks(event: DatedEvent, from: string, to: string): DatedEvent {
  const redirect = <T extends { readonly key: string }>(links: readonly T[]) =>
    links
      .map((one) => (one.key === from ? { ...one, key: to } : one))
      .filter((one, at, all) => one.key !== event.key && all.findIndex(({ key }) => key === one.key) === at)
  return {
    ...event,
    possiblySame: redirect(event.possiblySame),
    ...(event.followedBy && { followedBy: redirect(event.followedBy) }),
    ...(event.contradictedBy && { contradictedBy: redirect(event.contradictedBy) }),
  }
}

/** An event without its link to another. */
export const unlinkEvent = (event: DatedEvent, key: string): DatedEvent => ({
  ...event,
  possiblySame: event.possiblySame.filter((one) => one.key !== key),
})

/** Splits off a report as a separate event, dated by its own words. */
export function splitReport(
  events: readonly DatedEvent[],
  event: DatedEvent,
  place: SpanInFile,
  findings: readonly Findings[],
): DatedEvent[] {
  const own = event.reports.filter((report) => isReportedAt(report, place))
  const { date } = own[0]!
  const read = findings
    .find(({ file }) => file === date.file)
    ?.dates.find(({ span }) => span.passage === date.passage && span.start === date.start)
  const made: DatedEvent = {
    ...event,
    key: `${event.key} | ${place.file}#${place.passage}:${place.start}`,
    ...(read && { lo: read.lo, hi: read.hi, timex: read.timex, edtf: read.edtf, precision: read.precision }),
    certainty: 'editor',
    reports: own,
    joined: [],
    possiblySame: [],
  }
  return [...events.flatMap((one) => (one === event ? removeReport([one], one, place) : [one])), made]
}

/** Removes one report; an event without further reports goes with it, and so does every link to that event. */
export function removeReport(events: readonly DatedEvent[], event: DatedEvent, place: SpanInFile): DatedEvent[] {
  const reports = event.reports.filter((report) => !isReportedAt(report, place))
  if (reports.length > 0)
    return events.map((one) =>
      one === event ? { ...one, reports, joined: one.joined.slice(0, reports.length - 1) } : one,
    )
  return events.filter((one) => one !== event).map((one) => withoutLinks(one, event.key))
}

function withoutLinks(event: DatedEvent, gone: string): DatedEvent {
  const keep = <T extends { readonly key: string }>(links: readonly T[]) => links.filter(({ key }) => key !== gone)
  return {
    ...event,
    possiblySame: keep(event.possiblySame),
    ...(event.followedBy && { followedBy: keep(event.followedBy) }),
    ...(event.contradictedBy && { contradictedBy: keep(event.contradictedBy) }),
  }
}
