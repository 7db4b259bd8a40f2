import type { Contradiction } from '../model/comparison.ts'
import type { Dossier } from '../model/dossier.ts'
import type { Problem } from '../model/problem.ts'
import type { SpanInFile } from '../model/passage.ts'
import { positionAt } from '../text/lines.ts'
import { seedRange } from '../text/ranges.ts'

/**
 * Reports the contradictions of a dossier as problems: each at its first passage, with the words of all its passages in
 * the reason and the YAML that acknowledges it in the hint. Those that an editor has acknowledged are left out.
 */
export function checkContradictions(dossier: Dossier): Problem[] {
  return dossier.contradictions.filter(({ answer }) => !answer?.isCurrent).map((one) => problemOf(dossier, one))
}

function problemOf(
  dossier: Dossier,
  { rule, severity, reason, passages, written, key, hash, answer }: Contradiction,
): Problem {
  const places = passages.map((at) => locate(dossier, at))
  const [first] = places
  const where = written ?? (first ? { file: first.file, line: first.line, column: first.column } : { file: 'seeds' })
  const quoted = places.map(({ file, line, words }) => `\n  ${file}:${line}  “${words}”`).join('')
  const outdated = answer ? ' It was answered before its passages changed.' : ''
  return {
    ...where,
    severity,
    rule,
    reason: `${reason}${outdated}${quoted}`,
    hint: `To let it stand, write into seeds/register/answers.yml:\n- key: ${JSON.stringify(key)}\n  reason: "…"\n  passages: "${hash}"`,
  }
}

function locate({ sources }: Dossier, { file, passage: ordinal, start, end }: SpanInFile) {
  const source = sources.find((one) => one.file === file)!
  const passage = source.passages.find((one) => one.ordinal === ordinal)!
  const { line, column } = positionAt(source.text, seedRange(passage, { start, end }).start)
  return { file, line, column, words: passage.text.slice(start, end) }
}
