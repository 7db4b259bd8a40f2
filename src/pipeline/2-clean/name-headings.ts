import { decideOpen, isOpen, keep, type Draft } from './block.ts'
import { isEntryTime } from './find-body.ts'
import { isEnded, isSentence, wordsOf } from './wording.ts'

/** Tells headings inside the text from paragraphs: short lines without a full stop that a sentence follows. */
export function nameHeadings(draft: Draft): Draft {
  return decideOpen(draft, ({ text, isMarkedHeading }, index, blocks) => {
    if (isMarkedHeading) return keep('heading')
    const next = blocks.slice(index + 1, index + 5).find((block) => isOpen(block))
    const isShort =
      wordsOf(text).length <= 10 &&
      (!isEnded(text) || /\?$/.test(text)) &&
      (!/[:;,]$|^[^\p{Lu}\p{N}]/u.test(text) || /^(?:'[^']{2,40}'|‘[^’]{2,40}’|"[^"]{2,40}"|“[^”]{2,40}”)$/u.test(text))
    const isHeading =
      isShort &&
      next !== undefined &&
      isSentence(next.text) &&
      (isEntryTime(blocks[index - 1]) || blocks.slice(0, index).some(isOpen))
    return keep(isHeading ? 'heading' : 'paragraph')
  })
}
