import type { Findings } from '../../model/findings.ts'
import type { Happening, Telling } from '../../model/happening.ts'
import type { Source } from '../../model/source.ts'
import { compare } from '../../text/compare.ts'
import type { Sentences } from './arrange-sentences.ts'
import type { Statement } from './happenings/collect-statements.ts'
import { collectStatements } from './happenings/collect-statements.ts'
import { lengthOf } from './happenings/day-interval.ts'
import type { Cluster } from './happenings/group-statements.ts'
import { groupStatements, POSSIBLE } from './happenings/group-statements.ts'
import type { Outcome } from './happenings/link-plans.ts'
import { linkPlans } from './happenings/link-plans.ts'
import { orderSources } from '../../text/order-sources.ts'

/** Dated statements on the calendar, and those whose year or day their sources do not give. */
export interface Timeline {
  readonly happenings: Happening[]
  readonly unplaced: Happening[]
}

/**
 * Makes the timeline: every dated statement becomes a happening; statements are joined when days, participants and
 * wording agree, set beside one another when they may be the same, and plans are linked to what became of them.
 *
 * @param sources cleaned sources
 * @param findings what stage 3 found in them
 * @param sentences those of these sources with their mentions
 * @returns happenings by first day (an open beginning by its last day), then last day, then key; those without a place on
 *   the calendar by key
 */
export function relateHappenings(
  sources: readonly Source[],
  findings: readonly Findings[],
  sentences: Sentences,
): Timeline {
  const places = orderSources(sources)
  const inOrder = [...sources].sort((a, b) => places.get(a.file)! - places.get(b.file)!)
  const clusters = groupStatements(collectStatements(inOrder, findings, sentences))
  const keys = keyClusters(clusters)
  const outcomes = linkPlans(clusters)
  const compose = (held: readonly Cluster[]) =>
    held
      .map((cluster) => composeHappening(cluster, keys, outcomes.get(cluster) ?? []))
      .sort((a, b) => compare(dayOf(a), dayOf(b)) || compare(a.hi ?? '~', b.hi ?? '~') || compare(a.key, b.key))
  return {
    happenings: compose(clusters.filter(isPlaced)),
    unplaced: compose(clusters.filter((cluster) => !isPlaced(cluster))),
  }
}

function isPlaced({ first }: Cluster): boolean {
  return first.time.kind === 'placed'
}

function dayOf({ lo, hi }: Happening): string {
  return lo ?? hi ?? ''
}

/** Interval and words of the first sentence; where two clusters would share that, the file and place as well. */
function keyClusters(clusters: readonly Cluster[]): Map<Cluster, string> {
  const taken = new Set<string>()
  return new Map(
    clusters.map((cluster) => {
      const { date, text, file, sentence } = cluster.first
      const plain = `${isPlaced(cluster) ? `${date.lo ?? '..'}/${date.hi ?? '..'}` : (date.timex ?? '?')} | ${text.join(' ')}`
      const key = taken.has(plain) ? `${plain} | ${file}#${sentence.passage}:${date.span.start}` : plain
      taken.add(key)
      return [cluster, key]
    }),
  )
}

function composeHappening(
  cluster: Cluster,
  keys: ReadonlyMap<Cluster, string>,
  outcomes: readonly Outcome[],
): Happening {
  const statements = [cluster.first, ...cluster.others.map(({ statement }) => statement)]
  const narrowest = statements.reduce((best, one) =>
    lengthOf(one.time.interval) < lengthOf(best.time.interval) ? one : best,
  ).date
  const link = (kind: Outcome['kind']) =>
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
    tellings: statements.map(composeTelling),
    joined: cluster.others.map(({ step }) => step),
    possiblySame: composePossible(cluster, keys),
    ...(followedBy.length > 0 && { followedBy }),
    ...(contradictedBy.length > 0 && { contradictedBy }),
  }
}

/** The timeline never points off the calendar; what is off the calendar points to it and to its like. */
function canLink(from: Cluster, to: Cluster): boolean {
  return isPlaced(to) || !isPlaced(from)
}

function composeTelling({ file, sentence, date, mode }: Statement): Telling {
  const { passage, start, end } = sentence
  return {
    sentence: { file, passage, start, end },
    date: { file, passage, start: date.span.start, end: date.span.end },
    ...mode,
  }
}

function composePossible(cluster: Cluster, keys: ReadonlyMap<Cluster, string>): Happening['possiblySame'] {
  return cluster.possibly
    .filter((one) => canLink(cluster, one.cluster))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, POSSIBLE)
    .map(({ cluster: other, step }) => ({ key: keys.get(other)!, ...step }))
}

function union(statements: readonly Statement[], read: (statement: Statement) => Iterable<string>): string[] {
  return [...new Set(statements.flatMap((statement) => [...read(statement)]))].sort(compare)
}
