import { cleanText } from './clean-text.ts'
import type { CslDate, CslItem, CslName } from './csl.ts'
import { isoDate, parseDate } from './csl.ts'

/** RIS tags of the text fields. */
const TAGS = { title: 'TI', 'container-title': 'T2', language: 'LA', abstract: 'AB', archive: 'DP', note: 'N1' } as const
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

/** Reads the RIS records that `writeRis` wrote. */
export function readRis(text: string): CslItem[] {
  return text.split(/^ER {2}- ?\r?\n?/m).slice(0, -1).map((record) => readRecord(Array.from(record.matchAll(/^([A-Z][A-Z0-9]) {2}- (.*?)\r?$/gm), ([, tag, value]) => [tag!, value!])))
}

function readRecord(fields: readonly (readonly [string, string])[]): CslItem {
  const first = new Map(fields.toReversed())
  const author = fields.filter(([tag]) => tag === 'AU').map(([, value]) => readName(value))
  const [issued, accessed] = [readDate(first.get('DA')), readDate(first.get('Y2'))]
  const texts = Object.entries(TAGS).flatMap(([key, tag]) => (first.has(tag) ? [[key, first.get(tag)!]] : []))
  return {
    id: first.get('ID') ?? '',
    type: first.get('TY') === 'NEWS' ? 'article-newspaper' : 'webpage',
    ...(Object.fromEntries(texts) as { title: string }),
    ...(author.length > 0 && { author }),
    ...(issued && { issued }),
    ...(accessed && { accessed }),
    ...(first.has('UR') && { URL: first.get('UR')! }),
  }
}

function writeName(name: CslName): string {
  return 'literal' in name ? name.literal : [name.family, name.given, ...(name.suffix === undefined ? [] : [name.suffix])].join(', ')
}

function readName(text: string): CslName {
  const [family = '', given, suffix] = text.split(', ')
  return given === undefined ? { literal: family } : { family, given, ...(suffix !== undefined && { suffix }) }
}

/** `2017/02/13/`: always three slashes, unknown parts empty. */
function risDate(date: CslDate): string {
  const [year = '', month = '', day = ''] = isoDate(date).split('-')
  return `${year}/${month}/${day}/`
}

function readDate(text: string | undefined): CslDate | undefined {
  return parseDate(text?.split('/').filter(Boolean).join('-'))
}
