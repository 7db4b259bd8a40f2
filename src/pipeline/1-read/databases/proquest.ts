import type { Stated } from '../../../model/extracted.ts'
import { findDay } from '../dates/find-day.ts'
import type { ReadArticle, ReadBlock } from '../formats/format.ts'
import { languageTag } from '../labels.ts'
import { type ExportParagraph, readAuthorNames, splitParagraphs } from './export-text.ts'
import { sha256Of } from '../../../text/hash.ts'

const RULE = /^_{10,}\s*$/m
/** Newer exports set these as headings, without a colon. */
const HEADING = /^(?<label>abstract|full text|details|links|proquest document link)(?: \([^()]{2,30}\))?$/iu
const FULL_TEXT = /^full text[ \t]*(?::|\r?$)/im
const COUNTER = /^document \d{1,5} of \d{1,5}$/i
const LABEL =
  /^(?<label>title|authors?|publication info|publication title|publication date|publication year|publication subject|abstract|full text|links|subject|location|people|company(?: \/ organization)?|classification|identifier \/ keyword|pages?|section|volume|issue|publisher|place of publication|country of publication|issn|isbn|source type|language of publication|language|document type|document url|proquest document id|accession number|dateline|column|copyright|last updated|database|credit|word count|number of pages|first page|edition|notes?|url)\s*:\s*(?<value>[^]*)$/iu

/** True for a text that begins with a rule of underscores and has a field for the full text. */
export function isProQuest(head: string): boolean {
  return /^\s*_{10,}/.test(head.slice(0, 2000)) && FULL_TEXT.test(head)
}

/** Splits an export in the manner of ProQuest into its documents. */
export function readProQuest(text: string, encoding: string): ReadArticle[] {
  const articles: ReadArticle[] = []
  let row = 1
  for (const part of text.split(RULE)) {
    if (FULL_TEXT.test(part)) articles.push(readDocument(splitParagraphs(part, row), part, encoding))
    row += part.split('\n').length
  }
  return articles
}

function readDocument(paragraphs: readonly ExportParagraph[], own: string, encoding: string): ReadArticle {
  const fields = new Map<string, string>()
  const blocks: ReadBlock[] = []
  let isText = false
  let headline = ''
  for (const { text, place } of paragraphs) {
    if (COUNTER.test(text)) continue
    const { label, value = '' } = (LABEL.exec(text) ?? HEADING.exec(text))?.groups ?? {}
    const name = label?.toLowerCase()
    if (name !== undefined && !fields.has(name)) fields.set(name, value.trim())
    if (name === undefined && !isText && headline === '') {
      headline = text
      blocks.push({ text, place, role: 'headline' })
    } else if (name === 'full text') {
      isText = true
      if (value !== '') blocks.push({ text: value, place: { ...place, element: 'Full text' }, role: 'paragraph' })
    } else if (name === undefined && isText) blocks.push({ text, place, role: 'paragraph' })
    else {
      if (name !== undefined) isText = false
      blocks.push({ text, place, role: 'aside', kind: 'metadata', rule: 'boilerplate/record-field' })
    }
  }
  return toArticle(fields, headline || (fields.get('title') ?? ''), { ownSha256: sha256Of(own), blocks, encoding })
}

function toArticle(
  fields: ReadonlyMap<string, string>,
  headline: string,
  made: Pick<ReadArticle, 'ownSha256' | 'blocks' | 'encoding'>,
): ReadArticle {
  const info = fields.get('publication info') ?? ''
  const publisher = fields.get('publication title') ?? info.split(/(?<!\s)\s*[;[]|\.\s/)[0]!.trim()
  const date = fields.get('publication date') ?? info
  const day = findDay(date) ?? findDay(info)
  const url = fields.get('document url') ?? fields.get('url')
  const names = fields.get('author') ?? fields.get('authors') ?? ''
  const page = fields.get('pages') ?? fields.get('page') ?? fields.get('first page')
  const id = fields.get('proquest document id') ?? fields.get('accession number')
  const tag = languageTag(fields.get('language of publication') ?? fields.get('language') ?? '')
  const say = (
    field: Stated['field'],
    value: string | string[] | undefined,
    place: string,
    words?: string,
  ): Stated[] =>
    value === undefined || value.length === 0
      ? []
      : [{ field, value, place: `field “${place}”`, ...(words && { words }) }]
  return {
    ...made,
    locator: id ?? url ?? [publisher, day, headline].filter(Boolean).join(' | '),
    stated: [
      ...say('headline', headline, 'Title'),
      ...say('publisher', publisher, 'Publication title'),
      ...say(
        'authors',
        names && !/^(?:none|anonymous|n\/a)/i.test(names) ? readAuthorNames(names) : undefined,
        'Author',
        names,
      ),
      ...say('date', day, 'Publication date', date),
      ...say('url', url && /^https?:/.test(url) ? url : undefined, 'Document URL'),
      ...say('language', tag, 'Language of publication'),
    ],
    provenance: { ...(page && { printedPage: page }), ...(id && { accession: id }) },
  }
}
