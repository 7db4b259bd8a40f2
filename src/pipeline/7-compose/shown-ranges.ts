import { sentenceAt, splitSentences } from '../../lang/sentences.ts'
import type { Passage, Range } from '../../model/passage.ts'
import type { Source } from '../../model/source.ts'
import type { PassageAnnotations } from './index-annotations.ts'

/** An excerpt shows at most this share of a source's body, counted in characters. */
const EXCERPT_SHARE = 0.25

/**
 * Which parts of a source's passages may be shown, by ordinal: all of them (`full`), sentences in which something was
 * found, in reading order and up to a quarter of the text (`excerpt`), or none (`citation`). The headline is part of
 * the reference and is always shown.
 *
 * @returns ranges over each passage's text, UTF-16 code units
 */
export function shownRanges(
  { rights, language, passages }: Source,
  annotationsOf: (ordinal: number) => PassageAnnotations,
): ReadonlyMap<number, Range[]> {
  const whole = ({ text }: Passage): Range[] => [{ start: 0, end: text.length }]
  const body = passages.filter(({ kind }) => kind !== 'headline')
  let left = rights === 'excerpt' ? EXCERPT_SHARE * body.reduce((sum, { text }) => sum + text.length, 0) : 0
  const pick = (passage: Passage): Range[] =>
    withFindings(splitSentences(passage.text, language), annotationsOf(passage.ordinal)).filter(({ start, end }) => {
      const isShown = end - start <= left
      if (isShown) left -= end - start
      return isShown
    })
  return new Map(
    passages.map((passage) => [
      passage.ordinal,
      rights === 'full' || passage.kind === 'headline' ? whole(passage) : pick(passage),
    ]),
  )
}

/** The sentences that hold the whole of something that was found. */
function withFindings(sentences: readonly Range[], { mentions, dates, amounts }: PassageAnnotations): Range[] {
  const found = new Set(
    [...mentions, ...dates, ...amounts].map(({ span }) => {
      const sentence = sentenceAt(sentences, span.start)
      return sentence && span.end <= sentence.end ? sentence : undefined
    }),
  )
  return sentences.filter((sentence) => found.has(sentence))
}
