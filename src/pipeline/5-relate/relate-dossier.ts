import type { Answer } from '../../model/comparison.ts'
import type { DatedEvent } from '../../model/date.ts'
import type { Findings, Relations } from '../../model/dossier.ts'
import type { Entity, ResolvedMention } from '../../model/entity.ts'
import type { WrittenJointCorrection } from '../../model/correction.ts'
import type { Reported } from '../../model/problem.ts'
import type { Adjudication, Register, WrittenItem } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'
import { compare } from '../../text/compare.ts'
import { orderSources } from '../../text/sources.ts'
import type { Sentences } from './sentences.ts'
import { arrangeSentences } from './sentences.ts'
import { decideComparisons, decideLabels } from './decided/decide-comparisons.ts'
import { decideEvents } from './decided/decide-events.ts'
import type { Decisions } from './decided/decisions.ts'
import { checkUnmatched, openDecisions } from './decided/decisions.ts'
import { markExclusions } from './figures/compare-values.ts'
import { findContradictions } from './find-contradictions.ts'
import { findDisputedDays } from './find-disputed-days.ts'
import { relateCaveats } from './relate-caveats.ts'
import type { Timeline } from './relate-dated-events.ts'
import { relateDatedEvents } from './relate-dated-events.ts'
import { relateDates, tabulateDays } from './relate-dates.ts'
import { relateEntities } from './relate-entities.ts'
import { relateEventTimes } from './relate-event-times.ts'
import { relateFigures } from './relate-figures.ts'
import { relateLabels } from './relate-labels.ts'
import { relateCoverage, relateOrigins } from './relate-origins.ts'
import { relateQuotations } from './relate-quotations.ts'
import type { Stories } from './stories/group-stories.ts'
import { groupStories } from './stories/group-stories.ts'
import { readLead } from './stories/read-lead.ts'

/** Decisions of an editor that this stage uses. */
export interface EditorWords {
  readonly register: Register
  readonly adjudications: readonly WrittenItem<Adjudication>[]
  readonly answers: readonly WrittenItem<Answer>[]
  readonly corrections?: readonly WrittenJointCorrection[]
}

/**
 * Compares the sources.
 *
 * @param sources cleaned sources
 * @param findings what stage 3 found, one for each source
 * @param entities every entity of the dossier
 * @param mentions their resolved mentions
 * @param written the register, adjudications of figures and answers to contradictions
 */
export function relate(
  sources: readonly Source[],
  findings: readonly Findings[],
  entities: readonly Entity[],
  mentions: readonly ResolvedMention[],
  written: EditorWords = { register: [], adjudications: [], answers: [] },
): Reported<Relations> {
  const decisions = openDecisions(sources, written.corrections ?? [])
  const stated = relateStatements({ sources, findings, entities, mentions, written, decisions })
  const relations: Relations = {
    ...stated,
    wordings: decideLabels(relateLabels(sources, findings, mentions), decisions),
    coverage: relateCoverage(sources, stated),
    ...(decisions.edits.length > 0 && { edits: [...decisions.edits] }),
  }
  return { value: relations, problems: [...decisions.problems, ...checkUnmatched(written, relations)] }
}

interface Found {
  readonly sources: readonly Source[]
  readonly findings: readonly Findings[]
  readonly entities: readonly Entity[]
  readonly mentions: readonly ResolvedMention[]
  readonly written: EditorWords
  readonly decisions: Decisions
}

/** Everything that is read from sentences, which nothing holds when it returns. */
function relateStatements({ sources, findings, entities, mentions, written, decisions }: Found) {
  const adjudications = written.adjudications.map(({ item }) => item)
  const sentences = arrangeSentences(sources, mentions)
  const stories = relateStories(sources, findings, sentences)
  const counted = decideComparisons(relateFigures(sources, findings, sentences, stories, adjudications), decisions)
  const grouped = relateDatedEvents(sources, findings, sentences, stories, counted)
  const timeline = decideTimeline(grouped, findings, decisions)
  const events = [...timeline.datedEvents, ...timeline.unplaced]
  const dated = [
    ...relateDates(events, sources, adjudications),
    ...tabulateDays(findDisputedDays(counted, findings, sentences, stories), sources, adjudications),
    ...relateEventTimes(events, sources, findings, sentences, stories, adjudications),
  ]
  const stated = {
    ...timeline,
    quotations: relateQuotations(sources, findings, entities, mentions),
    figures: [...counted, ...dated].sort((a, b) => compare(a.key, b.key)),
  }
  const { quotations, datedEvents, unplaced, figures } = relateCaveats(stated, sentences, findings)
  return {
    entityRelations: relateEntities(sources, sentences, entities),
    quotations,
    datedEvents,
    unplaced,
    figures: figures.map(markExclusions),
    origins: relateOrigins(sources, findings, stories, decisions),
    contradictions: findContradictions({
      sources,
      sentences,
      findings,
      entities,
      quotations,
      datedEvents,
      unplaced,
      register: written.register,
      answers: written.answers.map(({ item }) => item),
    }),
  }
}

function decideTimeline(
  { datedEvents, unplaced }: Timeline,
  findings: readonly Findings[],
  decisions: Decisions,
): Timeline {
  const decided = decideEvents([...datedEvents, ...unplaced], findings, decisions)
  const isPlaced = ({ lo, hi }: DatedEvent) => lo !== undefined || hi !== undefined
  return { datedEvents: decided.filter(isPlaced), unplaced: decided.filter((one) => !isPlaced(one)) }
}

/** Groups the sources that report one story in the same days. */
export function relateStories(
  sources: readonly Source[],
  findings: readonly Findings[],
  sentences: Sentences,
): Stories {
  const places = orderSources(sources)
  const found = new Map(findings.map((one) => [one.file, one]))
  const inOrder = [...sources].sort((a, b) => places.get(a.file)! - places.get(b.file)!)
  return groupStories(
    inOrder.map((source) => readLead(source, sentences, found.get(source.file) ?? { dates: [], amounts: [] })),
  )
}
