import { readData } from '../../../text/read-data.ts'
import type { ColumnUse as Use, FieldMapping } from '../../../model/dossier.ts'
import type { Stated, StatedField } from '../../../model/extracted.ts'
import { findDay } from '../dates/find-day.ts'
import type { Note, ReadArticle, ReadBlock, ReadFile } from '../formats/format.ts'
import { Refusal } from '../formats/format.ts'
import { isMarkup, readFragment } from '../html/parse-page.ts'
import { splitAuthors } from '../html/read-metadata.ts'
import { languageTag } from '../labels.ts'
import { sha256Of } from '../../../text/hash.ts'

/** A row of a table, or an object of a scraper's file. */
export interface RecordRow {
  readonly fields: Readonly<Record<string, unknown>>
  /** Row or line in the file, counted from 1. */
  readonly row: number
}

const plain = (name: string) =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')

const lists: Readonly<Record<string, string[]>> = readData('./fields.yml', import.meta.url)
const NAMES = Object.entries(lists).map(([use, names]) => [use, names.map(plain)] as const)

/** Mean length, in UTF-16 code units, from which on a column without a known name holds texts. */
const LEAST_TEXT = 150

interface Reading {
  readonly encoding: string
  readonly unit: 'row' | 'line'
  readonly mapping?: FieldMapping | undefined
}

/**
 * Makes an article of each row. The use of a column follows from its name or from the mapping of `dossier.yml`; a column
 * without a name that is known, with long texts in it, is the text.
 *
 * @throws Refusal when no column holds texts
 */
export function readRecords(rows: readonly RecordRow[], reading: Reading): ReadFile {
  const columns = chooseColumns(rows, reading.mapping)
  if (columns.text === undefined && columns.excerpt === undefined)
    throw new Refusal({
      rule: 'read/no-text-column',
      reason: `Unexpected columns ${[...new Set(rows.flatMap(({ fields }) => Object.keys(fields)))].slice(0, 12).join(', ')}; none holds the texts`,
      hint: 'Name the columns in seeds/dossier.yml:\ncolumns:\n  text: Body\n  headline: Title',
    })
  const notes: Note[] = []
  const articles = rows.flatMap((row) => readRow(row, columns, reading, notes))
  return { articles: withDistinctLocators(articles), notes }
}

type Columns = Partial<Record<Use, string>>

function chooseColumns(rows: readonly RecordRow[], mapping: FieldMapping = {}): Columns {
  const titles = [...new Set(rows.slice(0, 200).flatMap(({ fields }) => Object.keys(fields)))]
  const taken = new Set<string>(Object.values(mapping))
  const columns: Columns = { ...mapping }
  for (const [use, names] of NAMES) {
    if (columns[use as Use] !== undefined) continue
    const found = names
      .flatMap((name) =>
        titles.filter((title) => plain(title) === name && !taken.has(title) && fits(rows, title, use as Use)),
      )
      .at(0)
    if (found === undefined) continue
    columns[use as Use] = found
    taken.add(found)
  }
  if (columns.text === undefined) {
    const longest = titles
      .filter((title) => !taken.has(title) || title === columns.excerpt)
      .map((title) => [title, meanLength(rows, title)] as const)
      .toSorted(([, a], [, b]) => b - a)[0]
    if (longest && longest[1] > LEAST_TEXT && longest[0] !== columns.excerpt) columns.text = longest[0]
  }
  return columns
}

const valueOf = ({ fields }: RecordRow, title: string | undefined) => (title === undefined ? undefined : fields[title])

function meanLength(rows: readonly RecordRow[], title: string): number {
  const lengths = rows.slice(0, 200).map((row) => words(valueOf(row, title)).length)
  return lengths.reduce((sum, length) => sum + length, 0) / Math.max(1, lengths.length)
}

