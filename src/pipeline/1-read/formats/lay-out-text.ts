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

/** Soft hyphens, zero-width spaces, joiners of words, controls and characters that turn the direction of writing. */
const INVISIBLE =
  /\u034F|[\u00AD\u061C\u115F\u1160\u17B4\u17B5\u180B-\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\u3164\uFEFF\uFFA0\uFFF9-\uFFFB\u{E0000}-\u{E0FFF}\0-\x08\x0E-\x1F\x7F-\x9F]/gu
