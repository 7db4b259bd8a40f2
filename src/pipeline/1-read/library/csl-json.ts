import type { Stated } from '../../../model/extracted.ts'
import type { LibraryItem, Note, ReadFile } from '../formats/format.ts'
import { languageTag } from '../records/read-records.ts'

type Fields = Readonly<Record<string, unknown>>

/** True for an entry of CSL JSON, by the names that no scraper uses. */
export function isCslItem(fields: Fields): boolean {
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
export function readCsl(entries: readonly Fields[], notes: readonly Note[]): ReadFile {
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