/** The values must fit the name: texts are long, dates are dates, addresses are addresses. */
function fits(rows: readonly RecordRow[], title: string, use: Use): boolean {
  const values = rows
    .slice(0, 50)
    .map((row) => words(valueOf(row, title)))
    .filter(Boolean)
  if (values.length === 0) return false
  const most = (test: (value: string) => boolean) => values.filter(test).length * 2 >= values.length
  if (use === 'text') return most((value) => value.length > 80 && !/^https?:\S+$/.test(value))
  if (use === 'date' || use === 'accessed')
    return most((value) => findDay(value) !== undefined || instantDay(value) !== undefined)
  if (use === 'url') return most((value) => /^https?:\/\//i.test(value))
  if (use === 'headline' || use === 'publisher') return most((value) => value.length < 400 && !/^https?:/.test(value))
  return true
}

function words(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (typeof value === 'number' || typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return value.map(words).filter(Boolean).join('\n\n')
  if (typeof value === 'object' && value !== null) {
    const { name, title, text, plain_text } = value as Record<string, unknown>
    return words(name ?? title ?? text ?? plain_text)
  }
  return ''
}

/** Seconds or milliseconds since 1970. */
function instantDay(value: string): string | undefined {
  if (!/^\d{9,10}(?:\.\d+)?$|^\d{12,13}$/.test(value)) return undefined
  const seconds = Number(value) > 1e11 ? Number(value) / 1000 : Number(value)
  return new Date(Math.floor(seconds) * 1000).toISOString().slice(0, 10)
}

function readRow(row: RecordRow, columns: Columns, { encoding, unit }: Reading, notes: Note[]): ReadArticle[] {
  const say = (use: Use) => words(valueOf(row, columns[use]))
  const placeOf = (use: Use) => `${unit === 'row' ? 'column' : 'key'} “${columns[use]}”, ${unit} ${row.row}`
  const [full, excerpt] = [say('text'), say('excerpt')]
  if (full === '' && excerpt === '') {
    notes.push({
      rule: 'read/empty-row',
      reason: `Unexpected ${unit} ${row.row} without a text; it was left out`,
      line: row.row,
    })
    return []
  }
  const isExcerpt = full === ''
  const use = isExcerpt ? 'excerpt' : 'text'
  const headline = say('headline')
  const blocks: ReadBlock[] = [
    ...(headline
      ? [{ text: headline, role: 'headline' as const, place: { element: columns.headline!, row: row.row } }]
      : []),
    ...splitText(isExcerpt ? excerpt : full).map((block) => ({
      ...block,
      place: { element: columns[use]!, row: row.row },
    })),
  ]
  const accessed = findDay(say('accessed'))
  const stated = stateRow(say, placeOf, valueOf(row, columns.authors))
  const page = say('page')
  const key = say('key')
  return [
    {
      locator: say('url') || key || headline || `${unit} ${row.row}`,
      ownSha256: sha256Of(JSON.stringify(row.fields)),
      blocks,
      encoding,
      stated,
      provenance: { ...(accessed && { accessed }), ...(key && { accession: key }), ...(page && { printedPage: page }) },
      ...(isExcerpt && {
        form: 'excerpt' as const,
        notes: [
          {
            rule: 'read/excerpt',
            reason: 'Unexpected excerpt only, expected the text of the article',
            hint: 'Export the full texts too.',
          },
        ],
      }),
    },
  ]
}

function stateRow(say: (use: Use) => string, placeOf: (use: Use) => string, rawAuthors: unknown): Stated[] {
  const one = (field: StatedField & Use, value: string | readonly string[] | undefined, raw?: string): Stated[] =>
    value === undefined || value.length === 0
      ? []
      : [
          {
            field,
            value: typeof value === 'string' ? value : [...value],
            place: placeOf(field),
            ...(raw !== undefined && raw !== value && { words: raw }),
          },
        ]
  const date = say('date')
  const authors = Array.isArray(rawAuthors) ? rawAuthors.map(words).filter(Boolean) : splitAuthors(words(rawAuthors))
  return [
    ...one('headline', say('headline')),
    ...one('publisher', say('publisher')),
    ...one('authors', authors),
    ...one('date', findDay(date) ?? instantDay(date), date),
    ...one('url', /^https?:\/\//i.test(say('url')) ? say('url') : undefined),
    ...one('language', languageTag(say('language'))),
  ]
}

/** Paragraphs of a field: markup is read as such; else blank lines part them, or single line ends where there are no blank lines. */
export function splitText(text: string): ReadBlock[] {
  if (isMarkup(text)) return readFragment(text)
  const parts = /\n[ \t]*\r?\n/.test(text) ? text.split(/\r?\n[ \t]*(?:\r?\n[ \t]*)+/) : text.split(/\r?\n/)
  return parts.filter((part) => part.trim() !== '').map((part) => ({ text: part, role: 'paragraph' }))
}

/** Two rows with one address: the later ones are numbered. */
export function withDistinctLocators(articles: readonly ReadArticle[]): ReadArticle[] {
  const seen = new Map<string, number>()
  return articles.map((article) => {
    if (article.locator === undefined) return article
    const count = (seen.get(article.locator) ?? 0) + 1
    seen.set(article.locator, count)
    return count === 1 ? article : { ...article, locator: `${article.locator} (${count})` }
  })
}
