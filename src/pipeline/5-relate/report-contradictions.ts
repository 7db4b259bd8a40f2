import type { Contradiction } from '../../model/contradiction.ts'
import type { Problem } from '../../model/problem.ts'
import type { Source } from '../../model/source.ts'
import type { SpanInFile } from '../../model/span.ts'
import { seedRange } from '../../text/seed-range.ts'

/** Tells every contradiction without a current answer as a problem, at the place of its first passage. */
export function reportContradictions(contradictions: readonly Contradiction[], sources: readonly Source[]): Problem[] {
  const byFile = new Map(sources.map((source) => [source.file, source]))
  return contradictions
    .filter(({ answer }) => !answer?.isCurrent)
    .map(({ rule, severity, reason, passages, written, key, hash, answer }) => ({
      ...(written ?? locate(passages[0], byFile)),
      severity,
      rule,
      reason: answer ? `${reason} It was answered (“${answer.reason}”), but its passages have changed since.` : reason,
      hint: `Mend it, or answer it in seeds/register/answers.yml:\n- key: ${JSON.stringify(key)}\n  reason: …\n  passages: "${hash}"`,
    }))
}

function locate(
  span: SpanInFile | undefined,
  byFile: ReadonlyMap<string, Source>,
): Pick<Problem, 'file' | 'line' | 'column'> {
  const source = span && byFile.get(span.file)
  const passage = source?.passages.find(({ ordinal }) => ordinal === span?.passage)
  if (!span || !source || !passage || span.end <= span.start) return { file: span?.file ?? 'seeds/register' }
  const before = source.text.slice(0, seedRange(passage, span).start).split('\n')
  return { file: span.file, line: before.length, column: Array.from(before.at(-1)!).length + 1 }
}
