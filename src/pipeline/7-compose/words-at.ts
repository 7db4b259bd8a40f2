import type { SpanInFile } from '../../model/span.ts'
import type { Composition } from './composition.ts'

/** The words of a passage at a span. */
export function wordsAt({ sourceOf }: Composition, { file, passage, start, end }: SpanInFile): string {
  return sourceOf(file).passages.find(({ ordinal }) => ordinal === passage)!.text.slice(start, end)
}
