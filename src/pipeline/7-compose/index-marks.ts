import type { Range } from '../../model/span.ts'
import type { Annotation } from '../../markup/nest-annotations.ts'

/** Marks that touch a range of their passage's text (UTF-16 code units). */
export type FindMarks = (range: Range) => Annotation[]

/** Code units that are looked up together: about as much as a paragraph. */
const STRETCH = 1000

/** Indexes the marks of one passage by place, so that a sentence of a long passage is found as fast as one of a short. */
export function indexMarks(marks: readonly Annotation[]): FindMarks {
  const stretches = new Map<number, Annotation[]>()
  for (const mark of marks) {
    for (const stretch of stretchesOf(mark)) {
      const known = stretches.get(stretch)
      if (known) known.push(mark)
      else stretches.set(stretch, [mark])
    }
  }
  return (range) => [...new Set(stretchesOf(range).flatMap((stretch) => stretches.get(stretch) ?? []))].filter(({ start, end }) => start < range.end && end > range.start)
}

function stretchesOf({ start, end }: Range): number[] {
  const first = Math.floor(start / STRETCH)
  return Array.from({ length: Math.floor(end / STRETCH) - first + 1 }, (_, index) => first + index)
}
