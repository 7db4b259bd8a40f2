import type { Passage } from '../../../model/passage.ts'
import { pairQuotationMarks, type QuotedText } from '../../../text/quotation-marks.ts'
import { type ReadFrame, readFrame } from './credit-in-frame.ts'
import { frameSentences } from './frame-sentences.ts'
import { isQuotedName } from './is-quoted-name.ts'

/** A passage with what stands in quotation marks, and its sentences read for who says what. */
export interface Paragraph {
  readonly passage: Passage
  readonly quoted: readonly QuotedText[]
  readonly frames: readonly ReadFrame[]
}

/** Reads one passage. Quoted names and scare quotes are left among the words, as they are nobody's speech. */
export function readParagraph(passage: Passage): Paragraph {
  const quoted = pairQuotationMarks(passage.text).filter((pair) => !isQuotedName(passage.text, pair))
  return { passage, quoted, frames: frameSentences(passage.text, quoted).map(readFrame) }
}
