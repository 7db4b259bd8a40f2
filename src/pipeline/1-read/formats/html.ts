import { readPage } from '../html/read-page.ts'
import type { Format, FormatInput, Judge, ReadArticle, ReadFile } from './format.ts'
import { decodeText } from './text.ts'
import { Refusal } from './format.ts'
import { findDay } from '../dates/find-day.ts'
import { listParts, readHeaders } from '../mail/parse-mime.ts'
import type { MimePart } from '../mail/parse-mime.ts'

const PLAIN: ReadonlySet<string> = new Set(['.txt', '.md', '.markdown'])
const BEFORE_TAG = /^(?:\s|<\?xml[^>]{0,200}>|<!--(?:(?!-->)[^]){0,4000}-->){0,12}/.source
const WHOLE_PAGE = new RegExp(`${BEFORE_TAG}<(?:!doctype\\s+html|html)\\b`, 'i')
const PAGE = new RegExp(
  `${BEFORE_TAG}<(?:!doctype\\s+html|html|head|body|meta|title|article|div|p|h1|table|script|link|style)\\b`,
  'i',
)

/** Web pages: as saved by a browser or by SingleFile, AMP pages, print views. */
export const html: Format = {
  name: 'html',
  version: 2,
  maxBytes: 60_000_000,
  extensions: ['.html', '.htm', '.xhtml'],
  // Plain text may begin with a tag that somebody pasted; only a whole page under .txt is a page.
  recognises: ({ text, extension }) => (PLAIN.has(extension) ? WHOLE_PAGE : PAGE).test(text),
  read: ({ file, bytes, encoding, judge }: FormatInput): ReadFile => {
    const { notes, ...decoded } = decodeText(file, bytes, encoding)
    return { articles: [readHtmlArticle(decoded.text, decoded.encoding, { judge })], notes }
  },
}

/** True for text that begins as a web page or a part of one does. */
export function isHtml(text: string): boolean {
  return PAGE.test(text)
}

/**
 * Reads the article of a web page.
 *
 * @throws Refusal if no block of the page is text
 */
export function readHtmlArticle(
  page: string,
  encoding: string,
  options: { readonly address?: string | undefined; readonly judge?: Judge | undefined },
): ReadArticle {
  const { blocks, ...rest } = readPage(page, options)
  if (!blocks.some(({ role }) => role === 'paragraph' || role === 'open'))
    throw new Refusal({
      rule: 'read/no-article',
      reason: 'Unexpected page without an article: nothing in it was taken for running text',
      hint: 'Save the page of one article, or paste its text into a .txt file.',
    })
  return { blocks, encoding, ...rest }
}

/** Web pages saved as one file by a browser (MHTML): the page itself, with its pictures and frames as further parts. */
export const mhtml: Format = {
  name: 'mhtml',
  version: 1,
  maxBytes: 100_000_000,
  extensions: ['.mhtml', '.mht'],
  recognises: ({ text }) => {
    const head = text.slice(0, 3000)
    return (
      /^[\w-]{2,40}: /.test(head) &&
      /^content-type:\s*multipart\/related/im.test(head) &&
      (/^from:\s*"?<?saved by/im.test(head) ||
        /^(?:snapshot-)?content-location:/im.test(head) ||
        !/^(?:received|to|return-path):/im.test(head))
    )
  },
  read: readMhtml,
}

function readMhtml({ file, bytes, encoding: declared, judge }: FormatInput): ReadFile {
  const headers = readHeaders(
    bytes
      .subarray(0, 20_000)
      .toString('latin1')
      .split(/\r?\n\r?\n/, 1)[0]!,
  )
  const address = headers.get('snapshot-content-location')
  const root = findRoot(listParts(bytes), address)
  if (!root)
    throw new Refusal({
      rule: 'read/no-page',
      reason: 'Unexpected MHTML without a part of HTML',
      hint: 'Save the page again, as HTML.',
    })
  const { text, encoding, notes } = decodeText(file, root.body, declared ?? root.parameters.get('charset'))
  const place = address ?? root.headers.get('content-location')
  const article = readHtmlArticle(text, encoding, {
    address: place && /^https?:/.test(place) ? place : undefined,
    judge,
  })
  const accessed = findDay(headers.get('date') ?? '')
  return { articles: [{ ...article, provenance: { ...(accessed && { accessed }), ...article.provenance } }], notes }
}

/** The page that was saved: the part at its address, else the first of HTML. */
function findRoot(parts: readonly MimePart[], address: string | undefined): MimePart | undefined {
  const pages = parts.filter(({ type }) => type === 'text/html' || type === 'application/xhtml+xml')
  return pages.find(({ headers }) => address !== undefined && headers.get('content-location') === address) ?? pages[0]
}
