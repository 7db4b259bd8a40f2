import type { CslDate, CslItem, CslName } from './csl.ts'
import { parseDate } from './csl.ts'
import { TAGS } from './write-references.ts'

/** Reads the RIS records that `writeRis` wrote. */
export function readRis(text: string): CslItem[] {
  return text
    .split(/^ER {2}- ?\r?\n?/m)
    .slice(0, -1)
    .map((record) =>
      readRecord(Array.from(record.matchAll(/^([A-Z][A-Z0-9]) {2}- (.*?)\r?$/gm), ([, tag, value]) => [tag!, value!])),
    )
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

function readName(text: string): CslName {
  const [family = '', given, suffix] = text.split(', ')
  return given === undefined ? { literal: family } : { family, given, ...(suffix !== undefined && { suffix }) }
}

function readDate(text: string | undefined): CslDate | undefined {
  return parseDate(text?.split('/').filter(Boolean).join('-'))
}
