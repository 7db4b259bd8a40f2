import { parse } from 'csv-parse/sync'
import { decodeText } from './text.ts'
import type { Format, FormatInput, Note, ReadFile } from './format.ts'
import { Refusal } from './format.ts'
import { readRecords } from '../records/read-records.ts'

const MAX_ROWS = 20_000

/** Tables with a row for each article, as scrapers and media monitors export them. */
export const csv: Format = {
  name: 'csv',
  version: 1,
  maxBytes: 200_000_000,
  extensions: ['.csv', '.tsv'],
  recognises: ({ extension, bytes }) => ['.csv', '.tsv'].includes(extension) && !bytes.includes(0),
  read: readTable,
}

function readTable({ file, bytes, encoding: declared, mapping }: FormatInput): ReadFile {
  const { text, encoding, notes } = decodeText(file, bytes, declared)
  const allNotes: Note[] = [...notes]
  const rows: string[][] = parse(text, {
    delimiter: delimiterOf(text),
    relax_column_count: true,
    relax_quotes: true,
    skip_empty_lines: true,
    skip_records_with_error: true,
    to: MAX_ROWS + 1,
    on_skip: (error) => {
      allNotes.push({
        rule: 'read/broken-row',
        reason: `Unexpected row that cannot be read: ${error?.message ?? ''}`.slice(0, 300),
        ...(typeof error?.lines === 'number' && { line: error.lines }),
      })
      return undefined
    },
  })
  const [head, ...body] = rows
  if (!head || body.length === 0)
    throw new Refusal({
      rule: 'read/no-rows',
      reason: 'Unexpected table without rows, expected a line of column titles and a row for each article',
    })
  if (body.length >= MAX_ROWS)
    allNotes.push({
      rule: 'read/too-many-rows',
      reason: `Unexpected more than ${MAX_ROWS} rows; those after them were not read`,
      hint: 'Split the table.',
    })
  const records = body.slice(0, MAX_ROWS).map((row, index) => ({
    fields: Object.fromEntries(head.map((title, column) => [title.trim(), row[column] ?? ''])),
    row: index + 2,
  }))
  const read = readRecords(records, { encoding, unit: 'row', mapping })
  return { ...read, notes: [...allNotes, ...read.notes] }
}

/** The delimiter that the first line has most of. */
function delimiterOf(text: string): string {
  const [line = ''] = text.split('\n', 1)
  const counts = [',', ';', '\t', '|'].map((sign) => [sign, line.split(sign).length] as const)
  return counts.toSorted(([, a], [, b]) => b - a)[0]![0]
}
