import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import { isContinuation, isEnded, wordsOf } from '../../../text/lines.ts'
import { isOpen, type Block, type Draft } from './block.ts'
import { joinTraces } from './trace.ts'

/** Maximum lines that one sentence can be wrapped over. */
const LONGEST_CHAIN = 12
/** Minimum words of a line whose final comma shows that it goes on; not "Thank you,". */
const FEWEST_BEFORE_COMMA = 4

/** Several blocks as one paragraph. */
export function joinBlocks(blocks: readonly Block[]): Block {
  return { ...blocks[0]!, ...joinTraces(blocks), lastLine: blocks.at(-1)!.lastLine }
}

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
    const isMore = last && !block.isAfterBlank && last.decision?.as === block.decision?.as && isFull(last, block, width)
    if (isMore) groups.at(-1)!.push(block)
    else groups.push([block])
  }
  return groups.map(joinBlocks)
}

/** Joins the lines between which a word is broken in two, or parted at its hyphen. */
export function joinHyphenated(blocks: readonly Block[]): Block[] {
  const groups: Block[][] = []
  for (const [index, block] of blocks.entries()) {
    const last = blocks[index - 1]
    const isParted = last && (last.isBroken === true || /\p{L}[-‐]$/u.test(last.text)) && /^\p{L}/u.test(block.text)
    if (isParted && !block.isAfterBlank && last.decision?.as === block.decision?.as) groups.at(-1)!.push(block)
    else groups.push([block])
  }
  return groups.map((group) => (group.length > 1 ? joinBlocks(group) : group[0]!))
}

/** The width that a file was wrapped at, in UTF-16 code units; undefined when it was not. */
function findWidth(blocks: readonly Block[]): number | undefined {
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

/**
 * Joins a sentence that was broken over several lines, for example by a link on a separate line. Excluded lines
 * between them stay.
 *
 * @param pack knows which words cannot end a line; without one, only a lower-case letter in the next line counts
 */
export function joinBroken(draft: Draft, pack?: Boilerplate): Draft {
  const isDangling = pack?.isDangling ?? (() => false)
  const taken = new Set<number>()
  const blocks = draft.blocks.map((block, index) => {
    const chain = isOpen(block) && !taken.has(index) ? findChain(draft.blocks, index, isDangling) : []
    for (const at of chain) taken.add(at)
    return chain.length > 0 ? joinBlocks([block, ...chain.map((at) => draft.blocks[at]!)]) : block
  })
  return { ...draft, blocks: blocks.filter((_, index) => !taken.has(index)) }
}

/** Indexes of the blocks that go on with the sentence of block `start`. */
function findChain(blocks: readonly Block[], start: number, isDangling: Boilerplate['isDangling']): number[] {
  const chain: number[] = []
  let last = blocks[start]!
  for (let at = nextOpen(blocks, start); at !== undefined && chain.length < LONGEST_CHAIN; at = nextOpen(blocks, at)) {
    if (!goesOn(last, blocks[at]!, blocks[nextOpen(blocks, at) ?? -1], isDangling)) break
    chain.push(at)
    last = blocks[at]!
  }
  return isEnded(last.text) || isDangling(blocks[start]!.text) ? chain : []
}

function nextOpen(blocks: readonly Block[], from: number): number | undefined {
  for (let at = from + 1; at < blocks.length && at <= from + 4; at += 1) if (isOpen(blocks[at])) return at
  return undefined
}

/** "(2) the alarm was off" is an item of a list, even if the line above ends in "and". */
const isItem = (text: string): boolean => /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\) /u.test(text)

function goesOn(
  { text }: Block,
  next: Block,
  afterNext: Block | undefined,
  isDangling: Boilerplate['isDangling'],
): boolean {
  const isMore = (block: Block): boolean => isContinuation(block.text) || /^[,;.)”’]/u.test(block.text)
  if (isEnded(text) || /[:;]$/.test(text) || isItem(next.text)) return false
  if (isMore(next)) return true
  if (!isDangling(text) || wordsOf(text).length < (text.endsWith(',') ? FEWEST_BEFORE_COMMA : 2)) return false
  const isFollowed = afterNext !== undefined && isMore(afterNext)
  return isEnded(next.text) || ((wordsOf(next.text).length <= 8 || text.endsWith(',')) && isFollowed)
}
