import type { CslDate, CslItem, CslName } from './csl.ts'
import { cleanText, isoDate } from './csl.ts'

/** RIS tags of the text fields. */
export const TAGS = {
  title: 'TI',
  'container-title': 'T2',
  language: 'LA',
  abstract: 'AB',
  page: 'SP',
  archive: 'DP',
  note: 'N1',
} as const
const TYPES = { 'article-newspaper': 'NEWS', webpage: 'ELEC' } as const

/** A citation as one RIS record: one line a field, never wrapped, an AU line a name: family, given, suffix. */
export function writeRis(item: CslItem): string {
  const texts = Object.entries(TAGS).map(([key, tag]) => [tag, item[key as keyof typeof TAGS]] as const)
  const fields = [
    ['TY', TYPES[item.type]],
    ['ID', item.id],
    ...(item.author ?? []).map((name) => ['AU', writeName(name)] as const),
    ...texts,
    ['PY', item.issued && isoDate(item.issued).slice(0, 4)],
    ['DA', item.issued && risDate(item.issued)],
    ['Y2', item.accessed && risDate(item.accessed)],
    ['UR', item.URL],
  ] as const
  const lines = fields.flatMap(([tag, value]) => (value ? [`${tag}  - ${cleanText(value)}\r\n`] : []))
  return `${lines.join('')}ER  - \r\n`
}

function writeName(name: CslName): string {
  return 'literal' in name
    ? name.literal
    : [name.family, name.given, ...(name.suffix === undefined ? [] : [name.suffix])].join(', ')
}

/** `2017/02/13/`: always three slashes, unknown parts empty. */
function risDate(date: CslDate): string {
  const [year = '', month = '', day = ''] = isoDate(date).split('-')
  return `${year}/${month}/${day}/`
}
