import type { OriginLink } from '../model/comparison.ts'
import type { DatedEvent } from '../model/date.ts'
import type { Dossier } from '../model/dossier.ts'
import type { SpanInFile } from '../model/passage.ts'
import { parseDay } from '../text/calendar.ts'
import { selectQuote } from '../text/locate-quote.ts'
import type { Choice } from './add-to-yaml.ts'
import type { Question } from './question.ts'
import { leaveAsItIs } from './question.ts'
import type { FigureRow, FigureTable } from '../model/figure.ts'
import type { Source } from '../model/source.ts'
import { wordsAtSpan } from '../text/quoted-place.ts'

const CORRECTIONS = 'seeds/register/corrections.yml'

/** Pairs of dated events that may be one. */
export function askAboutEvents({ datedEvents, sources }: Dossier): Question[] {
  const read = readSources(sources)
  const byKey = new Map(datedEvents.map((event) => [event.key, event]))
  const asked = new Set<string>()
  return datedEvents.flatMap((event) =>
    event.possiblySame.flatMap(({ key: otherKey, reason }): Question[] => {
      const other = byKey.get(otherKey)
      const pair = [event.key, otherKey].sort().join(' | ')
      if (!other || asked.has(pair) || !isWorthAsking(event, other)) return []
      asked.add(pair)
      const key = `event | ${[event, other].map((one) => `${one.reports[0]!.sentence.file} ${one.summary}`).join(' | ')}`
      const choose = (says: string, is: string) =>
        choice(says, { kind: 'event', reports: [event, other].map((one) => read.place(placeOf(one))), is })
      return [
        {
          key,
          topic: 'event',
          weight: event.reports.length + other.reports.length,
          text: `Are these one event? ${reason}`,
          shown: `${event.summary} / ${other.summary}`,
          choices: [choose('They are one.', 'same'), choose('They are two.', 'not-same'), leaveAsItIs(key)],
        },
      ]
    }),
  )
}

/** No questions about vague dates, or where one article reports both events and so distinguishes them itself. */
function isWorthAsking(one: DatedEvent, other: DatedEvent): boolean {
  const files = new Set(one.reports.map(({ sentence }) => sentence.file))
  return isExact(one) && isExact(other) && !other.reports.some(({ sentence }) => files.has(sentence.file))
}

/** In days. */
const LONGEST = 3

function isExact({ lo, hi }: DatedEvent): boolean {
  const [first, last] = [parseDay(lo ?? ''), parseDay(hi ?? '')]
  return first !== undefined && last !== undefined && last - first < LONGEST
}

const placeOf = ({ reports: [first] }: DatedEvent): SpanInFile => first!.sentence

/** Articles that are counted as one origin only because they credit the same agency, without shared wording. */
export function askAboutOrigins({ origins }: Dossier): Question[] {
  return origins.flatMap(({ links }) => links.filter(isByCredit).map(askAboutOrigin))
}

const isByCredit = ({ rule }: OriginLink) => rule === 'origin/shared-credit'

function askAboutOrigin({ files, reason }: OriginLink): Question {
  const key = `origin | ${files.join(' | ')}`
  return {
    key,
    topic: 'origin',
    weight: 1,
    text: `Do ${files.join(' and ')} go back to one text? ${reason}`,
    choices: [choice('They do not.', { kind: 'origin', articles: files, is: 'not-one' }), leaveAsItIs(key, 'They do.')],
  }
}

/** Labels that a source itself gives to a person or body: each is shown as that source's judgement. */
export function askAboutLabels({ wordings, entities, sources }: Dossier): Question[] {
  const read = readSources(sources)
  const labelled = new Map(
    entities.filter(({ kind }) => kind === 'person' || kind === 'organisation').map(({ key, name }) => [key, name]),
  )
  return wordings.entities.flatMap(({ entity, rows }) => {
    const name = labelled.get(entity)
    const uses = rows.filter(({ form }) => form === 'label').flatMap((row) => row.sources.flatMap((one) => one.uses))
    return name === undefined
      ? []
      : uses.filter(({ voice }) => voice === 'source').map(({ at, words }) => askAboutLabel(read, name, at, words))
  })
}

function askAboutLabel(read: ReturnType<typeof readSources>, name: string, at: SpanInFile, words: string): Question {
  const sentence = read.passage(at)
  const key = `label | ${name} | ${words} | ${at.file} | ${sentence.slice(0, 80)}`
  return {
    key,
    topic: 'label',
    weight: 1,
    text: `Does ${at.file} ¶ ${at.passage} call “${name}” “${words}”? The page says so.`,
    shown: sentence,
    choices: [choice('It does not.', { kind: 'label', at: read.place(at), is: 'none' }), leaveAsItIs(key, 'It does.')],
  }
}

