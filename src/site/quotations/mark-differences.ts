import { t } from '../text/text.ts'
import type { QuotationEntry } from '../../model/entry.ts'

type Difference = NonNullable<QuotationEntry['occurrences'][number]['differs']>[number]

/** A run of an occurrence's words; with a difference when the first occurrence has something else there. */
export interface PrintedRun {
  readonly words: string
  readonly difference?: Difference
}

/** Cuts the words of an occurrence where they differ from the first; a run of no words is where words are missing. */
export function markDifferences(words: string, differs: readonly Difference[] = []): PrintedRun[] {
  const runs: PrintedRun[] = []
  let done = 0
  for (const difference of differs.toSorted((a, b) => a.start - b.start)) {
    runs.push(
      { words: words.slice(done, difference.start) },
      { words: words.slice(difference.start, difference.end), difference },
    )
    done = difference.end
  }
  return [...runs, { words: words.slice(done) }].filter((run) => run.words !== '' || run.difference)
}

/** What a difference is, for those who point at it or hear the page: "spelling: “grey” in the first occurrence". */
export function describeDifference({ kind, first }: Difference): string {
  return t.quotations.differs(kind, first)
}
