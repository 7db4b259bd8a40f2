import type { Stated } from '../../../model/extracted.ts'
import type { RecordRow } from '../records/read-records.ts'
import { languageTag } from '../labels.ts'
import { readRecords } from '../records/read-records.ts'
import type { Format, FormatInput, LibraryItem, Note, ReadFile } from './format.ts'
import { Refusal } from './format.ts'
import { decodeText } from './text.ts'

const MAX_ROWS = 20_000
const MAX_DEPTH = 64

/**
 * The output of scrapers: one article per object, in a list, under a key, or on a line each. CSL JSON is a reference
 * library.
 */
export const json: Format = {
  name: 'json',
  version: 1,
  maxBytes: 200_000_000,
  extensions: ['.json', '.jsonl', '.ndjson'],
  recognises: ({ text, extension }) =>
    ['.json', '.jsonl', '.ndjson'].includes(extension)
      ? /^[[{]/.test(text)
      : /^\[?\s*\{\s*"[^"\n]{1,60}"\s*:/.test(text),
  read: readJson,
}

function readJson({ file, bytes, encoding: declared, mapping }: FormatInput): ReadFile {
  const { text, encoding, notes } = decodeText(file, bytes, declared)
  const allNotes: Note[] = [...notes]
  const rows = readWhole(text) ?? readLines(text, allNotes)
  if (rows.length === 0)
    throw new Refusal({ rule: 'read/json', reason: 'Unexpected JSON without objects, expected an article an object' })
  if (rows.length > MAX_ROWS)
    allNotes.push({
      rule: 'read/too-many-rows',
      reason: `Unexpected more than ${MAX_ROWS} articles; those after them were not read`,
    })
  if (rows.every(({ fields }) => isCslItem(fields)))
    return readCsl(
      rows.map(({ fields }) => fields),
      allNotes,
    )
  const read = readRecords(rows.slice(0, MAX_ROWS), { encoding, unit: 'line', mapping })
  return { ...read, notes: [...allNotes, ...read.notes] }
}

type Fields = Readonly<Record<string, unknown>>
const isObject = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The file as one JSON text; undefined when it is a line each, or broken. */
function readWhole(text: string): RecordRow[] | undefined {
  if (/^\s*\{[^\n]*\}\s*\n\s*\{/.test(text.slice(0, 2_000_000))) return undefined
  refuseDeep(text)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    return /^\s*\{/.test(text) ? undefined : fail(text)
  }
  const list = Array.isArray(value) ? value : isObject(value) ? (longestList(value) ?? [value]) : []
  return list.filter(isObject).map((fields, index) => ({ fields, row: index + 1 }))
}

function fail(text: string): never {
  throw new Refusal({
    rule: 'read/json',
    reason: `Unexpected end or sign in JSON of ${text.length} characters, expected a list of objects`,
    hint: 'Export it again.',
  })
}

/** JSON nested so deep is no table of articles; the parser would run out of stack. */
function refuseDeep(text: string): void {
  let depth = 0
  let isString = false
  for (let at = 0; at < text.length; at += 1) {
    const sign = text.charCodeAt(at)
    if (isString) {
      if (sign === 92) at += 1
      else if (sign === 34) isString = false
    } else if (sign === 34) isString = true
    else if (sign === 91 || sign === 123) depth += 1
    else if (sign === 93 || sign === 125) depth -= 1
    if (depth > MAX_DEPTH)
      throw new Refusal({
        rule: 'read/too-deep',
        reason: `Unexpected JSON nested more than ${MAX_DEPTH} deep, expected a list of articles`,
      })
  }
}

/** `{"articles": […]}`, `{"response": {"docs": […]}}` */
function longestList(value: Fields, depth = 0): unknown[] | undefined {
  const lists = Object.values(value).flatMap((one) => {
    if (Array.isArray(one)) return one.some(isObject) ? [one] : []
    const inner = isObject(one) && depth < 3 ? longestList(one, depth + 1) : undefined
    return inner ? [inner] : []
  })
  return lists.toSorted((a, b) => b.length - a.length)[0]
}

/** A broken line is reported and hides no other. */
function readLines(text: string, allNotes: Note[]): RecordRow[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    if (line.trim() === '') return []
    try {
      const fields: unknown = JSON.parse(line)
      if (isObject(fields)) return [{ fields, row: index + 1 }]
    } catch {
      /* reported below */
    }
    allNotes.push({
      rule: 'read/broken-line',
      reason: `Unexpected line ${index + 1} that is not a whole JSON object; it was left out`,
      hint: 'The export may have been cut off: run it again.',
      line: index + 1,
    })
    return []
  })
}

/** True for an entry of CSL JSON, by the names that no scraper uses. */
function isCslItem(fields: Fields): boolean {
  return (
    typeof fields['type'] === 'string' &&
    'id' in fields &&
    ('issued' in fields || 'container-title' in fields || isNames(fields['author'])) &&
    !('text' in fields) &&
    !('body' in fields)
  )
}

const isNames = (value: unknown) =>
  Array.isArray(value) &&
  value.some((one) => typeof one === 'object' && one !== null && ('family' in one || 'literal' in one))

/** Reads entries of CSL JSON, as Zotero exports them. */
function readCsl(entries: readonly Fields[], notes: readonly Note[]): ReadFile {
  return { articles: [], notes, items: entries.map(readEntry) }
}

function readEntry(entry: Fields): LibraryItem {
  const key = String(entry['id'])
  const accessed = dateOf(entry['accessed'])
  const values: [Stated['field'], string | string[] | undefined][] = [
    ['headline', textOf(entry['title'])],
    ['publisher', textOf(entry['container-title']) ?? textOf(entry['publisher'])],
    ['authors', namesOf(entry['author'])],
    ['date', dateOf(entry['issued'])],
    ['url', textOf(entry['URL'])],
    ['language', languageTag(textOf(entry['language']) ?? '')],
  ]
  return {
    key,
    attachments: [],
    stated: values.flatMap(([field, value]) =>
      value === undefined || value.length === 0 ? [] : [{ field, value, place: `CSL JSON, entry ${key}` }],
    ),
    provenance: { ...(accessed && { accessed }), accession: key },
  }
}

const textOf = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined)

function namesOf(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((one: Fields) => {
    const parts = [
      one['given'],
      one['non-dropping-particle'],
      one['dropping-particle'],
      one['family'],
      one['suffix'],
    ].flatMap((part) => textOf(part) ?? [])
    return textOf(one['literal']) ?? (parts.length > 0 ? [parts.join(' ')] : [])
  })
}

/** `{"date-parts": [["2024", 3, 5]]}` or `{"raw": "2024-03-05"}`. */
function dateOf(value: unknown): string | undefined {
  const date = value as { 'date-parts'?: unknown[][]; raw?: string; literal?: string } | undefined
  const parts = date?.['date-parts']?.[0]?.map(Number).filter((part) => Number.isInteger(part) && part > 0)
  if (parts?.[0])
    return [String(parts[0]).padStart(4, '0'), ...parts.slice(1, 3).map((part) => String(part).padStart(2, '0'))].join(
      '-',
    )
  return /\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(date?.raw ?? date?.literal ?? '')?.[0]
}

/** “Okafor, Ines” as it is said: “Ines Okafor”. */
export function sayName(name: string): string {
  const [family, given, suffix] = name.split(/\s*,\s*/)
  return given ? [given, family, suffix].filter(Boolean).join(' ') : name.trim()
}
