import { isOpen, type Block, type Draft } from './block.ts'
import { joinTraces } from './trace.ts'
import { isContinuation, isDangling, isEnded, wordsOf } from './wording.ts'

/** A sentence is looked for in so many lines at most. */
const LONGEST_CHAIN = 12
/** A line of fewer words may end in a comma for itself: "Thank you," */
const FEWEST_BEFORE_COMMA = 4

/**
 * Joins a sentence that was broken over several lines, as where a link stood on a line of its own.
 * Lines that were set aside in between stay where they are.
 */
export function joinBroken(draft: Draft): Draft {
  const taken = new Set<number>()
  const blocks = draft.blocks.map((block, index) => {
    const chain = isOpen(block) && !taken.has(index) ? findChain(draft.blocks, index) : []
    for (const at of chain) taken.add(at)
    return chain.length > 0 ? joinBlocks([block, ...chain.map((at) => draft.blocks[at]!)]) : block
  })
  return { ...draft, blocks: blocks.filter((_, index) => !taken.has(index)) }
}

/** Several blocks as one paragraph. */
export function joinBlocks(blocks: readonly Block[]): Block {
  return { ...blocks[0]!, ...joinTraces(blocks), lastLine: blocks.at(-1)!.lastLine }
}

/** Indexes of the blocks that go on with the sentence of block `start`. */
function findChain(blocks: readonly Block[], start: number): number[] {
  const chain: number[] = []
  let last = blocks[start]!
  for (let at = nextOpen(blocks, start); at !== undefined && chain.length < LONGEST_CHAIN; at = nextOpen(blocks, at)) {
    if (!goesOn(last, blocks[at]!, blocks[nextOpen(blocks, at) ?? -1])) break
    chain.push(at)
    last = blocks[at]!
  }
  return isEnded(last.text) || isDangling(blocks[start]!.text) ? chain : []
}

function nextOpen(blocks: readonly Block[], from: number): number | undefined {
  for (let at = from + 1; at < blocks.length && at <= from + 4; at += 1) if (isOpen(blocks[at])) return at
  return undefined
}

/** "(2) the alarm was off" is an item of a list, though "and" stands at the end of the one above. */
const isItem = (text: string): boolean => /^\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})\) /u.test(text)

function goesOn({ text }: Block, next: Block, afterNext: Block | undefined): boolean {
  if (isEnded(text) || /[:;]$/.test(text) || isItem(next.text)) return false
  if (isContinuation(next.text) || /^[,;.)”’]/u.test(next.text)) return true
  if (!isDangling(text) || wordsOf(text).length < (text.endsWith(',') ? FEWEST_BEFORE_COMMA : 2)) return false
  return (
    isEnded(next.text) ||
    ((wordsOf(next.text).length <= 8 || text.endsWith(',')) &&
      afterNext !== undefined &&
      (isContinuation(afterNext.text) || /^[,;.)”’]/u.test(afterNext.text)))
  )
}
