import { tellCorrection } from '../../../text/quoted-place.ts'
import type { WrittenPlacedCorrection } from '../../../model/correction.ts'
import type { Problem } from '../../../model/problem.ts'

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
