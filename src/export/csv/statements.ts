import { addressOfPassage, fullAddressOf } from '../view.ts'
import type { CsvTable } from './table.ts'
import { joinValues } from './table.ts'

/** One row an occurrence: a quotation that several sources print has several rows, the earliest first. */
export const quotations: CsvTable = {
  name: 'quotations',
  title: 'Quotations',
  hasKey: false,
  fields: [
    { name: 'quotation', type: 'string', description: 'Opaque id; the same for all occurrences of the same words' },
    { name: 'address', type: 'string', description: 'Permanent address of the page' },
    { name: 'occurrence', type: 'integer', description: 'Number of the occurrence, from 1' },
    { name: 'words', type: 'string', description: 'The words as this source prints them' },
    { name: 'mode', type: 'string', description: 'direct, fragment or reported' },
    { name: 'speaker', type: 'string', description: 'The speaker, when named and resolved', refersTo: 'entities' },
    { name: 'speaker_words', type: 'string', description: 'The speaker as this source prints it' },
    { name: 'told_to', type: 'string', description: 'The outlet that was told' },
    { name: 'source', type: 'string', description: 'The source', refersTo: 'sources' },
    { name: 'passage', type: 'string', description: 'Permanent address of the passage' },
    { name: 'date', type: 'string', description: 'Publication date of the source' },
    { name: 'certainty', type: 'string', description: 'How sure the speaker is: stated, inferred or editor' },
    { name: 'rule', type: 'string', description: 'The rule that found the words' },
    {
      name: 'caveat',
      type: 'string',
      description: 'Permanent address of the passage in which the source says that it could not confirm what was said',
    },
  ],
  rows: (view) =>
    view.quotations.flatMap(({ id, mode, speaker, occurrences }) =>
      occurrences.map((occurrence, index) => [
        ...[
          id,
          fullAddressOf(view, id),
          index + 1,
          occurrence.words,
          mode,
          speaker?.id,
          occurrence.speakerWords,
          occurrence.toldTo,
        ],
        ...[
          occurrence.source,
          addressOfPassage(view, occurrence),
          occurrence.date,
          occurrence.certainty,
          occurrence.rule,
          occurrence.caveat && addressOfPassage(view, occurrence.caveat),
        ],
      ]),
    ),
}

/** One row a statement of a figure; rows with the same figure speak of one quantity and are never added up. */
export const figures: CsvTable = {
  name: 'figures',
  title: 'Figures',
  hasKey: false,
  fields: [
    { name: 'figure', type: 'string', description: 'Opaque id of the quantity' },
    { name: 'address', type: 'string', description: 'Permanent address of the page' },
    { name: 'quantity', type: 'string', description: 'Kind of quantity' },
    { name: 'counted', type: 'string', description: 'What is counted' },
    { name: 'words', type: 'string', description: 'The number as printed, with its hedge' },
    { name: 'low', type: 'number', description: 'Least that the words allow; empty when open' },
    { name: 'high', type: 'number', description: 'Most that the words allow; empty when open' },
    { name: 'unit', type: 'string', description: 'count, percent, date or an ISO 4217 code' },
    { name: 'place', type: 'string', description: 'The place the sentence gives', refersTo: 'entities' },
    { name: 'period', type: 'string', description: 'The days or the length of time, as printed' },
    { name: 'period_first_day', type: 'date', description: 'First day of the period' },
    { name: 'period_last_day', type: 'date', description: 'Last day of the period' },
    { name: 'credited', type: 'string', description: 'Who is credited with it, as printed' },
    { name: 'credited_entity', type: 'string', description: 'The same, when the words name one', refersTo: 'entities' },
    { name: 'source', type: 'string', description: 'The source', refersTo: 'sources' },
    { name: 'passage', type: 'string', description: 'Permanent address of the passage' },
    { name: 'date', type: 'string', description: 'Publication date of the source' },
    { name: 'sentence', type: 'string', description: 'The sentence that states it' },
    { name: 'certainty', type: 'string', description: 'stated, inferred or editor' },
    { name: 'rule', type: 'string', description: 'The rule that found the number' },
    {
      name: 'caveat',
      type: 'string',
      description: 'Permanent address of the passage in which the source says that it could not confirm it',
    },
  ],
  rows: (view) =>
    view.figures.flatMap(({ id, quantity, rows }) =>
      rows.map((row) => [
        ...[id, fullAddressOf(view, id), quantity, row.counted, row.words, row.low, row.high, row.unit, row.place?.id],
        ...[row.period?.words, row.period?.lo, row.period?.hi, row.credited?.words, row.credited?.entity?.id],
        ...[
          row.source,
          addressOfPassage(view, row),
          row.date,
          row.sentence,
          row.certainty,
          row.rule,
          row.caveat && addressOfPassage(view, row.caveat),
        ],
      ]),
    ),
}

/** One row per dated event, by first day; those without a day come last. */
export const timeline: CsvTable = {
  name: 'timeline',
  title: 'Dated statements',
  hasKey: true,
  fields: [
    { name: 'id', type: 'string', description: 'Opaque id' },
    { name: 'address', type: 'string', description: 'Permanent address of the page' },
    { name: 'first_day', type: 'date', description: 'First day it can have been on; empty when open' },
    { name: 'last_day', type: 'date', description: 'Last day it can have been on; empty when open' },
    { name: 'edtf', type: 'string', description: 'The same as Extended Date/Time Format (ISO 8601-2)' },
    { name: 'precision', type: 'string', description: 'How exact the words are: day, month, year …' },
    { name: 'certainty', type: 'string', description: 'stated, inferred or editor' },
    { name: 'mode', type: 'string', description: 'reported, plan or denied' },
    { name: 'is_placed', type: 'boolean', description: 'False when no source gives the year or the day' },
    { name: 'summary', type: 'string', description: 'The sentence that tells it first' },
    { name: 'entities', type: 'string', description: 'Ids of the entities named, separated by " | "' },
    {
      name: 'passages',
      type: 'string',
      description: 'Permanent addresses of the passages that tell it, separated by " | "',
    },
    {
      name: 'caveat',
      type: 'string',
      description:
        'Permanent addresses of the passages in which a source says that it could not confirm it, separated by " | "',
    },
    {
      name: 'disputed',
      type: 'string',
      description: 'Why it did not happen as a source reports it, where an editor says so, separated by " | "',
    },
  ],
  rows: (view) =>
    view.datedEvents.map(({ id, lo, hi, edtf, precision, certainty, mode, isPlaced, summary, entities, reports }) => [
      ...[id, fullAddressOf(view, id), lo, hi, edtf, precision, certainty, mode, isPlaced, summary],
      ...[
        joinValues(entities.map((entity) => entity.id)),
        joinValues(reports.map((report) => addressOfPassage(view, report))),
      ],
      joinValues([...new Set(reports.flatMap(({ caveat }) => (caveat ? [addressOfPassage(view, caveat)] : [])))]),
      joinValues(reports.flatMap(({ disputed }) => disputed?.reason ?? [])),
    ]),
}
