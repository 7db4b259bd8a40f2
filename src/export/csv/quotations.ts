import { fullAddressOf, addressOfPassage } from '../view.ts'
import type { CsvTable } from './table.ts'

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
