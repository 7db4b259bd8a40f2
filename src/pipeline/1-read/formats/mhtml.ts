import { findDay } from '../dates/find-day.ts'
import { listParts, readHeaders } from '../mail/parse-mime.ts'
import type { MimePart } from '../mail/parse-mime.ts'
import { decodeText } from './text.ts'
import type { Format, FormatInput, ReadFile } from './format.ts'
import { Refusal } from './format.ts'
import { readHtmlArticle } from './html.ts'

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
