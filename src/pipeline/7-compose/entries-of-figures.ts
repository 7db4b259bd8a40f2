import type { FigureEntry } from '../../model/entry.ts'
import type { FigureRow, FigureTable, FigurePeriod } from '../../model/figure.ts'
import type { Composition } from './composition.ts'
import { referToCaveat, referToEntity, referToPassage } from './refer.ts'
import { wordsAt } from './words-at.ts'

/** The lines of `content/figures.json`: the claim ledger, a table a quantity, a row a statement. */
export function entriesOfFigures(composition: Composition): FigureEntry[] {
  return composition.dossier.figures.map((table) => entryOf(composition, table))
}

function entryOf(
  composition: Composition,
  { rows, place, period, beside, likely: _, ...table }: FigureTable,
): FigureEntry {
  const idOf = (key: string) => composition.addresses.figures.get(key)!.id
  return {
    id: idOf(table.key),
    ...table,
    ...(place && { place: referToEntity(composition, place) }),
    ...(period && { period: periodOf(period) }),
    rows: rows.map((row) => rowOf(composition, row)),
    beside: beside.map(({ key, ...step }) => ({ id: idOf(key), ...step })),
  }
}

function rowOf(
  composition: Composition,
  { at, sentence, place, period, credited, caveat, ...row }: FigureRow,
): FigureEntry['rows'][number] {
  return {
    ...referToPassage(composition, at),
    ...row,
    sentence: wordsAt(composition, sentence),
    ...(place && { place: referToEntity(composition, place) }),
    ...(period && { period: periodOf(period) }),
    ...(credited && {
      credited: {
        words: credited.words,
        ...(credited.entity && { entity: referToEntity(composition, credited.entity) }),
      },
    }),
    ...referToCaveat(composition, caveat, at),
  }
}

function periodOf({ at: _, ...period }: FigurePeriod): Omit<FigurePeriod, 'at'> {
  return period
}
