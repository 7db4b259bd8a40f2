import type { ExtractedBlock } from '../../../model/extracted.ts'
import { decodeBytes, findDoubleEncoding } from '../decode-bytes.ts'
import { readClipping } from './clipper.ts'
import type { Format, FormatInput, Note, ReadBlock, ReadFile } from './format.ts'
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
function readPlain({ file, bytes, encoding }: FormatInput): ReadFile {
  const { notes, ...decoded } = decodeText(file, bytes, encoding)
  if (decoded.text.length > MAX_CHARACTERS)
    throw new Refusal({
      rule: 'file/too-long',
      reason: `Unexpected ${decoded.text.length} characters, expected at most ${MAX_CHARACTERS}`,
      hint: 'Split it into one file an article.',
    })
  return { articles: [{ ...decoded, stated: [] }], notes }
}

/** Markdown: the decoded file is the text that offsets count in; its front matter is a sidecar, or a web clipper's. */
export const markdown: Format = {
  name: 'markdown',
  version: 1,
  maxBytes: 5_000_000,
  isPlain: true,
  extensions: ['.md', '.markdown'],
  recognises: ({ extension }) => extension === '.md' || extension === '.markdown',
  read: (input) => {
    const read = readPlain(input)
    return { ...read, articles: read.articles.map((article) => ({ ...article, ...readClipping(article.text ?? '') })) }
  },
}

/**
 * Joins the blocks of an article to its extracted text: a block a line, a blank line between two of them. White space
 * in a block becomes one space; characters that nobody sees are left out, so that a word is the same word everywhere.
 *
 * @returns the text, and each block that has words with its range in it
 */
export function layOutText(blocks: readonly ReadBlock[]): { text: string; blocks: ExtractedBlock[] } {
  const laid: ExtractedBlock[] = []
  let text = ''
  for (const { text: raw, place = {}, ...rest } of blocks) {
    const words = raw.replaceAll(INVISIBLE, '').replaceAll(/\s+/gu, ' ').trim()
    if (words === '') continue
    const start = text === '' ? 0 : text.length + 1
    text += `${text === '' ? '' : '\n'}${words}\n`
    laid.push({ ...rest, place, start, end: start + words.length })
  }
  return { text, blocks: laid }
}

/** Controls, soft hyphens, zero-width spaces, fillers and marks that turn the direction of writing; not the joiners of scripts. */
const INVISIBLE =
  /(?![\s\u0600-\u0605\u06DD\u070F\u08E2\u200C\u200D])[\p{Cc}\p{Cf}\u115F\u1160\u3164\uFFA0]|\u034F|\p{Cs}/gu

/** A decoded file, with notes about its encoding. */
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
    ...(decoded.mended > 0 ? [noteDamage(decoded.mended)] : []),
    ...(decoded.unknown === undefined ? [] : [noteUnknown(decoded.unknown, decoded.encoding)]),
    ...(decoded.isGuessed && decoded.unknown === undefined ? [noteGuess(decoded.encoding)] : []),
    ...(decoded.likelier === undefined ? [] : [noteLikelier(decoded.encoding, decoded.likelier)]),
  ]
  return { text: decoded.text, encoding: decoded.encoding, notes }
}

const noteDamage = (count: number): Note => ({
  rule: 'file/mended',
  reason: `Unexpected damaged characters; ${count} of them stand as U+FFFD`,
  hint: 'Clip the article again, or save it as UTF-8.',
})

const noteUnknown = (label: string, encoding: string): Note => ({
  rule: 'file/unknown-encoding',
  reason: `Unexpected encoding “${label}”, expected one of those that browsers know; the file was read as ${encoding}`,
  hint: 'Save it as UTF-8, or name its encoding in the sidecar:\nencoding: iso-8859-2',
})

const noteGuess = (encoding: string): Note => ({
  rule: 'file/guessed-encoding',
  reason: `Unexpected bytes that are not UTF-8, and no other encoding is declared; the file was read as ${encoding}`,
  hint: `If its letters are right, say so in the sidecar, else name the right encoding there:\nencoding: ${encoding}`,
})

const noteLikelier = (encoding: string, likelier: string): Note => ({
  rule: 'file/doubtful-encoding',
  reason: `Unexpected words under the declared encoding ${encoding}; they read better as ${likelier}`,
  hint: `Name the right encoding in the sidecar:\nencoding: ${likelier}`,
})

/** Letters that were garbled before the file was saved, which no choice of encoding repairs. */
export function noteDoubleEncoding(text: string): Note | undefined {
  const one = findDoubleEncoding(text)
  return (
    one && {
      rule: 'file/read-twice',
      reason: `Unexpected “${one.found}”: the text is UTF-8 that was read as windows-1252 and saved again`,
      hint: `Clip the article again, or put the letters right: “${one.meant}”.`,
    }
  )
}
