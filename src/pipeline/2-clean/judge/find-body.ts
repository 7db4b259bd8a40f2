import { isBullet, isEnded, isItem, isProse, isQuestion, isSentence, wordsOf } from '../../../text/line-shape.ts'
import { decideOpen, excludedBy, isOpen, keep, type Block, type Draft } from '../trace/block.ts'

const CREDIT_RULES = new Set(['metadata/byline', 'metadata/bare-byline', 'metadata/timestamp'])
/** So many words of a publisher's own promotion may stand above a headline. */
const MOST_WORDS_ABOVE = 80
/** A heading has so many words at most. */
const LONGEST_HEADING = 10

/**
 * Finds where the text begins: at its first sentence, or, when a byline or the time of publication follows
 * within a few words, at the first sentence below those.
 *
 * @returns an index into `blocks`, or -1 when no block is a sentence
 */
export function findBody(blocks: readonly Block[]): number {
  const first = blocks.findIndex(isBodySentence)
  let words = 0
  let body = first
  for (const [index, block] of blocks.entries()) {
    if (isOpen(block)) words += isProse(block.text) ? wordsOf(block.text).length : 0
    if (words > MOST_WORDS_ABOVE) break
    if (!isCreditLine(block)) continue
    const below = blocks.findIndex((other, at) => at > index && isBodySentence(other))
    if (below >= 0) body = below
  }
  return body
}

function isBodySentence(block: Block): boolean {
  return isOpen(block) && isProse(block.text) && !isQuestion(block.text) && !isBullet(block.text)
}

/** True for a byline or a time of publication. */
export function isCreditLine(block: Block | undefined): boolean {
  return CREDIT_RULES.has(excludedBy(block) ?? '')
}

/** True for the hour above an entry of a report in entries: what stands below it is the heading of the entry. */
export function isEntryTime(block: Block | undefined): boolean {
  return excludedBy(block) === 'boilerplate/entry-time'
}

/** True for an open line that can be a headline or a standfirst: no sentence, unless one that asks or exclaims. */
export function isTitleLine(block: Block): boolean {
  return (
    isOpen(block) &&
    !isItem(block.text) &&
    !block.text.endsWith(':') &&
    (!isProse(block.text) || isQuestion(block.text))
  )
}

/** Tells headings inside the text from paragraphs: short lines without a full stop that a sentence follows. */
export function nameHeadings(draft: Draft): Draft {
  return decideOpen(draft, ({ text, isMarkedHeading }, index, blocks) => {
    if (isMarkedHeading) return keep('heading')
    const next = blocks.slice(index + 1, index + 5).find((block) => isOpen(block))
    const isHeading =
      isHeadingLike(text) &&
      next !== undefined &&
      isSentence(next.text) &&
      (isEntryTime(blocks[index - 1]) || blocks.slice(0, index).some(isOpen))
    return keep(isHeading ? 'heading' : 'paragraph')
  })
}

function isHeadingLike(text: string): boolean {
  const isQuoted = /^(?:'[^']{2,40}'|‘[^’]{2,40}’|"[^"]{2,40}"|“[^”]{2,40}”)$/u.test(text)
  return (
    wordsOf(text).length <= LONGEST_HEADING &&
    (!isEnded(text) || /\?$/.test(text)) &&
    (!/[:;,]$|^[^\p{Lu}\p{N}]/u.test(text) || isQuoted)
  )
}
