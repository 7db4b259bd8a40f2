import { aside, isOpen, type Block, type Draft } from './block.ts'
import { findBody, isQuestion } from './find-body.ts'
import { isBullet, isEnded, isSentence, wordsOf } from './wording.ts'

/** A line of more words may be a paragraph that lost its full stop. */
const LONGEST_LINE = 12
/** More lines than this in a row may be a list of the text's own. */
const LONGEST_RUN = 4
/** What stands between a heading and its text, or is read elsewhere. */
const PARTS_NOTHING = new Set(['caption', 'credit', 'markup', 'repeat', 'metadata', 'note', 'bullet'])

/**
 * Sets aside short lines without a full stop that stand right above lines that were set aside: a heading has text
 * below it, and what publishers put around a text stands together.
 */
export function setAsideClumps(draft: Draft): Draft {
  const body = findBody(draft.blocks)
  if (body < 0) return draft
  const blocks = [...draft.blocks]
  let run: number[] = []
  for (const [index, block] of draft.blocks.entries()) {
    if (index <= body || (!isOpen(block) && PARTS_NOTHING.has(kindOf(block)))) continue
    if (isLine(block)) {
      run.push(index)
      continue
    }
    if (!isOpen(block) && run.length <= LONGEST_RUN && !isAnnounced(draft.blocks[run[0]! - 1])) {
      for (const at of run) blocks[at] = { ...blocks[at]!, verdict: aside('navigation', 'clean/clump') }
    }
    run = []
  }
  return { ...draft, blocks }
}

const kindOf = ({ verdict }: Block): string => (verdict?.as === 'aside' ? verdict.kind : '')

function isLine(block: Block): boolean {
  const { text, isMarkedHeading } = block
  if (!isOpen(block) || isMarkedHeading || isBullet(text) || /[:;,]$/u.test(text)) return false
  return (
    wordsOf(text).length <= LONGEST_LINE &&
    /^\P{L}{0,2}\p{L}/u.test(text) &&
    (!isEnded(text) || (isQuestion(text) && !isSentence(text)))
  )
}

/** A list that a colon announces is text. */
const isAnnounced = (above: Block | undefined): boolean =>
  above !== undefined && isOpen(above) && /[:;,]$/u.test(above.text)
