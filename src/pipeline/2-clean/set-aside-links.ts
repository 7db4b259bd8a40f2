import { aside, isOpen, type Block, type Draft } from './block.ts'
import { isQuestion } from './find-body.ts'
import { isBullet, isEnded, isSentence, wordsOf } from './wording.ts'

/** A line of more words than this is no heading of the text … */
const LONGEST_HEADING = 5
/** … unless it asks, */
const LONGEST_QUESTION = 7
/** More lines than this in a row are a list of the text's own, unless most are as long as headlines are. */
const LONGEST_RUN = 5
/** … and one of more than this is no headline. */
const LONGEST_LINK = 20

/**
 * Sets aside the headlines of other articles that stand among the paragraphs without a label: two or more
 * lines in a row without a full stop. A short line right above a sentence stays, as a heading.
 */
export function setAsideLinks(draft: Draft): Draft {
  const blocks = [...draft.blocks]
  let run: number[] = []
  let last: Block | undefined
  for (const [index, block] of draft.blocks.entries()) {
    if (!isOpen(block)) continue
    if (isLink(block)) {
      run.push(index)
      continue
    }
    if (isAmongText(last, block)) {
      for (const at of linksOf(run, blocks)) {
        blocks[at] = { ...blocks[at]!, verdict: aside('related', 'clean/link-run') }
      }
    }
    run = []
    last = block
  }
  return { ...draft, blocks }
}

function isLink({ text, isMarkedHeading }: Block): boolean {
  const count = wordsOf(text).length
  return (
    !isMarkedHeading &&
    count >= 2 &&
    count <= LONGEST_LINK &&
    (!isEnded(text) || isQuestion(text)) &&
    !isBullet(text) &&
    /^\p{Lu}(?!\p{L}{0,12}:)[^]*[^:;,–—-]$/u.test(text)
  )
}

/** A list that a colon announces is text. */
function isAmongText(before: Block | undefined, after: Block): boolean {
  return before !== undefined && isSentence(before.text) && isSentence(after.text)
}

function isHeading(block: Block | undefined): boolean {
  const count = block ? wordsOf(block.text).length : 0
  return count <= (block && isQuestion(block.text) ? LONGEST_QUESTION : LONGEST_HEADING)
}

function linksOf(run: readonly number[], blocks: readonly Block[]): readonly number[] {
  const size = (at: number | undefined): number => (at === undefined ? 0 : wordsOf(blocks[at]!.text).length)
  const links = isHeading(blocks[run.at(-1)!]) ? run.slice(0, -1) : run
  const long = links.filter((at) => size(at) > LONGEST_HEADING).length
  const isList = links.length <= LONGEST_RUN ? long > 0 : long > links.length * 0.8
  return links.length >= 2 && isList ? links : []
}
