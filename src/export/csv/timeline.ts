import { fullAddressOf, addressOfPassage } from '../view.ts'
import type { CsvTable } from './table.ts'
import { joinValues } from './table.ts'

/** One row a dated statement, by first day; those that no source places stand last. */
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
  ],
  rows: (view) =>
    view.datedEvents.map(({ id, lo, hi, edtf, precision, certainty, mode, isPlaced, summary, entities, tellings }) => [
      ...[id, fullAddressOf(view, id), lo, hi, edtf, precision, certainty, mode, isPlaced, summary],
      ...[
        joinValues(entities.map((entity) => entity.id)),
        joinValues(tellings.map((telling) => addressOfPassage(view, telling))),
      ],
      joinValues([...new Set(tellings.flatMap(({ caveat }) => (caveat ? [addressOfPassage(view, caveat)] : [])))]),
    ]),
}
