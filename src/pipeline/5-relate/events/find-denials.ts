import type { FigureRow, FigureTable } from '../../../model/figure.ts'
import type { Source } from '../../../model/source.ts'
import { publishedOn } from '../../../text/sources.ts'
import type { Sentences } from '../sentences.ts'
import { comparisonOf, findSentence, sentencesInOrder } from '../sentences.ts'
import type { DatedStatement } from '../dated-events/collect-statements.ts'
import type { StatementGroup } from '../dated-events/group-statements.ts'
import type { PlanOutcome } from '../dated-events/link-plans.ts'
import { isWeakAct } from '../../../lang/kinds.ts'
import { intersect } from '../../../text/compare.ts'
import type { Stories } from '../stories/group-stories.ts'
import type { DeniedClaim } from './find-denied-claims.ts'
import { denialOf, findDeniedClaims, groupOf } from './find-denied-claims.ts'
import { undatedReport, undatedStatement } from './join-reports.ts'

/** Denials of what the sources of a story report, each with its event. */
export interface Denials {
  readonly clusters: StatementGroup[]
  readonly outcomes: ReadonlyMap<StatementGroup, PlanOutcome[]>
}

/**
 * Finds where a source of a story denies the act that the others report: somebody "denied the raid", or says that
 * "we did not bomb". A denial takes the day of its event.
 *
 * @param clusters dated statements, those of one story's openings joined
 */
export function findDenials(
  clusters: readonly StatementGroup[],
  sources: readonly Source[],
  sentences: Sentences,
  stories: Stories,
  figures: readonly FigureTable[],
): Denials {
  const denials = new Map<StatementGroup, StatementGroup>()
  const ofStory = Map.groupBy(sources, ({ file }) => stories.get(file))
  for (const [story, held] of Map.groupBy(clusters.filter(isStoryEvent), ({ first }) => stories.get(first.file))) {
    const event = held.toSorted((a, b) => b.others.length - a.others.length)[0]!
    const own = ofStory.get(story) ?? []
    const related = own.filter((source) => isOfEvent(source, sentences, event))
    const [first, ...others] = related.flatMap((source) => denialsOf(source, sentences, event))
    const step = { rule: 'event/claim-denied', reason: 'Both deny what other sources of the story report.' }
    if (!first) continue
    denials.set(event, { first, others: others.map((statement) => ({ statement, step })), possibly: [] })
    addReactions(event, own, sentences)
  }
  const step = { rule: 'event/claim-denied', reason: 'Somebody denies what is reported here.' }
  const known = new Map(
    [...denials].flatMap(([event, cluster]) =>
      statementsOf(cluster).map(({ sentence }) => [sentence, commonActs(event)] as const),
    ),
  )
  const claims = joinDenials([
    ...findDeniedClaims(clusters, sources, sentences, stories, known),
    ...findDeniedCounts(figures, sources, sentences),
  ])
  const outcomes = new Map<StatementGroup, PlanOutcome[]>()
  for (const [event, cluster] of [...denials, ...claims.map(({ claim, denial }) => [claim, denial] as const)])
    outcomes.set(event, [...(outcomes.get(event) ?? []), { kind: 'contradictedBy', cluster, step }])
  const told = new Set(clusters)
  const made = claims.flatMap(({ claim, denial }) => (told.has(claim) ? [denial] : [claim, denial]))
  return { clusters: [...denials.values(), ...new Set(made)], outcomes }
}

/**
 * One sentence makes one denial of a day, however many claims it denies. Other sources
 * join it only where they deny all of these claims.
 */
export function joinDenials(claims: readonly DeniedClaim[]): DeniedClaim[] {
  const keyOf = ({ first: { file, sentence, date } }: StatementGroup) =>
    [file, sentence.passage, sentence.start, date.lo, date.hi].join(' ')
  return [...Map.groupBy(claims, ({ denial }) => keyOf(denial)).values()].flatMap((of) => {
    const [{ denial: some }] = of as [DeniedClaim]
    const isInAll = ({ statement }: StatementGroup['others'][number]) =>
      of.every(({ denial }) => denial.others.some((one) => one.statement.sentence === statement.sentence))
    const denial = { ...some, others: some.others.filter(isInAll) }
    return [...new Set(of.map(({ claim }) => claim))].map((claim) => ({ claim, denial }))
  })
}

