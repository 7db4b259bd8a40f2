import { decodeText } from './decode-text.ts'
import type { Format, FormatInput, ReadFile } from './format.ts'
import { Refusal } from './format.ts'

/** Above this a text is not an article but an archive; UTF-16 code units. */
export const MAX_CHARACTERS = 1_000_000

/** Plain text: the decoded file is the text that offsets count in. */
export const text: Format = {
  name: 'text',
  version: 1,
  maxBytes: 5_000_000,
  isPlain: true,
  extensions: ['.txt'],
  recognises: ({ extension }) => extension === '.txt',
  read: readPlain,
}

/** @throws Refusal when the file is no text, or too long for one article */
export function readPlain({ file, bytes, encoding }: FormatInput): ReadFile {
  const { notes, ...decoded } = decodeText(file, bytes, encoding)
  if (decoded.text.length > MAX_CHARACTERS)
    throw new Refusal({
      rule: 'file/too-long',
      reason: `Unexpected ${decoded.text.length} characters, expected at most ${MAX_CHARACTERS}`,
      hint: 'Split it into one file an article.',
    })
  return { articles: [{ ...decoded, stated: [] }], notes }
}
