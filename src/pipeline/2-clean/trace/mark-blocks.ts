import { isEnded } from '../../../text/line-shape.ts'
import type { Range } from '../../../model/span.ts'
import type { Block } from './block.ts'
import type { MarkdownReading } from '../cut/cut-markdown.ts'
import { joinBlocks } from './join-lines.ts'

/** A line longer than this that ends a sentence is a paragraph, whatever Markdown says of line ends. */
const LONGEST_WRAPPED = 130

/**
 * Joins the lines of each Markdown paragraph and marks its headings.
 *
 * @param blocks a block a line, in order
 */
export function markBlocks(blocks: readonly Block[], { headings, paragraphs }: MarkdownReading): Block[] {
  const headingOf = lookUp(headings)
  const paragraphOf = lookUp(paragraphs)
  const groups: Block[][] = []
  let last: Range | undefined
  for (const block of blocks) {
    const paragraph = paragraphOf(block)
    const before = groups.at(-1)?.at(-1)
    const isMore = before && paragraph !== undefined && paragraph === last && goesOn(before, block)
    const marked = headingOf(block) ? { ...block, isMarkedHeading: true } : block
    if (isMore) groups.at(-1)!.push(marked)
    else groups.push([marked])
    last = paragraph
  }
  return groups.map(joinBlocks)
}

function goesOn(before: Block, { decision }: Block): boolean {
  return before.decision?.as === decision?.as && !(isEnded(before.text) && before.text.length > LONGEST_WRAPPED)
}

/** Finds the range that a block begins in; blocks must be asked for in order. */
function lookUp(ranges: readonly Range[]): (block: Block) => Range | undefined {
  const sorted = [...ranges].sort((a, b) => a.start - b.start)
  let next = 0
  return ({ segments }) => {
    const at = segments[0]!.start
    while (next < sorted.length && sorted[next]!.end <= at) next += 1
    const range = sorted[next]
    return range && range.start <= at ? range : undefined
  }
}
