import type { WrittenPlacedCorrection } from '../../../model/correction.ts'
import type { Span } from '../../../model/passage.ts'
import type { Problem } from '../../../model/problem.ts'
import type { Source } from '../../../model/source.ts'
import { findExact } from '../../../text/locate-quote.ts'
import { tellCorrection } from '../../../text/quoted-place.ts'

/** Where words stand in a source: the place nearest to another one, in its passage if possible, before it rather than behind. */
export function findWordsNear({ passages }: Pick<Source, 'passages'>, words: string, near: Span): Span | undefined {
  const distanceOf = ({ passage, start, end }: Span) =>
    passage === near.passage
      ? Math.max(start - near.end, near.start - end, 0)
      : 1_000_000 * Math.abs(passage - near.passage) + (passage > near.passage ? 1 : 0)
  return passages
    .flatMap((passage) => findExact(passage, words))
    .sort((a, b) => distanceOf(a) - distanceOf(b) || b.start - a.start)[0]
}

/** The place of words that hold or touch another place: the new bounds of what stands there. */
export function findWordsOver({ passages }: Pick<Source, 'passages'>, words: string, at: Span): Span | undefined {
  return passages
    .filter(({ ordinal }) => ordinal === at.passage)
    .flatMap((passage) => findExact(passage, words))
    .find(({ start, end }) => start < at.end && at.start < end)
}

/** What to say of words that stand nowhere in a source. */
export function refuseWords(field: string, words: string, hint: string): { reason: string; hint: string } {
  return { reason: `${field}: Unexpected words “${words}”, expected words of the article`, hint }
}

/** The words hold several findings. */
export function tellAmbiguous(written: WrittenPlacedCorrection, found: readonly string[]): Problem {
  return tellCorrection(
    written,
    'finding-ambiguous',
    `Unexpected words “${written.correction.at.exact}”, which hold ${found.length} of kind ${written.correction.kind}, expected one`,
    `Write the words of one: ${found.join('; ')}`,
  )
}

/** What the correction is about is not there, or it says something that cannot be. */
export const tellNothingThere = (written: WrittenPlacedCorrection, reason: string, hint: string): Problem =>
  tellCorrection(written, 'not-applicable', reason, hint)

/** Another correction says otherwise. */
export function tellConflict(written: WrittenPlacedCorrection, { file, line }: WrittenPlacedCorrection): Problem {
  return tellCorrection(
    written,
    'contradiction',
    `Unexpected second correction of “${written.correction.at.exact}”, which contradicts the one in ${file}:${line}`,
    'Keep one of the two.',
  )
}
