import { fullAddressOf } from '../view.ts'
import type { CsvTable } from './table.ts'
import { joinValues } from './table.ts'

/** One row a source, by date. */
export const sources: CsvTable = {
  name: 'sources',
  title: 'Sources',
  hasKey: true,
  fields: [
    { name: 'id', type: 'string', description: 'Opaque id' },
    { name: 'address', type: 'string', description: 'Permanent address of the page' },
    { name: 'version', type: 'integer', description: 'Version of the text, from 1' },
    { name: 'title', type: 'string', description: 'Headline, or first words where there is none' },
    { name: 'is_title_made', type: 'boolean', description: 'True when the title is not the headline' },
    { name: 'publisher', type: 'string', description: 'Publisher, where it is known' },
    { name: 'authors', type: 'string', description: 'Authors, separated by " | "' },
    { name: 'date', type: 'string', description: 'Day, month or year of publication, ISO 8601' },
    { name: 'url', type: 'string', description: 'Address of the original' },
    { name: 'language', type: 'string', description: 'BCP 47 tag' },
    { name: 'rights', type: 'string', description: 'How much of the text is shown: full, excerpt or citation' },
    { name: 'form', type: 'string', description: 'original, digest, translation or excerpt' },
    { name: 'passages', type: 'integer', description: 'Number of passages, the headline included' },
    { name: 'file', type: 'string', description: 'The clipping, from the root of the dossier' },
    { name: 'sha256', type: 'string', description: 'SHA-256 of the clipping' },
  ],
  rows: (view) =>
    view.sources.map(
      ({
        entry: {
          id,
          title,
          isTitleMade,
          publisher,
          authors,
          date,
          url,
          language,
          rights,
          form,
          passages,
          file,
          sha256,
        },
      }) => [
        ...[id, fullAddressOf(view, id), view.pages.get(id)?.version ?? 1],
        ...[
          title,
          isTitleMade,
          publisher,
          joinValues(authors),
          date,
          url,
          language,
          rights,
          form,
          passages.length,
          file,
          sha256,
        ],
      ],
    ),
}
