import { readMessage } from '../mail/read-message.ts'
import { withDistinctLocators } from '../records/read-records.ts'
import type { Format, FormatInput, Note, ReadArticle, ReadFile } from './format.ts'
import { Refusal } from './format.ts'

const HEADERS =
  /^(?:from|to|date|subject|message-id|mime-version|received|return-path|delivered-to|content-type|reply-to|list-id|x-[\w-]+|dkim-signature|arc-[\w-]+):/gim

/** One message (RFC 822): a newsletter, or an article that somebody forwarded. */
export const mail: Format = {
  name: 'mail',
  version: 1,
  maxBytes: 60_000_000,
  extensions: ['.eml'],
  recognises: ({ text, extension }) => {
    const head = text.slice(0, 20_000).split(/\r?\n\r?\n/, 1)[0]!
    const count = new Set((head.match(HEADERS) ?? []).map((name) => name.toLowerCase())).size
    return (
      /^[\w-]{2,60}:[ \t]/.test(head) &&
      (extension === '.eml' ? count >= 2 : count >= 4 && /^(?:message-id|mime-version|received):/im.test(head))
    )
  },
  read: async ({ bytes }: FormatInput): Promise<ReadFile> => {
    const articles = await readMessage(bytes)
    if (articles.every(({ blocks = [] }) => blocks.every(({ role }) => role === 'aside' || role === 'headline')))
      throw new Refusal({ rule: 'read/no-article', reason: 'Unexpected message without text' })
    const [only] = articles
    if (articles.length > 1 || !only) return { articles, notes: [] }
    const { locator: _, ownSha256: __, ...whole } = only
    return { articles: [whole], notes: [] }
  },
}

const MAX_MESSAGES = 20_000
const MARK = Buffer.from('\nFrom ')

/** Mailboxes (mbox): an article a message. Lines that begin with “>From ” are freed of the sign put before them. */
export const mbox: Format = {
  name: 'mbox',
  version: 1,
  maxBytes: 400_000_000,
  extensions: ['.mbox', '.mbx'],
  recognises: ({ text }) => /^From \S[^\n]{0,200}\d{4}[^\n]{0,20}\r?\n[\w-]{2,60}:/.test(text),
  read: readMailbox,
}

async function readMailbox({ bytes }: FormatInput): Promise<ReadFile> {
  const articles: ReadArticle[] = []
  const notes: Note[] = []
  let number = 0
  for (const message of splitMessages(bytes)) {
    number += 1
    if (number > MAX_MESSAGES) {
      notes.push({
        rule: 'read/too-many-messages',
        reason: `Unexpected more than ${MAX_MESSAGES} messages; those after them were not read`,
      })
      break
    }
    try {
      articles.push(...(await readMessage(message)))
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      notes.push({ ...error.note, reason: `Message ${number}: ${error.note.reason}` })
    }
  }
  return { articles: withDistinctLocators(articles.filter(hasText)), notes }
}

const hasText = ({ blocks = [] }: ReadArticle) => blocks.some(({ role }) => role === 'open' || role === 'paragraph')

/** A message begins at a line “From … year” after a blank line. */
function* splitMessages(bytes: Buffer): Generator<Buffer> {
  let start = bytes.indexOf(10) + 1
  for (let at = bytes.indexOf(MARK, start); at >= 0; at = bytes.indexOf(MARK, at + 1)) {
    const line = bytes
      .subarray(at + 1, Math.min(bytes.length, at + 300))
      .toString('latin1')
      .split('\n', 1)[0]!
    const isBlankBefore = bytes[at - 1] === 10 || (bytes[at - 1] === 13 && bytes[at - 2] === 10)
    if (!isBlankBefore || !/\d{4}\s*(?:[+-]\d{4})?\s*$/.test(line.trim())) continue
    yield unquote(bytes.subarray(start, at + 1))
    start = at + 1 + line.length + 1
  }
  yield unquote(bytes.subarray(start))
}

function unquote(message: Buffer): Buffer {
  return message.includes('\n>From ')
    ? Buffer.from(message.toString('latin1').replaceAll(/^>(>*From )/gm, '$1'), 'latin1')
    : message
}
