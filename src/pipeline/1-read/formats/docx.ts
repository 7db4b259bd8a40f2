import type { Stated } from '../../../model/extracted.ts'
import { readNexisDocument } from '../databases/nexis.ts'
import { findDay } from '../dates/find-day.ts'
import type { PageBlock } from '../html/list-blocks.ts'
import { listBlocks } from '../html/list-blocks.ts'
import { parsePage } from '../html/parse-page.ts'
import { languageTag } from '../labels.ts'
import { withDistinctLocators } from '../records/read-records.ts'
import { parseXml, refuseEntities } from '../xml/parse-xml.ts'
import { listPartNames, unpack } from '../zip/unpack.ts'
import type { Format, FormatInput, Note, ReadArticle, ReadBlock, ReadFile } from './format.ts'

/** Word documents. Tracked changes are read as accepted and noted; footnotes come last. */
export const docx: Format = {
  name: 'docx',
  version: 1,
  maxBytes: 60_000_000,
  extensions: ['.docx'],
  recognises: ({ bytes }) =>
    bytes.subarray(0, 2).toString('latin1') === 'PK' &&
    listPartNames(bytes).some((name) => name.startsWith('word/') || name === '[Content_Types].xml'),
  read: readDocx,
}

/** Styles of paragraphs that say what they are. */
const STYLES = [
  "p[style-name='Title'] => h1.title:fresh",
  "p[style-name='Subtitle'] => p.subtitle:fresh",
  "p[style-name='Author'] => p.author:fresh",
  "p[style-name='Byline'] => p.author:fresh",
  "p[style-name='Date'] => p.date:fresh",
  "p[style-name='caption'] => p.caption:fresh",
]

async function readDocx({ bytes }: FormatInput): Promise<ReadFile> {
  const parts = unpack(bytes, (name) => /\.(?:xml|rels)$/i.test(name))
  for (const part of parts.values()) refuseEntities(part.subarray(0, 200_000).toString('utf8'))
  const body = parts.get('word/document.xml')?.toString('utf8') ?? ''
  const { default: mammoth } = await import('mammoth')
  const { value } = await mammoth.convertToHtml(
    { buffer: bytes },
    {
      styleMap: STYLES,
      externalFileAccess: false,
      convertImage: mammoth.images.imgElement(() => Promise.resolve({ src: '' })),
    },
  )
  const blocks = listBlocks(parsePage(`<html><body>${value}</body></html>`).body)
  const notes = /<w:(?:ins|del|moveFrom|moveTo) /.test(body) ? [TRACKED] : []
  if (isNexis(blocks)) return { articles: withDistinctLocators(splitNexis(blocks)), notes }
  return { articles: [toArticle(blocks, parts)], notes }
}

const TRACKED: Note = {
  rule: 'read/tracked-changes',
  reason: 'Unexpected tracked changes; the text was read as if all were accepted',
  hint: 'Accept or reject the changes in the document.',
}

const isNexis = (blocks: readonly PageBlock[]) =>
  blocks.some(({ text }) => text === 'End of Document') && blocks.some(({ text }) => text === 'Body')

function splitNexis(blocks: readonly PageBlock[]): ReadArticle[] {
  const documents: PageBlock[][] = [[]]
  for (const block of blocks) {
    documents.at(-1)!.push(block)
    if (block.text === 'End of Document') documents.push([])
  }
  return documents
    .filter((own) => own.some(({ text }) => text === 'Body'))
    .map((own) =>
      readNexisDocument(
        own.map(({ text, tag }) => ({
          text,
          place: { part: 'word/document.xml' },
          isHeading: /^h[1-6]$/.test(tag),
          isCentred: true,
        })),
        'utf-8',
      ),
    )
}

function toArticle(blocks: readonly PageBlock[], parts: ReadonlyMap<string, Buffer>): ReadArticle {
  const laid = layOutDocument(blocks)
  const words = (name: string) =>
    blocks.filter(({ element }) => element.getAttribute('class') === name).map(({ text }) => text)
  const headline = laid.find(({ role }) => role === 'headline')?.text ?? titleOf(parts)
  const [date] = words('date')
  const day = date && findDay(date)
  const tag = languageOf(parts)
  const stated: Stated[] = [
    ...(headline
      ? [{ field: 'headline' as const, value: headline, place: 'style of the paragraph, or title of the document' }]
      : []),
    ...(words('author').length > 0
      ? [{ field: 'authors' as const, value: words('author'), place: 'paragraphs of the style Author' }]
      : []),
    ...(day ? [{ field: 'date' as const, value: day, place: 'paragraph of the style Date', words: date }] : []),
    ...(tag ? [{ field: 'language' as const, value: tag, place: 'language of the document' }] : []),
  ]
  return { blocks: laid, encoding: 'utf-8', stated }
}

/** The first heading is the headline; cells of tables are set aside; notes come last, without the signs that refer to them. */
function layOutDocument(blocks: readonly PageBlock[]): ReadBlock[] {
  const head = blocks.findIndex(({ tag, element }) => tag === 'h1' || element.getAttribute('class') === 'title')
  return blocks.map(({ text, tag, element }, index): ReadBlock => {
    const note = element.closest('li[id^=footnote], li[id^=endnote]')
    const words = text.replaceAll(/\s*\[\d{1,3}\]/g, (sign) => (element.querySelector('sup') ? '' : sign))
    const place = { part: note ? 'word/footnotes.xml' : 'word/document.xml' }
    const style = element.getAttribute('class') ?? ''
    if (index === head) return { text: words, role: 'headline', place }
    if (note) return { text: words.replace(/\s*↑\s*$/, ''), role: 'paragraph', place }
    if (['author', 'date'].includes(style))
      return { text: words, role: 'aside', kind: 'metadata', rule: 'boilerplate/style', place }
    if (style === 'caption') return { text: words, role: 'aside', kind: 'caption', rule: 'boilerplate/style', place }
    if (element.closest('table')) return { text: words, role: 'aside', kind: 'table', rule: 'boilerplate/table', place }
    return { text: words, role: /^h[1-6]$/.test(tag) ? 'heading' : 'open', place }
  })
}

/** The title in the file's properties; programs write default titles there too. */
function titleOf(parts: ReadonlyMap<string, Buffer>): string | undefined {
  const core = parts.get('docProps/core.xml')
  const title = core && parseXml(core).querySelector('title')?.textContent?.trim()
  return title && !/^(?:document|untitled|microsoft word|dokument|word document)/i.test(title) ? title : undefined
}

function languageOf(parts: ReadonlyMap<string, Buffer>): string | undefined {
  const core = parts.get('docProps/core.xml')?.toString('utf8') ?? ''
  const stated = /<dc:language>([^<]{2,12})</.exec(core)?.[1]
  const runs = [
    ...(parts.get('word/document.xml')?.toString('utf8') ?? '').matchAll(/<w:lang [^>]*?w:val="([A-Za-z-]{2,8})"/g),
  ].map(([, tag]) => tag!)
  const counts = [...Map.groupBy(runs, (tag) => tag)].toSorted(([, a], [, b]) => b.length - a.length)
  return languageTag(stated ?? counts[0]?.[0] ?? '')
}
