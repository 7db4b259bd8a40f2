import type { Stated } from '../../../model/extracted.ts'
import { findDay } from '../dates/find-day.ts'
import { takeByline } from '../html/kinds.ts'
import { languageTag } from '../labels.ts'
import { attributeOf, elementsOf, localName, parseXml } from '../xml/parse-xml.ts'
import { readMediaType, unpack } from '../zip/unpack.ts'
import type { Format, FormatInput, Note, ReadBlock, ReadFile } from './format.ts'
import { Refusal } from './format.ts'

/** OpenDocument texts. Notes come last; tracked changes are read as accepted and noted. */
export const odt: Format = {
  name: 'odt',
  version: 1,
  maxBytes: 60_000_000,
  extensions: ['.odt'],
  recognises: ({ bytes }) => /^application\/vnd\.oasis\.opendocument\.text/.test(readMediaType(bytes) ?? ''),
  read: readOdt,
}

function readOdt({ bytes }: FormatInput): ReadFile {
  const parts = unpack(bytes, (name) => ['content.xml', 'meta.xml', 'styles.xml'].includes(name))
  const content = parts.get('content.xml')
  if (!content) throw new Refusal({ rule: 'read/damaged', reason: 'Unexpected OpenDocument file without content.xml' })
  const document = parseXml(content)
  const styles = indexStyles(document)
  const text = elementsOf(document, 'text').find((one) => one.nodeName === 'office:text')
  const reader = new OdtReader(styles)
  if (text) reader.walk(text)
  const { blocks, stated: named } = takeByline([...reader.blocks, ...reader.notes])
  const isTracked = elementsOf(document, 'tracked-changes').some((one) => one.children.length > 0)
  const notes: Note[] = isTracked
    ? [
        {
          rule: 'read/tracked-changes',
          reason: 'Unexpected tracked changes; the text was read as if all were accepted',
          hint: 'Accept or reject the changes in the document.',
        },
      ]
    : []
  return { articles: [{ blocks, encoding: 'utf-8', stated: [...stateOdt(blocks, reader, parts), ...named] }], notes }
}

/** The name that a style goes back to: automatic styles are named P1, P2 … */
function indexStyles(document: Document): Map<string, string> {
  return new Map(
    elementsOf(document, 'style').flatMap((style) => {
      const name = attributeOf(style, 'style:name')
      const parent = attributeOf(style, 'parent-style-name')
      return name && parent ? [[name, parent] as const] : []
    }),
  )
}

class OdtReader {
  readonly blocks: ReadBlock[] = []
  readonly notes: ReadBlock[] = []
  readonly authors: string[] = []
  date = ''
  readonly #styles: ReadonlyMap<string, string>
  #hasHeadline = false

  constructor(styles: ReadonlyMap<string, string>) {
    this.#styles = styles
  }

  walk(element: Element): void {
    for (const child of element.children) {
      const name = localName(child)
      if (name === 'h' || name === 'p') this.#addParagraph(child, name)
      else if (name === 'table') this.#addTable(child)
      else if (!['tracked-changes', 'sequence-decls', 'forms', 'table-of-content', 'variable-decls'].includes(name))
        this.walk(child)
    }
  }

  #addParagraph(element: Element, name: string): void {
    const own = attributeOf(element, 'style-name') ?? ''
    const style = (this.#styles.get(own) ?? own).replaceAll('_20_', ' ')
    const text = this.#textOf(element)
    const place = { part: 'content.xml' }
    if (text.trim() === '') return
    const isTitle = style === 'Title' || (name === 'h' && attributeOf(element, 'outline-level') === '1')
    if (isTitle && !this.#hasHeadline) {
      this.#hasHeadline = true
      this.blocks.push({ text, role: 'headline', place })
    } else if (style === 'Author' || style === 'Date') {
      if (style === 'Author') this.authors.push(text.trim())
      else this.date ||= text.trim()
      this.blocks.push({ text, role: 'aside', kind: 'metadata', rule: 'boilerplate/style', place })
    } else this.blocks.push({ text, role: name === 'h' ? 'heading' : 'open', place })
  }

  #addTable(table: Element): void {
    for (const cell of elementsOf(table, 'table-cell')) {
      const text = this.#textOf(cell)
      if (text.trim() !== '')
        this.blocks.push({
          text,
          role: 'aside',
          kind: 'table',
          rule: 'boilerplate/table',
          place: { part: 'content.xml' },
        })
    }
  }

  /** The words of an element; a note in it goes to the end. */
  #textOf(element: Element): string {
    let text = ''
    for (let node = element.firstChild; node; node = node.nextSibling) {
      if (node.nodeType === 3) text += node.nodeValue ?? ''
      if (node.nodeType !== 1) continue
      const child = node as Element
      const name = localName(child)
      if (name === 'note') this.#addNote(child)
      else if (name === 's') text += ' '.repeat(Math.min(100, Number(attributeOf(child, 'c') ?? 1)))
      else if (name === 'tab' || name === 'line-break') text += ' '
      else if (name !== 'annotation') text += this.#textOf(child)
    }
    return text
  }

  #addNote(note: Element): void {
    for (const body of elementsOf(note, 'note-body'))
      for (const paragraph of body.children)
        this.notes.push({
          text: this.#textOf(paragraph),
          role: 'paragraph',
          place: { part: 'content.xml', element: 'note' },
        })
  }
}

function stateOdt(
  blocks: readonly ReadBlock[],
  { authors, date }: OdtReader,
  parts: ReadonlyMap<string, Buffer>,
): Stated[] {
  const meta = parts.get('meta.xml') ? parseXml(parts.get('meta.xml')!) : undefined
  const field = (name: string) => (meta ? elementsOf(meta, name)[0]?.textContent?.trim() : undefined)
  const headline = blocks.find(({ role }) => role === 'headline')?.text ?? field('title')
  const day = findDay(date)
  const styles = parts.get('styles.xml')?.toString('utf8') ?? ''
  const fallback = /fo:language="([a-z]{2,3})"/.exec(styles)?.[1]
  const tag = languageTag(field('language') ?? fallback ?? '')
  return [
    ...(headline
      ? [{ field: 'headline' as const, value: headline.trim(), place: 'style of the paragraph, or title in meta.xml' }]
      : []),
    ...(authors.length > 0
      ? [{ field: 'authors' as const, value: authors, place: 'paragraphs of the style Author' }]
      : []),
    ...(day ? [{ field: 'date' as const, value: day, place: 'paragraph of the style Date', words: date }] : []),
    ...(tag ? [{ field: 'language' as const, value: tag, place: 'language of the document' }] : []),
  ]
}
