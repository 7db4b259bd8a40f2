import type { DateMention } from '../../../model/date.ts'
import type { Findings } from '../../../model/dossier.ts'
import type { Source } from '../../../model/source.ts'
import { compare } from '../../../text/compare.ts'
import { rememberLast } from '../../../text/remember.ts'
import { publishedOn } from '../../../text/sources.ts'
import type { Sentence, Sentences } from '../sentences.ts'
import { comparisonOf, hasCue, sentencesIn, sentencesInOrder, strongActsOf } from '../sentences.ts'
import type { Stories } from '../stories/group-stories.ts'

/** A sentence near the head of a source that reports the event of its story. */
export interface Report {
  readonly file: string
  readonly sentence: Sentence
  readonly acts: ReadonlySet<string>
  readonly persons: ReadonlySet<string>
  /** ISO weekday that it gives the event, when that is known. */
  readonly weekday: number | undefined
}

/** The main event of a story: one act, on one day, of the same people, that several sources report first. */
export interface StoryEvent {
  readonly story: number
  readonly act: string
  readonly reports: readonly Report[]
}

/** Cues of a denial, a plan or a doubt. */
const UNSURE = ['negation', 'denial', 'undone', 'schedule', 'future'] as const
/** Number of sentences, with the headline, in which a source reports its main event. */
const OPENING = 5
/** Minimum share of the sources of a story with an act in their opening for it to be the story's. */
const SHARE = 0.4

/** Reads the events in the openings of each story's sources; a story of one source has none to compare. */
export function readStoryEvents(
  sources: readonly Source[],
  findings: readonly Findings[],
  sentences: Sentences,
  stories: Stories,
): StoryEvent[] {
  const dates = new Map(findings.map((one) => [one.file, one.dates]))
  return [...Map.groupBy(sources, ({ file }) => stories.get(file))].flatMap(([story, held]) => {
    if (story === undefined || held.length < 2) return []
    const reports = held.flatMap((source) => {
      const own = dates.get(source.file) ?? []
      return remember(source, [own, sentencesIn(source, sentences)], () => readOpening(source, sentences, own))
    })
    const ranked = rankActs(reports, held.length)
    const byAct = Map.groupBy(reports, ({ acts }) => ranked.find((act) => acts.has(act)))
    return [...byAct].flatMap(([act, reports]) =>
      act === undefined
        ? []
        : splitReports(reports)
            .filter(isNamed)
            .map((one) => ({ story, act, reports: one })),
    )
  })
}

const remember = rememberLast<Source, Report[]>()

/** Reads the opening up to the first sentence that turns to another time: what follows may go on with that. */
function readOpening(source: Source, sentences: Sentences, dates: readonly DateMention[]): Report[] {
  const all = sentencesInOrder(source, sentences)
  const opening = all.slice(0, OPENING).map((sentence, at) => readReport(source, sentence, all[at - 1], dates))
  const turn = opening.findIndex((one, at) => at > 0 && one.isOther)
  return opening
    .slice(0, turn < 0 ? OPENING : turn)
    .filter(({ isOther, report }) => !isOther && report.acts.size > 0)
    .map(({ report }) => report)
}

function readReport(
  source: Source,
  sentence: Sentence,
  previous: Sentence | undefined,
  dates: readonly DateMention[],
): { readonly report: Report; readonly isOther: boolean } {
  const head = { passage: sentence.passage, start: sentence.start, end: sentence.start + 1 }
  const before = previous?.passage === sentence.passage ? previous : undefined
  const scope = comparisonOf(source)?.figures.readScope(head, sentence, before, dates, publishedOn(source))
  const acts = hasCue(sentence, ...UNSURE) ? [] : strongActsOf(sentence)
  const persons = sentence.mentions.filter(({ kind }) => kind === 'person').map(({ entity }) => entity)
  return {
    report: {
      file: source.file,
      sentence,
      acts: new Set(acts),
      persons: new Set(persons),
      weekday: scope?.weekday,
    },
    isOther: scope !== undefined && (scope.time !== undefined || scope.cues.has('background')),
  }
}

/** The acts in the openings of enough sources, the commonest first: a sentence counts for the first of them. */
function rankActs(reports: readonly Report[], sources: number): string[] {
  const byAct = Map.groupBy(
    reports.flatMap(({ file, acts }) => [...acts].map((act) => ({ act, file }))),
    ({ act }) => act,
  )
  return [...byAct]
    .map(([act, held]) => ({ act, count: new Set(held.map(({ file }) => file)).size }))
    .filter(({ count }) => count >= Math.max(2, sources * SHARE))
    .sort((a, b) => b.count - a.count || compare(a.act, b.act))
    .map(({ act }) => act)
}

/** Two sources alone must name somebody or some place in common; of more, most do. */
function isNamed(reports: readonly Report[]): boolean {
  const byFile = [...Map.groupBy(reports, ({ file }) => file).values()]
  if (byFile.length !== 2) return true
  const [one, other] = byFile.map((held) => new Set(held.flatMap(({ sentence }) => namesIn(sentence)))) as [
    Set<string>,
    Set<string>,
  ]
  return [...one].some((name) => other.has(name))
}

const namesIn = ({ mentions }: Sentence) => mentions.map(({ entity }) => entity)

/** Splits reports by day and people. A report with neither joins the event of most sources, if there is one. */
function splitReports(reports: readonly Report[]): Report[][] {
  const events: Report[][] = []
  const marked = reports.filter(({ persons, weekday }) => persons.size > 0 || weekday !== undefined)
  for (const report of marked) {
    const event = events.find((held) => held.every((other) => !isApart(report, other)))
    if (event) event.push(report)
    else events.push([report])
  }
  const open = reports.filter((report) => !marked.includes(report))
  const [first, ...others] = events.sort((a, b) => b.length - a.length)
  if (first === undefined) return [open]
  if (others.flat().length < first.length * SHARE) first.push(...open)
  return events
}

function isApart(a: Report, b: Report): boolean {
  if (a.weekday !== undefined && b.weekday !== undefined && a.weekday !== b.weekday) return true
  return a.persons.size > 0 && b.persons.size > 0 && [...a.persons].every((person) => !b.persons.has(person))
}
