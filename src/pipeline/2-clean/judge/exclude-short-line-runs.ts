import { isEnded, isQuestion, isRecord, isSentence, wordsOf } from '../../../text/line-shape.ts'
import { exclude, excludedAs, isOpen, type Block, type Draft } from '../trace/block.ts'
import { findBody } from './find-body.ts'

/** A line of more words may be a paragraph that lost its full stop. */
const LONGEST_LINE = 12
/** More lines than this in a row may be a list of the text's own. */
const LONGEST_RUN = 4
/** What stands between a heading and its text, or is read elsewhere. */
const PARTS_NOTHING = new Set(['caption', 'credit', 'markup', 'repeat', 'metadata', 'note', 'bullet'])

/**
 * Excludes short lines without a full stop right above excluded lines: a heading has text below it, and what
 * publishers put around a text stands together.
 */
export function excludeShortLineRuns(draft: Draft): Draft {
  const body = findBody(draft.blocks)
  if (body < 0) return draft
  const blocks = [...draft.blocks]
  let run: number[] = []
  for (const [index, block] of draft.blocks.entries()) {
    if (index <= body || PARTS_NOTHING.has(excludedAs(block) ?? '')) continue
    if (isLine(block)) {
      run.push(index)
      continue
    }
    if (!isOpen(block) && run.length <= LONGEST_RUN && !isAnnounced(draft.blocks[run[0]! - 1])) {
      for (const at of run)
        blocks[at] = { ...blocks[at]!, decision: exclude('navigation', 'boilerplate/short-line-run') }
    }
    run = []
  }
  return { ...draft, blocks }
}

function isLine(block: Block): boolean {
  const { text, isMarkedHeading } = block
  if (!isOpen(block) || isMarkedHeading || isRecord(text) || /[:;,]$/u.test(text)) return false
  return (
    wordsOf(text).length <= LONGEST_LINE &&
    /^\P{L}{0,2}\p{L}/u.test(text) &&
    (!isEnded(text) || (isQuestion(text) && !isSentence(text)))
  )
}

/** A list that a colon announces is text. */
const isAnnounced = (above: Block | undefined): boolean => isOpen(above) && /[:;,]$/u.test(above.text)
