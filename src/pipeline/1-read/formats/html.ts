import { readPage } from '../html/read-page.ts'
import type { Judge } from '../html/voices.ts'
import { decodeText } from './text.ts'
import type { Format, FormatInput, ReadArticle, ReadFile } from './format.ts'
import { Refusal } from './format.ts'

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
 * Reads the article of a page that stands in a file.
 *
 * @throws Refusal when nothing in the page is text
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
