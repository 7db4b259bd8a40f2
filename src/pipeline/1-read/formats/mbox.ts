import { readMessage } from '../mail/read-message.ts'
import { withDistinctLocators } from '../records/read-records.ts'
import type { Format, FormatInput, Note, ReadArticle, ReadFile } from './format.ts'
import { Refusal } from './format.ts'

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
