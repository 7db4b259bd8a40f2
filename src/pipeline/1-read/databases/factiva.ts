import type { Stated } from '../../../model/extracted.ts'
import { findDay } from '../dates/find-day.ts'
import type { ReadArticle, ReadBlock } from '../formats/format.ts'
import { languageTag } from '../labels.ts'
import { readAuthorNames } from './export-text.ts'
import { sha256Of } from '../../../text/hash.ts'

/** Two-letter fields of an export in the manner of Factiva. */
const CODES = 'SE|HD|HL|BY|CR|WC|PD|ET|SN|SC|ED|PG|VOL|LA|CY|CX|LP|TD|ART|CT|RF|CO|IN|NS|RE|IPD|IPC|PUB|AN|CLM|NT|DE|GC'
const LINE = new RegExp(`^(?<code>${CODES})(?:[ \\t]{1,6}(?<value>\\S.*)|[ \\t]*)$`)
const TEXT = new Set(['LP', 'TD'])

/** True for a text that begins with fields as Factiva names them. */
export function isFactiva(head: string): boolean {
  const codes = new Set(
    head
      .slice(0, 4000)
      .split(/\r?\n/)
      .flatMap((line) => LINE.exec(line)?.groups!['code'] ?? []),
  )
  return codes.has('HD') && ['PD', 'SN', 'LP', 'TD', 'AN', 'LA'].filter((code) => codes.has(code)).length >= 3
}

interface Field {
  readonly code: string
  readonly row: number
  readonly lines: string[]
}

/** Splits an export into its documents: each has a headline, and ends with its accession number. */
export function readFactiva(text: string, encoding: string): ReadArticle[] {
  const documents: Field[][] = [[]]
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const groups = LINE.exec(line)?.groups
    const own = documents.at(-1)!
    if (groups) {
      const isNext = ['SE', 'HD'].includes(groups['code']!) && own.some(({ code }) => code === 'HD')
      const field = { code: groups['code']!, row: index + 1, lines: groups['value'] ? [groups['value']] : [] }
      if (isNext) documents.push([field])
      else own.push(field)
    } else own.at(-1)?.lines.push(line)
  }
  return documents
    .filter((fields) => fields.some(({ code }) => TEXT.has(code)))
    .map((fields) => readDocument(fields, encoding))
}

function readDocument(fields: readonly Field[], encoding: string): ReadArticle {
  const valueOf = (code: string) =>
    fields
      .find((field) => field.code === code)
      ?.lines.join(' ')
      .replaceAll(/\s+/g, ' ')
      .trim() ?? ''
  const accession = valueOf('AN').replace(/^document\s+/i, '')
  const day = findDay(valueOf('PD'))
  const page = valueOf('PG')
  const headline = valueOf('HD') || valueOf('HL')
  const say = (field: Stated['field'], value: string | string[] | undefined, code: string): Stated[] =>
    value === undefined || value.length === 0 ? [] : [{ field, value, place: `field ${code}`, words: valueOf(code) }]
  return {
    locator: accession || [valueOf('SN'), day, headline].filter(Boolean).join(' | '),
    ownSha256: sha256Of(fields.map(({ code, lines }) => `${code} ${lines.join('\n')}`).join('\n')),
    encoding,
    blocks: fields.flatMap(layOutField),
    stated: [
      ...say('headline', headline, 'HD'),
      ...say('publisher', valueOf('SN'), 'SN'),
      ...say('authors', readAuthorNames(valueOf('BY')), 'BY'),
      ...say('date', day, 'PD'),
      ...say('language', languageTag(valueOf('LA')), 'LA'),
    ],
    provenance: { ...(accession && { accession }), ...(page && { printedPage: page }) },
  }
}

function layOutField({ code, row, lines }: Field): ReadBlock[] {
  const place = { element: code, row }
  if (code === 'HD' || code === 'HL') return [{ text: lines.join(' '), role: 'headline', place }]
  const paragraphs = lines
    .join('\n')
    .split(/\n[ \t]*\n/)
    .map((text) => text.trim())
  if (TEXT.has(code)) return paragraphs.map((text) => ({ text, role: 'paragraph', place }))
  return [
    { text: `${code} ${lines.join(' ')}`, role: 'aside', kind: 'metadata', rule: 'boilerplate/record-field', place },
  ]
}
