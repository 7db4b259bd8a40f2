import { isOpen, type Block } from './block.ts'
import { isBullet, isProse, wordsOf } from './wording.ts'

const CREDIT_RULES = new Set(['clean/byline', 'clean/bare-byline', 'clean/timestamp'])
/** So many words of a publisher's own promotion may stand above a headline. */
const MOST_WORDS_ABOVE = 80

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

/** A headline that asks or exclaims ends as a sentence does. */
export function isQuestion(text: string): boolean {
  return /[?!]["”’']?$/u.test(text) && wordsOf(text).length <= 20
}

/** True for a byline or a time of publication. */
export function isCreditLine(block: Block | undefined): boolean {
  const verdict = block?.verdict
  return verdict?.as === 'aside' && CREDIT_RULES.has(verdict.rule)
}

/** True for the hour above an entry of a report in entries: what stands below it is the heading of the entry. */
export function isEntryTime(block: Block | undefined): boolean {
  return block?.verdict?.as === 'aside' && block.verdict.rule === 'clean/entry-time'
}

/** True for an open line that can be a headline or a standfirst: no sentence, unless one that asks or exclaims. */
export function isTitleLine(block: Block): boolean {
  return (
    isOpen(block) &&
    !isBullet(block.text) &&
    !block.text.endsWith(':') &&
    (!isProse(block.text) || isQuestion(block.text))
  )
}
