import type { Span } from '../../model/passage.ts'

/** Whether two spans of one source share at least one code unit. */
export function isOverlapping(a: Span, b: Span): boolean {
  return a.passage === b.passage && a.start < b.end && b.start < a.end
}