const isStoryEvent = ({ first, others }: StatementGroup) =>
  first.mode.mode === 'reported' &&
  others.some(({ step, statement }) => step.rule === 'event/same-opening' && statement.file !== first.file)

/** The source reports the event, or names two of those whom its reports name. */
function isOfEvent(source: Source, sentences: Sentences, event: StatementGroup): boolean {
  const statements = statementsOf(event)
  const names = new Set(statements.flatMap((one) => [...one.names]))
  const own = new Set(
    sentencesInOrder(source, sentences).flatMap(({ mentions }) => mentions.map(({ entity }) => entity)),
  )
  return (
    statements.some(({ file }) => file === source.file) || intersect(own, names).length >= Math.min(NAMES, names.size)
  )
}

/** Names that a source must share with an event that it does not report to be about it. */
const NAMES = 2

function denialsOf(source: Source, sentences: Sentences, event: StatementGroup): DatedStatement[] {
  const reporting = new Set(statementsOf(event).map(({ sentence }) => sentence))
  const acts = commonActs(event)
  return sentencesInOrder(source, sentences).flatMap((sentence) => {
    const word = reporting.has(sentence) ? undefined : comparisonOf(source)?.denials.findDenial(sentence, acts)
    if (word === undefined) return []
    return [denialOf(undatedStatement({ sentence, acts }, publishedOn(source)), event.first, word)]
  })
}

/** Adds condemnations and accusations to a denied event, from sentences without another statement. */
function addReactions(event: StatementGroup, sources: readonly Source[], sentences: Sentences): void {
  const acts = commonActs(event)
  const known = new Set(statementsOf(event).map(({ sentence }) => sentence))
  const step = {
    rule: 'event/same-opening',
    reason: 'It condemns what other sources of the story report, or blames somebody for it.',
  }
  for (const source of sources) {
    const reader = comparisonOf(source)?.denials
    for (const sentence of sentencesInOrder(source, sentences))
      if (!known.has(sentence) && reader?.reactsTo(reader.lemmatise(sentence), acts))
        event.others.push({ statement: undatedReport(sentence, publishedOn(source)), step })
  }
}

const statementsOf = ({ first, others }: StatementGroup) => [first, ...others.map(({ statement }) => statement)]

/** The acts in at least half of the reports. */
function commonActs(event: StatementGroup): Set<string> {
  const statements = statementsOf(event)
  const all = new Set(statements.flatMap(({ acts }) => [...acts]))
  const isCommon = (act: string) => statements.filter(({ acts }) => acts.has(act)).length * 2 >= statements.length
  return new Set([...all].filter((act) => !isWeakAct(act) && isCommon(act)))
}

/** Finds sources that say nobody was killed, hurt or caught where others give a number. */
function findDeniedCounts(
  figures: readonly FigureTable[],
  sources: readonly Source[],
  sentences: Sentences,
): DeniedClaim[] {
  const published = new Map(sources.map((source) => [source.file, publishedOn(source)]))
  const statementsOfRows = (rows: readonly FigureRow[]) =>
    [...new Set(rows.flatMap(({ sentence }) => findSentence(sentences, sentence.file, sentence) ?? []))].map((one) =>
      undatedReport(one, published.get(one.file)),
    )
  return figures.flatMap(({ rows, isCompatible }) => {
    const [none, some] = [rows.filter(({ high }) => high === 0), rows.filter(({ low = 0 }) => low > 0)]
    if (isCompatible || none.length === 0 || some.length === 0) return []
    const claim = groupOf(statementsOfRows(some), 'Both say what another source of the story denies.')
    const denials = statementsOfRows(none).map((one) => denialOf(one, claim.first, none[0]!.words))
    return [{ claim, denial: groupOf(denials, 'Both deny what other sources of the story report.') }]
  })
}
