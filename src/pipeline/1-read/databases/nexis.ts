import type { Place, Stated } from '../../../model/extracted.ts'
import { findDay } from '../dates/find-day.ts'
import type { ReadArticle, ReadBlock } from '../formats/format.ts'
import { languageTag } from '../labels.ts'
import { type ExportParagraph, readAuthorNames } from './export-text.ts'
import { sha256Of } from '../../../text/hash.ts'

const FIELD =
  /^(?<label>byline|section|length|dateline|headline|highlight|body|load-date|language|publication-type|publication type|graphic|subject|company|organization|person|people|geographic|country|state|city|industry|ticker|document-type|journal-code|series|correction|edition|url|copyright|acc-no|classification|notes?)\s*:\s*(?<value>.*)$/isu
const MARKERS: Readonly<Record<string, 'body' | 'tail'>> = {
  body: 'body',
  'full text': 'body',
  text: 'body',
  classification: 'tail',
  'end of document': 'tail',
  notes: 'tail',
}
/** Labels above the text; any other label ends it. */
const ABOVE = new Set([
  'byline',
  'section',
  'length',
  'dateline',
  'headline',
  'highlight',
  'body',
  'edition',
  'series',
  'correction',
  'url',
])

/**
 * Reads one document in the manner of LexisNexis and Nexis Uni: publication, day, headline, labelled fields, text, and
 * labelled fields again.
 */
export function readNexisDocument(paragraphs: readonly ExportParagraph[], encoding: string): ReadArticle {
  const document = new NexisDocument()
  for (const paragraph of paragraphs) document.add(paragraph)
  return document.toArticle(paragraphs, encoding)
}

/** True for a label that can come after the text. */
const isBelow = (label: string) => !ABOVE.has(label.toLowerCase()) || label.toLowerCase() === 'url'

class NexisDocument {
  readonly #fields = new Map<string, string>()
  readonly #blocks: ReadBlock[] = []
  #part: 'head' | 'fields' | 'body' | 'tail' = 'head'
  #publication = ''
  #day = ''
  #headline = ''

  add(paragraph: ExportParagraph): void {
    const { text, place } = paragraph
    const marker = MARKERS[text.toLowerCase().replace(/:$/, '')]
    if (marker) {
      this.#part = marker
      this.#setAside(text, place, 'metadata')
      return
    }
    const { label, value } = FIELD.exec(text)?.groups ?? {}
    if (label !== undefined && (this.#part !== 'body' || isBelow(label)))
      this.#addField(label.toLowerCase(), value!.trim(), place, text)
    else if (/^copyright (?:©|\(c\))? ?\d{4}|^all rights reserved/i.test(text)) this.#setAside(text, place, 'legal')
    else if (this.#part === 'tail') this.#setAside(text, place, 'metadata')
    else if (this.#part === 'body' || this.#part === 'fields') this.#addText(text, place)
    else this.#addHead(paragraph)
  }

  #addField(label: string, value: string, place: Place, text: string): void {
    if (!this.#fields.has(label)) this.#fields.set(label, value)
    if (label === 'body') {
      this.#part = 'body'
      if (value) this.#addText(value, place)
      return
    }
    this.#part = ABOVE.has(label) && this.#part !== 'body' ? 'fields' : 'tail'
    if (label === 'headline') this.#addHeadline(value, place)
    else this.#setAside(text, place, 'metadata')
  }

  #addHead({ text, place, isHeading, isCentred }: ExportParagraph): void {
    const day = text.length < 60 ? findDay(text) : undefined
    if (
      isHeading ||
      (this.#headline === '' && !isCentred && (this.#publication !== '' || !day) && !day && isCentred === false)
    )
      this.#addHeadline(text, place)
    else {
      if (day && this.#day === '') this.#day = text
      else if (this.#publication === '' && !day) this.#publication = text
      this.#setAside(text, place, 'metadata')
    }
  }

  #addHeadline(text: string, place: Place): void {
    if (this.#headline === '') this.#blocks.push({ text, place, role: 'headline' })
    else this.#setAside(text, place, 'metadata')
    this.#headline ||= text
  }

  #addText(text: string, place: Place): void {
    this.#part = 'body'
    this.#blocks.push({ text, place, role: 'paragraph' })
  }

  #setAside(text: string, place: Place, kind: string): void {
    this.#blocks.push({ text, place, role: 'aside', kind, rule: 'boilerplate/record-field' })
  }

  toArticle(paragraphs: readonly ExportParagraph[], encoding: string): ReadArticle {
    const page = /\bpg?\.?\s*([A-Z]?\d[\w.-]*)/i.exec(this.#fields.get('section') ?? '')?.[1]
    const byline = this.#fields.get('byline') ?? ''
    const day = findDay(this.#day)
    const tag = languageTag(this.#fields.get('language') ?? '')
    const say = (
      field: Stated['field'],
      value: string | string[] | undefined,
      place: string,
      words?: string,
    ): Stated[] => (value === undefined || value.length === 0 ? [] : [{ field, value, place, ...(words && { words }) }])
    return {
      locator: [this.#publication, day ?? this.#day, this.#headline].filter(Boolean).join(' | '),
      ownSha256: sha256Of(paragraphs.map(({ text }) => text).join('\n')),
      encoding,
      blocks: this.#blocks,
      stated: [
        ...say('headline', this.#headline, 'headline of the export'),
        ...say('publisher', this.#publication, 'head of the document'),
        ...say('authors', readAuthorNames(byline), 'field BYLINE', byline),
        ...say('date', day, 'head of the document', this.#day),
        ...say('url', /^https?:\/\/\S+$/.exec(this.#fields.get('url') ?? '')?.[0], 'field URL'),
        ...say('language', tag, 'field LANGUAGE'),
      ],
      ...(page && { provenance: { printedPage: page } }),
    }
  }
}
