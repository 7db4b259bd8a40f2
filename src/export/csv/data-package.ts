import type { Published } from '../../markup/vocabulary.ts'
import type { WrittenFile } from '../../model/published-file.ts'
import { safeJson } from '../../text/escape.ts'
import { sha256Of } from '../../text/hash.ts'
import { listFileParts } from '../cut-large.ts'
import type { Packing } from '../pack-blocks.ts'
import { fullAddressOf, siteOf } from '../view.ts'
import { entities, mentions } from './names.ts'
import { figures, quotations, timeline } from './statements.ts'
import type { CsvTable, Field } from './table.ts'
import { joinValues, writeCsv, writePieces } from './table.ts'

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

/** Every CSV file; a table comes after those that it refers to. */
export const TABLES: readonly CsvTable[] = [sources, entities, mentions, quotations, timeline, figures]

/** The tables as CSV, and the Data Package (Frictionless Data, version 1) that describes their columns. */
export function exportTables(view: Published, packing: Packing = {}): WrittenFile[] {
  const files = TABLES.map((table) => ({
    path: `data/${table.name}.csv`,
    text: writeTable(table, view, packing),
  }))
  return [...files, { path: 'data/datapackage.json', text: `${describePackage(view, files)}\n` }]
}

function writeTable({ fields, rows, pieces }: CsvTable, view: Published, packing: Packing): string {
  const header = fields.map(({ name }) => name)
  return pieces ? writePieces(header, pieces(view), packing) : writeCsv(header, rows(view))
}

function describePackage(view: Published, files: readonly WrittenFile[]): string {
  const { title, description, licence } = view.settings
  return safeJson({
    profile: 'tabular-data-package',
    name: nameOf(title),
    ...(view.settings.site && { homepage: `${siteOf(view)}/` }),
    title,
    description: `${description} A text that a spreadsheet would run as a formula has an apostrophe in front.`,
    licenses: [/^[-\w.]+$/.test(licence) ? { name: licence } : { name: 'other', title: licence }],
    resources: TABLES.map((table, index) => describeResource(table, files[index]!)),
  })
}

function describeResource({ name, title, fields, hasKey }: CsvTable, file: WrittenFile): object {
  const { text } = file
  const parts = listFileParts(file)
  /* The specification allows no empty list of them. */
  const references = fields.flatMap(describeReference)
  return {
    profile: 'tabular-data-resource',
    name,
    path: parts.length > 1 ? parts : parts[0],
    title,
    format: 'csv',
    mediatype: 'text/csv',
    encoding: 'utf-8',
    bytes: Buffer.byteLength(text),
    hash: `sha256:${sha256Of(text)}`,
    dialect: { delimiter: ',', quoteChar: '"', doubleQuote: true, lineTerminator: '\r\n', header: true },
    schema: {
      fields: fields.map(({ refersTo: _, ...field }) => field),
      missingValues: [''],
      ...(hasKey && { primaryKey: 'id' }),
      ...(references.length > 0 && { foreignKeys: references }),
    },
  }
}

function describeReference({ name, refersTo }: Field): object[] {
  return refersTo === undefined ? [] : [{ fields: name, reference: { resource: refersTo, fields: 'id' } }]
}

/** Lower case Latin letters, digits and hyphens, as the name of a package must be. */
function nameOf(title: string): string {
  return (
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .replace(/^-|-$/g, '') || 'dossier'
  )
}
