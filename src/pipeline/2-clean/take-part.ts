import type { Block, Verdict } from './block.ts'
import { sliceTrace } from './trace.ts'

/**
 * Takes a part out of a block that is otherwise text: a dateline before it, an editor's credit after it.
 *
 * @param from offset into the block's text
 * @param to end of the part, exclusive
 * @returns the blocks in reading order; parts without words are left out
 */
export function takePart(block: Block, from: number, to: number, verdict: Verdict): Block[] {
  const part = { ...block, ...sliceTrace(block, from, to), verdict }
  const before = { ...block, ...sliceTrace(block, 0, from) }
  const after = {
    ...block,
    ...sliceTrace(block, to, block.text.length),
    ...(before.text ? { isAfterBlank: false } : {}),
  }
  return [before, part, after].filter(({ text }) => text !== '')
}
