import { fullAddressOf, addressOfPassage } from '../view.ts'
import type { CsvTable } from './table.ts'

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
