import type { WrittenCorrection } from '../../model/correction.ts'
import type { PermalinkRecord } from '../../model/permalink.ts'
import { isPassagePermalink } from '../../model/permalink.ts'
import type { Problem, Reported } from '../../model/problem.ts'
import type { Seed } from '../../model/source.ts'

/**
 * Gives each correction that names a passage by its id the text that was published under it. Of a source that may not
 * be shown in full no text is kept: there the words of the correction alone say where it applies.
 */
export function quoteCitedPassages(seeds: readonly Seed[], record: PermalinkRecord): Reported<Seed[]> {
  const texts = new Map(record.filter(isPassagePermalink).map(({ id, text }) => [id, text]))
  const problems: Problem[] = []
  const cite = (written: WrittenCorrection): WrittenCorrection => {
    const { passage } = written.correction.at
    if (passage === undefined) return written
    if (!texts.has(passage)) problems.push(tellUnknown(written, passage))
    const cited = texts.get(passage)
    return cited === undefined ? written : { ...written, cited }
  }
  return {
    value: seeds.map((seed) => (seed.corrections ? { ...seed, corrections: seed.corrections.map(cite) } : seed)),
    problems,
  }
}

function tellUnknown({ file, line, correction }: WrittenCorrection, passage: string): Problem {
  return {
    file,
    line,
    severity: 'error',
    rule: 'correction/unknown-passage',
    reason: `Unexpected passage ${passage}, expected the id of a published one`,
    hint: `at: { exact: ${JSON.stringify(correction.at.exact)} }`,
  }
}
