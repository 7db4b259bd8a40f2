import type { SpanInFile } from '../../model/passage.ts'
import type { Composition } from './composition.ts'

/** The words of a passage at a span. */
export function wordsAt({ passageOf }: Composition, { file, passage, start, end }: SpanInFile): string {
  return passageOf(file, passage).text.slice(start, end)
}
