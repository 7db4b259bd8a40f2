import { decodeBytes } from '../decode-bytes.ts'
import type { Note } from './format.ts'
import { Refusal } from './format.ts'

/** A decoded file and what must be told about its encoding. */
export interface DecodedText {
  readonly text: string
  readonly encoding: string
  readonly notes: readonly Note[]
}

/**
 * Decodes a file that is text.
 *
 * @param encoding label that the sidecar names
 * @throws Refusal when the bytes are no text, or none is there
 */
export function decodeText(file: string, bytes: Uint8Array, encoding?: string): DecodedText {
  const decoded = decodeBytes(bytes, encoding === undefined ? '' : `encoding: ${encoding}`)
  if (decoded.text === undefined)
    throw new Refusal({
      rule: 'file/not-text',
      reason: decoded.reason,
      hint: 'Save it as plain text in UTF-8, or take it out of the folder.',
    })
  if (decoded.text.trim() === '')
    throw new Refusal({
      rule: 'file/empty',
      reason: 'Unexpected empty file, expected the text of an article',
      hint: `Paste the text in, or delete ${file}.`,
    })
  const notes = [
    ...(decoded.mended > 0 ? [tellMended(decoded.mended)] : []),
    ...(decoded.unknown === undefined ? [] : [tellUnknown(decoded.unknown)]),
  ]
  return { text: decoded.text, encoding: decoded.encoding, notes }
}

const tellMended = (count: number): Note => ({
  rule: 'file/mended',
  reason: `Unexpected damaged characters; ${count} of them stand as U+FFFD`,
  hint: 'Clip the article again, or save it as UTF-8.',
})

const tellUnknown = (label: string): Note => ({
  rule: 'file/unknown-encoding',
  reason: `Unexpected encoding “${label}”, expected one of those that browsers know; the file was read as windows-1252`,
  hint: 'Save it as UTF-8, or name its encoding in the sidecar:\nencoding: iso-8859-2',
})
