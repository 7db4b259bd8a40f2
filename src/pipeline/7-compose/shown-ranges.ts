import type { Passage } from '../../model/passage.ts'
import type { Source } from '../../model/source.ts'
import type { Range } from '../../model/span.ts'
import { splitSentences } from '../../text/sentences.ts'
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
export function shownRanges({ rights, passages }: Source, annotationsOf: (ordinal: number) => PassageAnnotations): ReadonlyMap<number, Range[]> {
  const whole = ({ text }: Passage): Range[] => [{ start: 0, end: text.length }]
  const body = passages.filter(({ kind }) => kind !== 'headline')
  let left = rights === 'excerpt' ? EXCERPT_SHARE * body.reduce((sum, { text }) => sum + text.length, 0) : 0
  const pick = (passage: Passage): Range[] =>
    splitSentences(passage.text).filter(({ start, end }) => {
      const isShown = hasFinding(annotationsOf(passage.ordinal), { start, end }) && end - start <= left
      if (isShown) left -= end - start
      return isShown
    })
  return new Map(passages.map((passage) => [passage.ordinal, rights === 'full' || passage.kind === 'headline' ? whole(passage) : pick(passage)]))
}

function hasFinding({ mentions, dates, amounts }: PassageAnnotations, { start, end }: Range): boolean {
  return [...mentions, ...dates, ...amounts].some(({ span }) => span.start >= start && span.end <= end)
}
