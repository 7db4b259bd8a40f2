import type { CoverageRow, WordingRow } from '../../model/comparison.ts'
import type { DatedEvent, EventReport } from '../../model/date.ts'
import type {
  ContradictionEntry,
  CoverageEntry,
  DatedEventEntry,
  FigureEntry,
  OriginEntry,
  QuotationEntry,
  WordChoiceEntry,
  WordingEntry,
} from '../../model/entry.ts'
import type { FigurePeriod, FigureRow, FigureTable } from '../../model/figure.ts'
import type { Composition } from './composition.ts'
import { judgeJoin } from '../../model/evidence.ts'
import { referToCaveat, referToEntity, referToPassage, wordsAt } from './refer.ts'

/** The lines of `content/timeline.json`: dated statements by first day, then those that no source places. */
export function entriesOfDatedEvents(composition: Composition): DatedEventEntry[] {
  const { datedEvents, unplaced } = composition.dossier
  return [
    ...datedEvents.map((one) => entryOf(composition, one, true)),
    ...unplaced.map((one) => entryOf(composition, one, false)),
  ]
}

function entryOf(composition: Composition, datedEvent: DatedEvent, isPlaced: boolean): DatedEventEntry {
  const { key, entities, participants, places, reports, possiblySame, followedBy, contradictedBy, mode, ...rest } =
    datedEvent
  const idOf = (other: string) => composition.addresses.datedEvents.get(other)!.id
  const idsOf = (keys: readonly string[] = []) => keys.map((entity) => composition.pageOfEntity(entity).id)
  const link = <T extends { key: string }>(links: readonly T[] = []) =>
    links.map(({ key: other, ...step }) => ({ id: idOf(other), ...step }))
  return {
    id: idOf(key),
    ...rest,
    joined: rest.joined.map(judgeJoin),
    mode: mode ?? reports[0]!.mode,
    isPlaced,
    entities: entities.map((entity) => referToEntity(composition, entity)),
    participants: idsOf(participants),
    places: idsOf(places),
    reports: reports.map((report) => entryOfReport(composition, report)),
    possiblySame: link(possiblySame),
    followedBy: link(followedBy),
    contradictedBy: link(contradictedBy),
  }
}

function entryOfReport(
  composition: Composition,
  { sentence, date, mode, rule, reason, caveat, disputed }: EventReport,
): DatedEventEntry['reports'][number] {
  const dated = composition.annotationsOf(date.file, date.passage).dates.find(({ span }) => span.start === date.start)
  return {
    ...referToPassage(composition, sentence),
    sentence: wordsAt(composition, sentence),
    words: wordsAt(composition, date),
    mode,
    ...(rule && { modeRule: rule }),
    ...(reason && { modeReason: reason }),
    reason: dated?.reason ?? '',
    ...(dated && { rule: dated.rule, certainty: dated.certainty }),
    ...referToCaveat(composition, caveat, date),
    ...(disputed && { disputed }),
  }
}

/** The lines of `content/quotations.json`: each quotation with its occurrences, the earliest dated first. */
export function entriesOfQuotations(composition: Composition): QuotationEntry[] {
  return composition.dossier.quotations.map(({ key, speaker, occurrences, ...quotation }) => ({
    id: composition.addresses.quotations.get(key)!.id,
    ...quotation,
    ...(speaker && { speaker: referToEntity(composition, speaker) }),
    ...(occurrences[0]?.certainty && { certainty: occurrences[0].certainty }),
    occurrences: occurrences.map(({ at, speaker: _, caveat, ...occurrence }) => ({
      ...referToPassage(composition, at[0]!),
      ...occurrence,
      joined: occurrence.joined && judgeJoin(occurrence.joined),
      ...referToCaveat(composition, caveat, at[0]!),
    })),
  }))
}

/** The lines of `content/figures.json`: the claim ledger, a table a quantity, a row a statement. */
export function entriesOfFigures(composition: Composition): FigureEntry[] {
  return composition.dossier.figures.map((table) => tableEntry(composition, table))
}

function tableEntry(
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
    joined: row.joined && judgeJoin(row.joined),
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

/** The lines of `content/origins.json`: which sources go back to one origin, and what shows it. */
export function entriesOfOrigins(composition: Composition): OriginEntry[] {
  const idOf = (file: string) => composition.pageOfSource(file).id
  return composition.dossier.origins.map(({ files, credited, links }) => ({
    id: idOf(files[0]!),
    sources: files.map(idOf),
    credited,
    links: links.map(({ files: [a, b], passages, ...step }) => ({
      ...judgeJoin(step),
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
    ...datedEvents.map((row) => entryOf(row, addresses.datedEvents.get(row.key)!.id, 'dated-event')),
    ...quotations.map((row) => entryOf(row, addresses.quotations.get(row.key)!.id, 'quotation')),
    ...figures.map((row) => entryOf(row, addresses.figures.get(row.key)!.id, 'figure')),
  ]
}

/** The lines of `content/contradictions.json`: statements that cannot both be right. */
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
