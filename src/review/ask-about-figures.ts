import type { Dossier } from '../model/dossier.ts'
import type { SpanInFile } from '../model/passage.ts'
import type { Source } from '../model/source.ts'
import { selectQuote } from '../text/locate-quote.ts'
import { wordsAtSpan } from '../text/quoted-place.ts'
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

function askAboutPair(a: Place, b: Place, reason: string): Question {
  const [one, other] = [a, b].map(([source, at]) => `“${wordsAtSpan(source, at)}” in ${source.file} ¶ ${at.passage}`)
  const key = `figure | ${one} | ${other}`
  const passageOf = ([{ file, passages }, { passage }]: Place) =>
    `${file}: ${passages.find(({ ordinal }) => ordinal === passage)!.text}`
  const article = ([{ file, passages }, at]: Place) => ({ article: file, ...selectQuote(passages, at) })
  const decide = (says: string, is: 'differ' | 'compatible') => ({
    says,
    file: 'seeds/register/corrections.yml',
    item: { kind: 'comparison', figures: [article(a), article(b)], is, reason: 'Decided in review.' },
  })
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
