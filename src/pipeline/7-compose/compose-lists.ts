import type { Composition } from './composition.ts'
import { entriesOfContradictions, entriesOfCoverage, entriesOfOrigins } from './entries-of-comparison.ts'
import { entriesOfFigures } from './entries-of-figures.ts'
import { entriesOfDatedEvents } from './entries-of-dated-events.ts'
import { entriesOfQuotations } from './entries-of-quotations.ts'
import { entriesOfWords } from './entries-of-words.ts'

/** The entries of the lists beside the MDX, by the names of their files under `content/`. */
export function composeLists(composition: Composition) {
  return composition.withhold({
    timeline: entriesOfDatedEvents(composition),
    quotations: entriesOfQuotations(composition),
    figures: entriesOfFigures(composition),
    words: entriesOfWords(composition),
    origins: entriesOfOrigins(composition),
    coverage: entriesOfCoverage(composition),
    contradictions: entriesOfContradictions(composition),
  })
}