function choice(says: string, correction: object): Choice {
  return { says, file: CORRECTIONS, item: { ...correction, reason: 'Decided in review.' } }
}

function readSources(sources: Dossier['sources']) {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  return {
    passage: ({ file, passage }: SpanInFile) =>
      byFile.get(file)!.passages.find(({ ordinal }) => ordinal === passage)!.text,
    /** The place in the words by which a correction names it. */
    place: (at: SpanInFile) => ({ article: at.file, ...selectQuote(byFile.get(at.file)!.passages, at) }),
  }
}

/** Figures of two sources that may be of one thing and differ, and are not sure enough to be shown so. */
export function askAboutFigures({ sources, figures }: Dossier): Question[] {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  const tableOf = (at: SpanInFile) => figures.find(({ rows }) => rows.some((row) => isSame(row.at, at)))
  return figures.flatMap(({ likely = [] }) =>
    likely.flatMap(({ figures: [a, b], reason }) => {
      const isDecided = tableOf(a) === tableOf(b)
      return isDecided ? [] : [askAboutPair([byFile.get(a.file)!, a], [byFile.get(b.file)!, b], reason)]
    }),
  )
}

const isSame = (a: SpanInFile, b: SpanInFile) => a.file === b.file && a.passage === b.passage && a.start === b.start

type Place = readonly [Source, SpanInFile]
type Comparison = 'differ' | 'compatible' | 'not-comparable'

/** The place in the words by which a correction names it. */
const placeOfFigure = ([{ file, passages }, at]: Place) => ({ article: file, ...selectQuote(passages, at) })

function decideComparison(says: string, is: Comparison, figures: readonly object[]): Choice {
  const item = { kind: 'comparison', figures, is, reason: 'Decided in review.' }
  return { says, file: 'seeds/register/corrections.yml', item }
}

function askAboutPair(a: Place, b: Place, reason: string): Question {
  const [one, other] = [a, b].map(([source, at]) => `“${wordsAtSpan(source, at)}” in ${source.file} ¶ ${at.passage}`)
  const key = `figure | ${one} | ${other}`
  const passageOf = ([{ file, passages }, { passage }]: Place) =>
    `${file}: ${passages.find(({ ordinal }) => ordinal === passage)!.text}`
  const decide = (says: string, is: Comparison) => decideComparison(says, is, [placeOfFigure(a), placeOfFigure(b)])
  return {
    key,
    topic: 'figure',
    weight: 1,
    text: `Do ${one} and ${other} differ? ${reason}`,
    shown: `${passageOf(a)}\n${passageOf(b)}`,
    choices: [
      decide('They count the same, and differ.', 'differ'),
      decide('They count the same, and both can be right.', 'compatible'),
      leaveAsItIs(key, 'They are of two things.'),
    ],
  }
}

/** Tables of figures whose rows exclude one another, without an adjudication. */
export function askAboutDifferences({ figures, sources }: Dossier): Question[] {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  return figures.flatMap((table): Question[] => {
    const pair = isSettled(table) ? undefined : findDifference(table.rows)
    if (!pair) return []
    const [one, other] = pair
    const key = `difference | ${table.key} | ${pair.map(({ at, words }) => `${at.file} ${words}`).join(' | ')}`
    const choose = (says: string, is: Comparison) =>
      decideComparison(
        says,
        is,
        pair.map(({ at }) => placeOfFigure([byFile.get(at.file)!, at])),
      )
    return [
      {
        key,
        topic: 'difference',
        weight: table.rows.length,
        text: `Are “${one.words}” in ${one.at.file} and “${other.words}” in ${other.at.file} figures of one thing? The page says that they differ.`,
        shown: pair.map(({ sentence }) => wordsAtSpan(byFile.get(sentence.file)!, sentence)).join(' / '),
        choices: [
          choose('They are of two things.', 'not-comparable'),
          choose('They are about one thing and are compatible.', 'compatible'),
          leaveAsItIs(key, 'They differ.'),
        ],
      },
    ]
  })
}

const isSettled = ({ adjudication, rows, isCompatible }: FigureTable) =>
  isCompatible || adjudication !== undefined || rows.some(({ joined }) => joined?.rule.startsWith('editor/'))

function findDifference(rows: readonly FigureRow[]): [FigureRow, FigureRow] | undefined {
  const one = rows.find(({ excludes }) => excludes !== undefined)
  return one && [one, rows[one.excludes![0]!]!]
}
