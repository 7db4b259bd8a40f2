import type { QuoteSelector, WrittenCorrection } from '../../model/correction.ts'
import type { WrittenJointCorrection } from '../../model/joint-correction.ts'
import { placesOf } from '../../model/joint-correction.ts'
import type { PermalinkRecord } from '../../model/permalink.ts'
import { isPassagePermalink } from '../../model/permalink.ts'
import type { Problem, Reported } from '../../model/problem.ts'
import type { Seed } from '../../model/source.ts'
import { correctionProblem } from '../../text/quoted-place.ts'

interface Corrected {
  readonly seeds: readonly Seed[]
  readonly corrections: readonly WrittenJointCorrection[]
}

/**
 * Gives each correction that names a passage by its id the text that was published under it. Of a source that may not
 * be shown in full no text is kept: there the words of the correction alone say where it applies.
 */
export function quoteCitedPassages({ seeds, corrections }: Corrected, record: PermalinkRecord): Reported<Corrected> {
  const texts = new Map(record.filter(isPassagePermalink).map(({ id, text }) => [id, text]))
  const problems: Problem[] = []
  const quote = (written: { file: string; line: number }, { passage, exact }: QuoteSelector): string | undefined => {
    if (passage !== undefined && !texts.has(passage)) {
      const reason = `Unexpected passage ${passage}, expected the id of a published one`
      problems.push(correctionProblem(written, 'unknown-passage', reason, `at: { exact: ${JSON.stringify(exact)} }`))
    }
    return passage === undefined ? undefined : texts.get(passage)
  }
  const cite = (written: WrittenCorrection): WrittenCorrection => {
    const { correction } = written
    const cited = 'at' in correction ? quote(written, correction.at) : undefined
    return cited === undefined ? written : { ...written, cited }
  }
  const citeJoint = (written: WrittenJointCorrection): WrittenJointCorrection => {
    const cited = placesOf(written.correction).flatMap((place) => {
      const text = quote(written, place)
      return text === undefined ? [] : [[place.passage!, text] as const]
    })
    return cited.length === 0 ? written : { ...written, cited: new Map(cited) }
  }
  return {
    value: {
      seeds: seeds.map((seed) => (seed.corrections ? { ...seed, corrections: seed.corrections.map(cite) } : seed)),
      corrections: corrections.map(citeJoint),
    },
    problems,
  }
}
