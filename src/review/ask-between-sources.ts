import type { OriginLink } from '../model/comparison.ts'
import type { DatedEvent } from '../model/dated-event.ts'
import type { Dossier } from '../model/dossier.ts'
import type { FigureRow, FigureTable } from '../model/figure.ts'
import type { SpanInFile } from '../model/passage.ts'
import { selectQuote } from '../text/locate-quote.ts'
import { wordsAtSpan } from '../text/quoted-place.ts'
import type { Choice } from './add-to-yaml.ts'
import type { Question } from './question.ts'
import { leaveAsItIs } from './question.ts'

const CORRECTIONS = 'seeds/register/corrections.yml'

/** Tables of figures whose rows exclude one another, which no person settled. */
export function askAboutDifferences({ figures, sources }: Dossier): Question[] {
  const read = readSources(sources)
  return figures.flatMap((table): Question[] => {
    const pair = isSettled(table) ? undefined : findDifference(table.rows)
    if (!pair) return []
    const [one, other] = pair
    const key = `difference | ${table.key} | ${pair.map(({ at, words }) => `${at.file} ${words}`).join(' | ')}`
    const choose = (says: string, is: string) =>
      choice(says, { kind: 'comparison', figures: pair.map(({ at }) => read.place(at)), is })
    return [
      {
        key,
        topic: 'difference',
        weight: table.rows.length,
        text: `Are “${one.words}” in ${one.at.file} and “${other.words}” in ${other.at.file} figures of one thing? The page says that they differ.`,
        shown: pair.map(({ sentence }) => read.words(sentence)).join(' / '),
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
  const isBelow = (a: FigureRow, b: FigureRow) => (a.high ?? Infinity) < (b.low ?? -Infinity)
  for (const one of rows)
    for (const other of rows)
      if (isBelow(one, other)) return rows.indexOf(one) < rows.indexOf(other) ? [one, other] : [other, one]
  return undefined
}

/** Pairs of dated events that may be one. */
export function askAboutEvents({ datedEvents, sources }: Dossier): Question[] {
  const read = readSources(sources)
  const byKey = new Map(datedEvents.map((event) => [event.key, event]))
  const asked = new Set<string>()
  return datedEvents.flatMap((event) =>
    event.possiblySame.flatMap(({ key: otherKey, reason }): Question[] => {
      const other = byKey.get(otherKey)
      const pair = [event.key, otherKey].sort().join(' | ')
      if (!other || asked.has(pair)) return []
      asked.add(pair)
      const key = `event | ${[event, other].map((one) => `${one.tellings[0]!.sentence.file} ${one.summary}`).join(' | ')}`
      const choose = (says: string, is: string) =>
        choice(says, { kind: 'event', reports: [event, other].map((one) => read.place(placeOf(one))), is })
      return [
        {
          key,
          topic: 'event',
          weight: event.tellings.length + other.tellings.length,
          text: `Are these one event? ${reason}`,
          shown: `${event.summary} / ${other.summary}`,
          choices: [choose('They are one.', 'same'), choose('They are two.', 'not-same'), leaveAsItIs(key)],
        },
      ]
    }),
  )
}

const placeOf = ({ tellings: [first] }: DatedEvent): SpanInFile => first!.sentence

/** Articles that count as one voice for the agency they credit alone, without words in common. */
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

function choice(says: string, correction: object): Choice {
  return { says, file: CORRECTIONS, item: { ...correction, reason: 'Decided in review.' } }
}

function readSources(sources: Dossier['sources']) {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  return {
    words: (at: SpanInFile) => wordsAtSpan(byFile.get(at.file)!, at),
    /** The place in the words by which a correction names it. */
    place: (at: SpanInFile) => ({ article: at.file, ...selectQuote(byFile.get(at.file)!.passages, at) }),
  }
}
