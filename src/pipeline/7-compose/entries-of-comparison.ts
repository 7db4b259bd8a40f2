import type { CoverageRow, WordingRow } from '../../model/comparison.ts'
import type {
  ContradictionEntry,
  CoverageEntry,
  OriginEntry,
  WordChoiceEntry,
  WordingEntry,
} from '../../model/entry.ts'
import type { Composition } from './composition.ts'
import { referToEntity, referToPassage, wordsAt } from './refer.ts'

/** The lines of `content/origins.json`: which sources go back to one origin, and what shows it. */
export function entriesOfOrigins(composition: Composition): OriginEntry[] {
  const idOf = (file: string) => composition.pageOfSource(file).id
  return composition.dossier.origins.map(({ files, credited, links }) => ({
    id: idOf(files[0]!),
    sources: files.map(idOf),
    credited,
    links: links.map(({ files: [a, b], passages, ...step }) => ({
      ...step,
      sources: [idOf(a), idOf(b)],
      passages: passages.map((at) => referToPassage(composition, at)),
    })),
  }))
}

/** The lines of `content/coverage.json`: which sources speak of each entity, dated event, quotation and figure. */
export function entriesOfCoverage(composition: Composition): CoverageEntry[] {
  const { entities, datedEvents, quotations, figures } = composition.dossier.coverage
  const { addresses } = composition
  const entryOf = ({ key: _, cells, ...row }: CoverageRow, id: string, type: CoverageEntry['type']): CoverageEntry => ({
    id,
    type,
    ...row,
    cells: cells.map(({ file, count }) => ({ source: composition.pageOfSource(file).id, count })),
  })
  return [
    ...entities.map((row) => entryOf(row, composition.pageOfEntity(row.key).id, 'entity')),
    ...datedEvents.map((row) => entryOf(row, addresses.datedEvents.get(row.key)!.id, 'happening')),
    ...quotations.map((row) => entryOf(row, addresses.quotations.get(row.key)!.id, 'quotation')),
    ...figures.map((row) => entryOf(row, addresses.figures.get(row.key)!.id, 'figure')),
  ]
}

/** The lines of `content/contradictions.json`: statements that cannot both be right as they stand. */
export function entriesOfContradictions(composition: Composition): ContradictionEntry[] {
  return composition.dossier.contradictions.map(({ key, passages, entities, ...found }) => ({
    id: key,
    ...found,
    passages: passages.map((at) => ({ ...referToPassage(composition, at), words: wordsAt(composition, at) })),
    entities: entities.map((entity) => referToEntity(composition, entity)),
  }))
}

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
