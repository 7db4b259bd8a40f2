import { posix } from 'node:path'
import type { Stated } from '../../../model/extracted.ts'
import { countWords, listBlocks } from '../html/list-blocks.ts'
import { layFragment, parsePage } from '../html/parse-page.ts'
import { takeByline } from '../html/kinds.ts'
import { languageTag } from '../labels.ts'
import { attributeOf, elementsOf, parseXml } from '../xml/parse-xml.ts'
import { readMediaType, unpack } from '../zip/unpack.ts'
import type { Format, FormatInput, ReadArticle, ReadBlock, ReadFile } from './format.ts'
import { Refusal } from './format.ts'
import { sha256Of } from '../../../text/hash.ts'

/** Magazines and books as EPUB: an article a chapter, in reading order. */
export const epub: Format = {
  name: 'epub',
  version: 1,
  maxBytes: 200_000_000,
  extensions: ['.epub'],
  recognises: ({ bytes }) => readMediaType(bytes) === 'application/epub+zip',
  read: readEpub,
}

/** A chapter of fewer words is a cover, an imprint or a list of contents. */
const LEAST_WORDS = 40

function readEpub({ bytes }: FormatInput): ReadFile {
  const parts = unpack(bytes, (name) => /\.(?:xml|opf|x?html?|ncx)$/i.test(name), {
    total: 60_000_000,
    entries: 20_000,
  })
  const container = parts.get('META-INF/container.xml')
  const rootfile = container && elementsOf(parseXml(container), 'rootfile')[0]
  const opf = rootfile && attributeOf(rootfile, 'full-path')
  const source = opf && parts.get(opf)
  if (!source) throw new Refusal({ rule: 'read/damaged', reason: 'Unexpected EPUB without a package document' })
  if (
    parts.has('META-INF/encryption.xml') &&
    /enc:EncryptedData[^]*?xhtml|adept|\bkindle/i.test(parts.get('META-INF/encryption.xml')!.toString('utf8'))
  )
    throw new Refusal({
      rule: 'read/locked',
      reason: 'Unexpected EPUB that is locked against copying',
      hint: 'Ask its publisher for a copy that is not.',
    })
  const book = parseXml(source)
  const field = (name: string) =>
    elementsOf(book, name)
      .find((one) => one.nodeName === `dc:${name}`)
      ?.textContent?.trim()
  const title = field('title')
  const articles = listSpine(book, posix.dirname(opf)).flatMap((path) => {
    const chapter = parts.get(path)
    return chapter ? readChapter(chapter.toString('utf8'), path, field('language')) : []
  })
  return { articles, notes: [], ...(title && { title }) }
}

/** The paths of the chapters in reading order, without the list of contents. */
function listSpine(book: Document, folder: string): string[] {
  const items = new Map(elementsOf(book, 'item').map((item) => [attributeOf(item, 'id'), item]))
  return elementsOf(book, 'itemref').flatMap((reference) => {
    const item = items.get(attributeOf(reference, 'idref'))
    const href = item && attributeOf(item, 'href')
    if (!href || /\bnav\b/.test(attributeOf(item, 'properties') ?? '') || attributeOf(reference, 'linear') === 'no')
      return []
    return [posix.normalize(posix.join(folder, decodePath(href.split('#')[0]!)))]
  })
}

function decodePath(href: string): string {
  try {
    return decodeURIComponent(href)
  } catch {
    return href
  }
}

function readChapter(xhtml: string, path: string, language: string | undefined): ReadArticle[] {
  const document = parsePage(xhtml)
  const all = layFragment(listBlocks(document.body))
  const head = all.findIndex(({ role }) => role === 'heading')
  const isTitlePage = /\b(?:titlepage|toc|cover|copyright-page|colophon|nav)\b/.test(
    `${document.body.getAttribute('epub:type') ?? ''} ${document.querySelector('section')?.getAttribute('epub:type') ?? ''}`,
  )
  const words = all.reduce((sum, { text, role }) => sum + (role === 'paragraph' ? countWords(text) : 0), 0)
  if (words < LEAST_WORDS || isTitlePage) return []
  const headline = (all[head] ?? { text: document.querySelector('title')?.textContent ?? '' }).text.trim()
  const blocks = all.map(
    (block, index): ReadBlock => ({
      ...block,
      role: index === head ? 'headline' : block.role,
      place: { ...block.place, part: path },
    }),
  )
  const tag = languageTag(
    document.documentElement.getAttribute('lang') ??
      document.documentElement.getAttribute('xml:lang') ??
      language ??
      '',
  )
  const stated: Stated[] = [
    ...(headline ? [{ field: 'headline' as const, value: headline, place: `heading of ${path}` }] : []),
    ...(tag ? [{ field: 'language' as const, value: tag, place: 'language of the book' }] : []),
  ]
  const withHeadline: readonly ReadBlock[] =
    head < 0 && headline
      ? [{ text: headline, role: 'headline', place: { part: path, element: 'title' } }, ...blocks]
      : blocks
  const byline = takeByline(withHeadline)
  const articles = {
    ownSha256: sha256Of(xhtml),
    encoding: 'utf-8',
    blocks: byline.blocks,
    stated: [...stated, ...byline.stated],
  }
  return [{ locator: path, ...articles }]
}
