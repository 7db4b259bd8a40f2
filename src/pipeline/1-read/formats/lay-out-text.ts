import type { ExtractedBlock } from '../../../model/extracted.ts'
import type { ReadBlock } from './format.ts'

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
