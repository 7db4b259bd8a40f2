import type { DatedEvent, DateMention, EventReport } from '../../../model/date.ts'
import type { Findings } from '../../../model/dossier.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import { passageKey } from '../../../model/permalink.ts'
import type { Source } from '../../../model/source.ts'
import { publishedOn } from '../../../text/sources.ts'
import type { Sentence, Sentences } from '../sentences.ts'
import { comparisonOf, findSentence, hasCue, strongActsOf } from '../sentences.ts'
import type { Stories } from '../stories/group-stories.ts'

/** A report with its date as printed. */
export interface TimedReport {
  readonly report: EventReport
  readonly date: DateMention
  readonly words: string
  /** The words of its sentence. */
  readonly said: string
  readonly published: string | undefined
  /** Language of its source. */
  readonly language: string
}

const HOUR = /T(\d\d):(\d\d)/

/** Reads the date of a report; nothing where it gives none. */
export function timeReader(sources: readonly Source[], findings: readonly Findings[]) {
  const dates = new Map(
    findings.flatMap((one) =>
      one.dates.map((date) => [`${passageKey(one.file, date.span.passage)}:${date.span.start}`, date] as const),
    ),
  )
  const files = new Map(sources.map((source) => [source.file, source]))
  return (report: EventReport): TimedReport | undefined => {
    const { file, passage, start, end } = report.date
    const date = end > start ? dates.get(`${passageKey(file, passage)}:${start}`) : undefined
    const source = files.get(file)
    const text = source?.passages.find(({ ordinal }) => ordinal === passage)?.text
    if (!date || !text) return undefined
    const said = text.slice(report.sentence.start, report.sentence.end)
    const { language } = source!
    return { report, date, said, words: text.slice(start, end), published: publishedOn(source!), language }
  }
}

/** Whether the date gives a time of day. */
export const hasHour = ({ date }: TimedReport) => HOUR.test(date.timex ?? '')

/** "9:27 a.m." alone names no day; days and months are names. */
export const hasDay = (one: TimedReport) => !hasHour(one) || /\p{Lu}\p{Ll}{2}/u.test(one.words)

/** Minutes from midnight; only for what gives a time of day. */
export function minuteOf({ date }: TimedReport): number {
  const [, hour, minute] = HOUR.exec(date.timex!)!
  return Number(hour) * 60 + Number(minute)
}

/**
 * Finds the times of day that other sources of a story give its main event: the only one that a source gives, in a
 * sentence that reports the same act and no other day.
 */
export function clockReader(
  sources: readonly Source[],
  findings: readonly Findings[],
  sentences: Sentences,
  stories: Stories,
) {
  const clocks = new Map(findings.map(({ file, dates }) => [file, dates.filter(({ timex }) => HOUR.test(timex ?? ''))]))
  const ofStory = Map.groupBy(sources, ({ file }) => stories.get(file))
  return (event: DatedEvent, own: readonly TimedReport[]): TimedReport[] => {
    const story = stories.get(event.reports[0]!.sentence.file)
    const acts = commonActs(event.reports.map(({ sentence }) => actsOf(sentences, sentence)))
    const known = new Set(own.map(({ report }) => report.sentence.file))
    return (ofStory.get(story) ?? [])
      .filter(({ file }) => !known.has(file))
      .flatMap((source): TimedReport[] => {
        const held = (clocks.get(source.file) ?? []).flatMap((date) => {
          const sentence = isOfEvent(date, event) && findSentence(sentences, source.file, date.span)
          const isReported =
            sentence && !hasCue(sentence, ...UNSURE) && !actsOf(sentences, sentence).isDisjointFrom(acts)
          const words = sentence ? wordsOf(date, sentence) : ''
          return isReported && !isZoned({ date, words, language: source.language }) && !isInBrackets(date, sentence)
            ? [{ date, sentence, words }]
            : []
        })
        const [first] = held
        if (!first || held.some(({ date }) => hourOf(date) !== hourOf(first.date))) return []
        const { date, sentence, words } = first
        const { file, passage, start, end } = sentence
        const report: EventReport = {
          sentence: { file, passage, start, end },
          date: { ...date.span, file },
          mode: 'reported',
          rule: 'event/same-time',
          reason: 'It tells the act of the event.',
        }
        return [{ report, date, words, said: sentence.text, published: publishedOn(source), language: source.language }]
      })
  }
}

/** "0737 GMT", but not "3 p.m. (1200 GMT)". */
export const isZoned = ({ words, date, language }: Pick<TimedReport, 'words' | 'date' | 'language'>) =>
  comparisonOf({ language })?.clock.hasZone(words) || /(?:Z|[+-]\d\d(?::?\d\d)?)$/.test(date.timex ?? '')

/** "3pm (midnight in New York)" gives one time in two zones. */
const isInBrackets = ({ span }: DateMention, { text, start }: Sentence) =>
  /\([^)]*$/u.test(text.slice(0, span.start - start))

const wordsOf = ({ span }: DateMention, { text, start }: Sentence) => text.slice(span.start - start, span.end - start)

const hourOf = ({ timex }: DateMention) => HOUR.exec(timex!)![0]

const isOfEvent = ({ lo }: DateMention, event: DatedEvent) =>
  lo === undefined || event.lo === undefined || (lo >= event.lo && lo <= (event.hi ?? event.lo))

/** Cues that a sentence denies, plans or cancels its event. */
const UNSURE = ['negation', 'denial', 'undone', 'schedule', 'future'] as const

function actsOf(sentences: Sentences, at: SpanInFile): Set<string> {
  const sentence = findSentence(sentences, at.file, at)
  return new Set(sentence ? strongActsOf(sentence) : [])
}

/** The acts in at least half of the sentences. */
function commonActs(sets: readonly ReadonlySet<string>[]): Set<string> {
  const all = new Set(sets.flatMap((acts) => [...acts]))
  return new Set([...all].filter((act) => sets.filter((acts) => acts.has(act)).length * 2 >= sets.length))
}
