import type { Source } from '../../../model/source.ts'
import { publishedOn } from '../../../text/sources.ts'
import type { Sentence } from '../sentences.ts'
import { strongActsOf } from '../sentences.ts'
import type { DatedStatement } from '../dated-events/collect-statements.ts'
import type { StatementGroup } from '../dated-events/group-statements.ts'
import { gapOfTimes, isWeekdayPossible, toInterval } from '../dated-events/read-time.ts'
import { nameAct } from '../../../lang/kinds.ts'
import type { Report, StoryEvent } from './read-story-events.ts'

/**
 * Joins the reports of each story's event: the dated ones, which agree in their day, and the undated
 * ones, which match it by their content. A report that gives another day stays a dated event of its own.
 *
 * @param clusters dated statements, grouped
 * @param events what several sources of a story report in their openings
 * @param sources the sources of both, in reading order
 */
export function joinReports(
  clusters: readonly StatementGroup[],
  events: readonly StoryEvent[],
  sources: readonly Source[],
): StatementGroup[] {
  const place = new Map(sources.map((source, at) => [source.file, { at, published: publishedOn(source) }]))
  const bySentence = Map.groupBy(clusters, ({ first }) => first.sentence)
  const replaced = new Map<StatementGroup, StatementGroup>()
  const joined = events.flatMap((event) => {
    const reports = event.reports.toSorted((a, b) => place.get(a.file)!.at - place.get(b.file)!.at)
    const dated = reports.flatMap(({ sentence }) =>
      (bySentence.get(sentence) ?? []).filter((one) => isOf(one, event) && !replaced.has(one)),
    )
    const day = commonDay(dated)
    const held = dated.filter(({ first }) => day === undefined || isSameDay(first, day))
    const reported = new Set(
      dated
        .flatMap(({ first, others }) => [first, ...others.map(({ statement }) => statement)])
        .map(({ sentence }) => sentence),
    )
    const undated = reports
      .filter(({ sentence }) => !reported.has(sentence))
      .map((report) => undatedStatement(report, place.get(report.file)!.published))
    const statements = [
      ...held.flatMap(({ first, others }) => [first, ...others.map(({ statement }) => statement)]),
      ...undated,
    ]
    const [first, ...others] = statements.toSorted((a, b) => rankOf(a) - rankOf(b))
    if (!first || new Set(statements.map(({ file }) => file)).size < 2) return []
    const reason = `Both articles are about one story and open with this: ${nameAct(event.act)}.`
    const cluster: StatementGroup = {
      first,
      others: others.map((statement) => ({ statement, step: { rule: 'event/same-opening', reason } })),
      possibly: held.flatMap(({ possibly }) => [...possibly]),
    }
    for (const one of held) replaced.set(one, cluster)
    return [cluster]
  })
  return [...clusters.filter((one) => !replaced.has(one)), ...joined].map((one) => relink(one, replaced))
}

/** Reports the act itself, as past: not that somebody spoke of it on that day. */
function isOf({ first }: StatementGroup, { act }: StoryEvent): boolean {
  return first.mode.mode === 'reported' && !first.isWide && first.acts.has(act)
}

/** The day that most dated reports give. */
function commonDay(dated: readonly StatementGroup[]): DatedStatement | undefined {
  const counted = dated.map(({ first }) => ({
    first,
    count: dated.filter((other) => isSameDay(first, other.first)).length,
  }))
  return counted.toSorted((a, b) => rankOf(a.first) - rankOf(b.first) || b.count - a.count)[0]?.first
}

function isSameDay({ time: a }: DatedStatement, { time: b }: DatedStatement): boolean {
  const gap = gapOfTimes(a, b)
  return gap === undefined ? isWeekdayPossible(a, b) : gap === 0
}

/** Placed dates first, undated statements last. */
function rankOf({ time, date }: DatedStatement): number {
  return time.kind === 'placed' ? 0 : date.span.end > date.span.start ? 1 : 2
}

/** A report without a date: its date is an empty range at its beginning. */
export function undatedStatement(
  { sentence, acts }: Pick<Report, 'sentence' | 'acts'>,
  published: string | undefined,
): DatedStatement {
  const { file, passage, start, mentions } = sentence
  const keysOf = (kinds: readonly string[]) =>
    new Set(mentions.filter(({ kind }) => kinds.includes(kind)).map(({ entity }) => entity))
  return {
    file,
    published,
    sentence,
    date: {
      span: { passage, start, end: start },
      type: 'DATE',
      certainty: 'inferred',
      rule: 'event/same-opening',
      reason: 'The sentence gives no date of its own.',
    },
    time: { kind: 'unknown', interval: toInterval({}) },
    opening: new Set(),
    mode: { mode: 'reported', rule: 'event/reported', reason: 'Nothing in it speaks of a plan or a denial.' },
    actors: keysOf(['person', 'organisation', 'event']),
    subjects: keysOf(['person', 'organisation', 'event']),
    places: keysOf(['place']),
    acts,
    ordinals: new Set(),
    stems: [],
    isBorrowed: false,
    isWide: false,
    isElsewhere: false,
    names: new Set(mentions.map(({ entity }) => entity)),
  }
}

/** A sentence as such a report of its own acts. */
export const undatedReport = (sentence: Sentence, published: string | undefined): DatedStatement =>
  undatedStatement({ sentence, acts: new Set(strongActsOf(sentence)) }, published)

function relink(cluster: StatementGroup, replaced: ReadonlyMap<StatementGroup, StatementGroup>): StatementGroup {
  const possibly = cluster.possibly
    .map((one) => ({ ...one, cluster: replaced.get(one.cluster) ?? one.cluster }))
    .filter((one) => one.cluster !== cluster)
  return Object.assign(cluster, { possibly })
}
