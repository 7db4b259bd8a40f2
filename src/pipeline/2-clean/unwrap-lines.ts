import type { Block } from './block.ts'
import { joinBlocks } from './join-broken.ts'
import { isEnded } from './wording.ts'

/**
 * Joins the lines of paragraphs that were wrapped at a fixed width; a file with a paragraph a line stays as it is.
 *
 * A file is wrapped when most of its lines are so full that the first word of the line below would not have
 * fitted, the width being that of its longest lines. In a wrapped file a line with room for that word ends a paragraph.
 */
export function unwrapLines(blocks: readonly Block[]): Block[] {
  const width = findWidth(blocks)
  if (width === undefined) return [...blocks]
  const groups: Block[][] = []
  for (const [index, block] of blocks.entries()) {
    const last = blocks[index - 1]
    const isMore = last && !block.isAfterBlank && hasSameVerdict(last, block) && isFull(last, block, width)
    if (isMore) groups.at(-1)!.push(block)
    else groups.push([block])
  }
  return groups.map(joinBlocks)
}

function hasSameVerdict(first: Block, second: Block): boolean {
  return first.verdict?.as === second.verdict?.as
}

/** The width that a file was wrapped at, in UTF-16 code units; undefined when it was not. */
export function findWidth(blocks: readonly Block[]): number | undefined {
  const lengths = blocks.map(({ text }) => text.length).sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.97)] ?? 0
  if (width < 40 || width > 130) return undefined
  const pairs = blocks
    .slice(1)
    .flatMap((block, index) => (block.isAfterBlank ? [] : [[blocks[index]!, block] as const]))
  const full = pairs.filter(([first, second]) => isFull(first, second, width))
  const open = full.filter(([first]) => !isEnded(first.text))
  return pairs.length >= 3 && full.length >= pairs.length * 0.6 && open.length >= full.length * 0.4 ? width : undefined
}

function isFull(first: Block, second: Block, width: number): boolean {
  const word = second.text.indexOf(' ')
  return first.text.length + 1 + (word < 0 ? second.text.length : word) > width - 4
}
