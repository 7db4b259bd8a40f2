import { keysOf } from '../../lang/words.ts'
import type { Findings } from '../../model/dossier.ts'
import type { DatedEvent, EventReport } from '../../model/date.ts'
import type { FigureTable } from '../../model/figure.ts'
import type { Source } from '../../model/source.ts'
import { compare } from '../../text/compare.ts'
import { shortenKey } from '../../text/short-key.ts'
import type { Sentences } from './sentences.ts'
import { findDenials } from './events/find-denials.ts'
import { joinReports } from './events/join-reports.ts'
import { readStoryEvents } from './events/read-story-events.ts'
import type { DatedStatement } from './dated-events/collect-statements.ts'
import { collectStatements } from './dated-events/collect-statements.ts'
import { lengthOf } from './dated-events/read-time.ts'
import type { StatementGroup } from './dated-events/group-statements.ts'
import { groupStatements, POSSIBLE } from './dated-events/group-statements.ts'
import type { PlanOutcome } from './dated-events/link-plans.ts'
import { linkPlans } from './dated-events/link-plans.ts'
import type { Stories } from './stories/group-stories.ts'
import { orderSources } from '../../text/sources.ts'

/** Dated statements on the calendar, and those whose year or day their sources do not give. */
export interface Timeline {
  readonly datedEvents: DatedEvent[]
  readonly unplaced: DatedEvent[]
}

/**
 * Makes the timeline: every dated statement becomes a dated event; statements are joined when days, participants and
 * wording agree, linked when they may be the same, and plans are linked to their outcome.
 *
 * @param sources cleaned sources
 * @param findings what stage 3 found in them
 * @param sentences those of these sources with their mentions
 * @param stories the story of each source
 * @param figures what the sources count: that nobody was killed denies that twelve were
 * @returns dated events by first day (an open beginning by its last day), then last day, then key; those without a place on
 *   the calendar by key
 */
export function relateDatedEvents(
  sources: readonly Source[],
  findings: readonly Findings[],
  sentences: Sentences,
  stories: Stories,
  figures: readonly FigureTable[] = [],
): Timeline {
  const places = orderSources(sources)
  const inOrder = [...sources].sort((a, b) => places.get(a.file)! - places.get(b.file)!)
  const events = readStoryEvents(inOrder, findings, sentences, stories)
  const clusters = joinReports(groupStatements(collectStatements(inOrder, findings, sentences)), events, inOrder)
  const denials = findDenials(clusters, inOrder, sentences, stories, figures)
  const all = [...clusters, ...denials.clusters]
  const keys = keyClusters(all)
  const outcomes = linkPlans(clusters)
  const compose = (held: readonly StatementGroup[]) =>
    held
      .map((cluster) =>
        composeDatedEvent(cluster, keys, [...(outcomes.get(cluster) ?? []), ...(denials.outcomes.get(cluster) ?? [])]),
      )
      .sort((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.hi ?? '~', b.hi ?? '~') || compare(a.key, b.key))
  return {
    datedEvents: compose(all.filter(isPlaced)),
    unplaced: compose(all.filter((cluster) => !isPlaced(cluster))),
  }
}

function isPlaced({ first }: StatementGroup): boolean {
  return first.time.kind === 'placed'
}

function dayOf({ lo, hi }: DatedEvent): string {
  return lo ?? hi ?? ''
}

/** Interval and words of the first sentence; where two clusters would share that, the place, and a number, as well. */
function keyClusters(clusters: readonly StatementGroup[]): Map<StatementGroup, string> {
  const taken = new Set<string>()
  return new Map(
    clusters.map((cluster) => {
      const { date, file, sentence } = cluster.first
      const time = isPlaced(cluster) ? `${date.lo ?? '..'}/${date.hi ?? '..'}` : (date.timex ?? '?')
      const plain = [time, shortenKey(keysOf(sentence.text))].join(' | ')
      const placed = [plain, `${file}#${sentence.passage}:${date.span.start}`].join(' | ')
      let key = taken.has(plain) ? placed : plain
      for (let count = 2; taken.has(key); count += 1) key = `${placed} | ${count}`
      taken.add(key)
      return [cluster, key]
    }),
  )
}

function composeDatedEvent(
  cluster: StatementGroup,
  keys: ReadonlyMap<StatementGroup, string>,
  outcomes: readonly PlanOutcome[],
): DatedEvent {
  const statements = [cluster.first, ...cluster.others.map(({ statement }) => statement)]
  const narrowest = statements.reduce((best, one) =>
    lengthOf(one.time.interval) < lengthOf(best.time.interval) ? one : best,
  ).date
  const link = (kind: PlanOutcome['kind']) =>
    outcomes
      .filter((one) => one.kind === kind && canLink(cluster, one.cluster))
      .map(({ cluster: other, step }) => ({ key: keys.get(other)!, ...step }))
  const [followedBy, contradictedBy] = [link('followedBy'), link('contradictedBy')]
  return {
    key: keys.get(cluster)!,
    ...(narrowest.lo !== undefined && { lo: narrowest.lo }),
    ...(narrowest.hi !== undefined && { hi: narrowest.hi }),
    ...(narrowest.timex !== undefined && { timex: narrowest.timex }),
    ...(narrowest.edtf !== undefined && { edtf: narrowest.edtf }),
    ...(narrowest.precision !== undefined && { precision: narrowest.precision }),
    certainty: narrowest.certainty,
    summary: cluster.first.sentence.text,
    mode: cluster.first.mode.mode,
    entities: union(statements, ({ sentence }) => sentence.mentions.map(({ entity }) => entity)),
    participants: union(statements, ({ actors }) => actors),
    places: union(statements, ({ places }) => places),
    reports: statements.map(composeReport),
    joined: cluster.others.map(({ step }) => step),
    possiblySame: composePossible(cluster, keys),
    ...(followedBy.length > 0 && { followedBy }),
    ...(contradictedBy.length > 0 && { contradictedBy }),
  }
}

/** Placed events never link to unplaced ones; unplaced events link to both. */
function canLink(from: StatementGroup, to: StatementGroup): boolean {
  return isPlaced(to) || !isPlaced(from)
}

function composeReport({ file, sentence, date, mode }: DatedStatement): EventReport {
  const { passage, start, end } = sentence
  return {
    sentence: { file, passage, start, end },
    date: { file, passage, start: date.span.start, end: date.span.end },
    ...mode,
  }
}

function composePossible(
  cluster: StatementGroup,
  keys: ReadonlyMap<StatementGroup, string>,
): DatedEvent['possiblySame'] {
  return cluster.possibly
    .filter((one) => canLink(cluster, one.cluster))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, POSSIBLE)
    .map(({ cluster: other, step }) => ({ key: keys.get(other)!, ...step }))
}

function union(statements: readonly DatedStatement[], read: (statement: DatedStatement) => Iterable<string>): string[] {
  return [...new Set(statements.flatMap((statement) => [...read(statement)]))].sort(compare)
}
