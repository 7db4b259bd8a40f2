import type { WordChoiceEntry, WordingEntry } from '../../model/entry.ts'
import type { WordingRow } from '../../model/label.ts'
import type { Composition } from './composition.ts'
import { referToPassage } from './refer.ts'

/** The lines of `content/words.json`: words that sources choose between for one thing. */
export function entriesOfWords(composition: Composition): WordChoiceEntry[] {
  return composition.dossier.wordings.choices.map(({ set, rows, ...choice }) => ({
    id: set,
    ...choice,
    rows: rows.map((row) => entryOfWording(composition, row)),
  }))
}

/** A wording with its uses by source, as a page shows it. */
export function entryOfWording(composition: Composition, { wording, form, sources }: WordingRow): WordingEntry {
  return {
    wording,
    form,
    sources: sources.map(({ file, uses }) => ({
      source: composition.pageOfSource(file).id,
      uses: uses.map(({ at, ...use }) => ({ ...referToPassage(composition, at), ...use })),
    })),
  }
}
