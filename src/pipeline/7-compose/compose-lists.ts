import type { WrittenFile } from '../../model/written-file.ts'
import type { Composition } from './composition.ts'
import { describeDossier } from './describe-dossier.ts'
import { entriesOfContradictions, entriesOfCoverage, entriesOfOrigins } from './entries-of-comparison.ts'
import { entriesOfFigures } from './entries-of-figures.ts'
import { entriesOfHappenings } from './entries-of-happenings.ts'
import { entriesOfQuotations } from './entries-of-quotations.ts'
import { entriesOfWords } from './entries-of-words.ts'
import { writeLines } from './write-lines.ts'

/** The lists beside the MDX, one entry a line, and `content/dossier.json`. */
export function composeLists(composition: Composition): WrittenFile[] {
  const lists = {
    timeline: entriesOfHappenings(composition),
    quotations: entriesOfQuotations(composition),
    figures: entriesOfFigures(composition),
    words: entriesOfWords(composition),
    origins: entriesOfOrigins(composition),
    coverage: entriesOfCoverage(composition),
    contradictions: entriesOfContradictions(composition),
  }
  return [
    ...Object.entries(lists).map(([name, entries]) => ({ path: `content/${name}.json`, text: writeLines(composition.withhold(entries)) })),
    { path: 'content/dossier.json', text: `${JSON.stringify(composition.withhold(describeDossier(composition)), undefined, 2)}\n` },
  ]
}
