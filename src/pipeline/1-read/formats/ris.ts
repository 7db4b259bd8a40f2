import type { Stated } from '../../../model/extracted.ts'
import { sayName } from './json.ts'
import { languageTag } from '../records/read-records.ts'
import { decodeText } from './text.ts'
import type { Format, FormatInput, LibraryItem, ReadFile } from './format.ts'

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
      items: text.split(/^ER {2}-.*$/m).flatMap((entry, index) => readEntry(entry, index + 1)),
    }
  },
}

function readEntry(entry: string, number: number): LibraryItem[] {
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
