import type { Stated } from '../../../model/extracted.ts'
import { languageTag } from '../labels.ts'
import type { Format, FormatInput, LibraryItem, Note, ReadFile } from './format.ts'
import { sayName } from './json.ts'
import { decodeText } from './text.ts'

/** RIS: entries of a reference library, which describe files beside it. */
export const ris: Format = {
  name: 'ris',
  version: 1,
  maxBytes: 50_000_000,
  extensions: ['.ris'],
  recognises: ({ text }) => /^TY {2}- /.test(text),
  read: ({ file, bytes, encoding }: FormatInput): ReadFile => {
    const { text, notes } = decodeText(file, bytes, encoding)
    return {
      articles: [],
      notes,
      items: text.split(/^ER {2}-.*$/m).flatMap((entry, index) => readRis(entry, index + 1)),
    }
  },
}

function readRis(entry: string, number: number): LibraryItem[] {
  const lines = [...entry.matchAll(/^([A-Z][A-Z0-9]) {2}- ?(.*)$/gm)].map(
    ([, tag, value]) => [tag!, value!.trim()] as const,
  )
  if (lines.length === 0) return []
  const all = (...tags: string[]) =>
    lines.filter(([tag, value]) => tags.includes(tag) && value !== '').map(([, value]) => value)
  const accessed = toDay(all('Y2')[0])
  const key = all('ID')[0] ?? String(number)
  const say = (field: Stated['field'], value: string | string[] | undefined): Stated[] =>
    value === undefined || value.length === 0 ? [] : [{ field, value, place: `RIS, entry ${number}` }]
  return [
    {
      key,
      stated: [
        ...say('headline', all('TI', 'T1', 'CT')[0]),
        ...say('publisher', all('T2', 'JO', 'JF', 'JA', 'PB')[0]),
        ...say('authors', all('AU', 'A1').map(sayName)),
        ...say('date', toDay(all('DA', 'Y1', 'PY')[0])),
        ...say(
          'url',
          all('UR').find((value) => /^https?:/.test(value)),
        ),
        ...say('language', languageTag(all('LA')[0] ?? '')),
      ],
      provenance: { ...(accessed && { accessed }), accession: key },
      attachments: all('L1', 'L2', 'L3', 'L4').map((path) => path.replace(/^file:\/\//, '')),
    },
  ]
}

/** `2019/10/22/` and `2019-10-22` to the day, the month or the year that they give. */
function toDay(value: string | undefined): string | undefined {
  const [, year, month, day] = /^(\d{4})(?:[/-](\d{1,2})?)?(?:[/-](\d{1,2})?)?/.exec(value ?? '') ?? []
  if (!year) return undefined
  return [year, ...(month ? [month.padStart(2, '0'), ...(day ? [day.padStart(2, '0')] : [])] : [])].join('-')
}

const MAX_ENTRIES = 20_000

/** BibTeX and BibLaTeX: entries of a reference library, which describe files beside it. */
export const bibtex: Format = {
  name: 'bibtex',
  version: 1,
  maxBytes: 20_000_000,
  extensions: ['.bib', '.bibtex'],
  recognises: ({ text }) => /^(?:%[^\n]{0,400}\n|\s){0,200}@(?:\w{3,20})\s*\{/.test(text),
  read: readLibrary,
}

async function readLibrary({ file, bytes, encoding }: FormatInput): Promise<ReadFile> {
  const { text, notes } = decodeText(file, bytes, encoding)
  const { BibLatexParser } = await import('biblatex-csl-converter')
  const parsed = new BibLatexParser(text, { processUnknown: { file: 'f_verbatim' } }).parse()
  const entries = Object.values(parsed.entries).slice(0, MAX_ENTRIES) as unknown as Entry[]
  const broken: Note[] = (parsed.errors as { type: string; line?: number; entry?: string }[])
    .slice(0, 20)
    .map(({ type, line, entry }) => ({
      rule: 'read/broken-entry',
      reason: `Unexpected ${type.replaceAll('_', ' ')}${entry ? ` in entry ${entry}` : ''}`,
      ...(line && { line }),
    }))
  return { articles: [], notes: [...notes, ...broken], items: entries.map((entry) => readBibtex(entry, text)) }
}

interface Entry {
  readonly entry_key: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly unknown_fields?: Readonly<Record<string, unknown>>
}

function readBibtex({ entry_key: key, fields, unknown_fields: unknown = {} }: Entry, text: string): LibraryItem {
  const say = (field: Stated['field'], value: string | string[] | undefined): Stated[] =>
    value === undefined || value.length === 0 ? [] : [{ field, value, place: `BibTeX, entry ${key}` }]
  const accessed = plain(fields['urldate'])
  const tag = languageTag(plain(fields['langid'] ?? fields['language']))
  return {
    key,
    stated: [
      ...say('headline', plain(fields['title']) || undefined),
      ...say(
        'publisher',
        plain(fields['journaltitle'] ?? fields['publisher'] ?? fields['organization']) ||
          rawField(text, key, 'journal'),
      ),
      ...say('authors', namesOf(fields['author'])),
      ...say('date', dayOf(withDay(plain(fields['date']), plain(unknown['day'])))),
      ...say('url', plain(fields['url']) || undefined),
      ...say('language', tag),
    ],
    provenance: { ...(dayOf(accessed) && { accessed: dayOf(accessed)! }), accession: key },
    attachments: attachmentsOf(plain(unknown['file']) || rawField(text, key, 'file')),
  }
}

const dayOf = (value: string) => /^\d{4}(?:-\d\d(?:-\d\d)?)?/.exec(value)?.[0]

/** The words of a field, which the parser gives as a text or as a tree of text runs. */
function plain(value: unknown): string {
  if (typeof value === 'string') return value.trim()
  if (Array.isArray(value)) return value.map(plain).join('').trim()
  if (typeof value === 'object' && value !== null) {
    const { text, content, marks } = value as Record<string, unknown>
    const words = typeof text === 'string' ? text : plain(content)
    return Array.isArray(marks) && marks.some(({ type }) => type === 'enquote') ? `“${words}”` : words
  }
  return ''
}

function namesOf(value: unknown): string[] {
  if (!Array.isArray(value)) return []
  return value.flatMap((name: Record<string, unknown>) => {
    const words = ['given', 'prefix', 'family', 'suffix']
      .map((part) => untrimmed(name[part]))
      .filter(Boolean)
      .join(' ')
    return words || untrimmed(name['literal']) || []
  })
}

const untrimmed = (value: unknown) => plain(value).replaceAll(/\s+/g, ' ')

/** BibTeX gives the day apart from year and month. */
const withDay = (date: string, day: string) =>
  /^\d{4}-\d\d$/.test(date) && /^\d{1,2}$/.test(day) ? `${date}-${day.padStart(2, '0')}` : date

/** The raw text of a field that the parser leaves out. */
function rawField(text: string, key: string, name: string): string {
  const at = text.indexOf(`{${key},`)
  if (at < 0) return ''
  const next = text.indexOf('\n@', at)
  const field = new RegExp(`^\\s*${name}\\s*=\\s*[{"](.*?)[}"],?\\s*$`, 'im')
  return field.exec(text.slice(at, next < 0 ? undefined : next))?.[1] ?? ''
}

/** `Snapshot:files/1/a.html:text/html;PDF:files/2/b.pdf:application/pdf`, or a path alone. */
function attachmentsOf(field: string): string[] {
  return field
    .split(/(?<!\\);/)
    .map((one) => one.split(/(?<!\\):/))
    .map((parts) =>
      (parts.length >= 3 ? parts.slice(1, -1).join(':') : parts.join(':')).replaceAll(/\\([:;\\])/g, '$1').trim(),
    )
    .filter(Boolean)
}
