import type { Dossier } from '../model/dossier.ts'
import type { FigureRow, FigureTable } from '../model/figure.ts'
import type { SpanInFile } from '../model/passage.ts'
import type { Source } from '../model/source.ts'
import { selectQuote } from '../text/locate-quote.ts'
import { wordsAtSpan } from '../text/quoted-place.ts'
import type { Choice } from './add-to-yaml.ts'
import type { Question } from './question.ts'
import { leaveAsItIs } from './question.ts'

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
const placeOf = ([{ file, passages }, at]: Place) => ({ article: file, ...selectQuote(passages, at) })

function decideComparison(says: string, is: Comparison, figures: readonly object[]): Choice {
  const item = { kind: 'comparison', figures, is, reason: 'Decided in review.' }
  return { says, file: 'seeds/register/corrections.yml', item }
}

function askAboutPair(a: Place, b: Place, reason: string): Question {
  const [one, other] = [a, b].map(([source, at]) => `“${wordsAtSpan(source, at)}” in ${source.file} ¶ ${at.passage}`)
  const key = `figure | ${one} | ${other}`
  const passageOf = ([{ file, passages }, { passage }]: Place) =>
    `${file}: ${passages.find(({ ordinal }) => ordinal === passage)!.text}`
  const decide = (says: string, is: Comparison) => decideComparison(says, is, [placeOf(a), placeOf(b)])
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
        pair.map(({ at }) => placeOf([byFile.get(at.file)!, at])),
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
