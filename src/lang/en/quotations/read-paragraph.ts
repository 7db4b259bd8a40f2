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
  /** For each quoted text its frame, and its place among the frame's words. */
  readonly places: readonly (Place | undefined)[]
}

interface Place {
  readonly frame: ReadFrame
  readonly at: number
}

/** Reads one passage. Quoted names and scare quotes are left among the words, as they are nobody's speech. */
export function readParagraph(passage: Passage): Paragraph {
  const quoted = closeForgotten(passage.text, pairQuotationMarks(passage.text)).filter(
    (pair) => !isQuotedName(passage.text, pair),
  )
  const frames = frameSentences(passage.text, quoted).map(readFrame)
  return { passage, quoted, frames, places: placeQuoted(quoted.length, frames) }
}

/** The clause that names who spoke, inside a mark that never closes: "“We go on, said Vale." */
const CREDIT_INSIDE =
  /^([^“”"]{8,}?[,!?]) (?:(?:said|says|added)\s\p{Lu}|\p{Lu}[\p{L}\p{M}.’' -]{2,40} (?:said|says|added)[\s.,])/u

/** Ends words whose closing mark was forgotten before the clause that credits them, and pairs what comes behind it anew. */
function closeForgotten(text: string, pairs: readonly QuotedText[]): QuotedText[] {
  return pairs.flatMap((pair) => {
    const { start, inner, isClosed } = pair
    const words = isClosed ? undefined : CREDIT_INSIDE.exec(text.slice(inner.start))?.[1]
    if (words === undefined) return [pair]
    const end = inner.start + words.length
    const behind = pairQuotationMarks(text.slice(end)).map((one) => ({
      ...one,
      start: one.start + end,
      end: one.end + end,
      inner: { start: one.inner.start + end, end: one.inner.end + end },
    }))
    return [{ start, end, inner: { start: inner.start, end }, isClosed: true }, ...closeForgotten(text, behind)]
  })
}

function placeQuoted(count: number, frames: readonly ReadFrame[]): (Place | undefined)[] {
  const places: (Place | undefined)[] = Array.from({ length: count }, () => undefined)
  for (const frame of frames) {
    frame.words.forEach(({ quoted }, at) => {
      if (quoted !== undefined) places[quoted] = { frame, at }
    })
  }
  return places
}
