import { aside, isOpen, type Block, type Draft } from './block.ts'
import { isSentence, wordsOf } from './wording.ts'

/** So many sentences of a text stand above its foot. */
const FEWEST_SENTENCES = 3
/** What closes a text, and the share of the words above it that may stand below: words on whom to ask stand in texts, too. */
const CLOSES = new Map([
  ['clean/copyright', 0.4],
  ['clean/end-mark', 0.4],
  ['clean/paywall', 0.4],
  ['clean/closing', 0.25],
])

/** Sets aside the foot of a page: what stands below the notice of copyright, the mark that ends a release, a paywall. */
export function setAsideFoot(draft: Draft): Draft {
  const words = draft.blocks.map((block) => (isOpen(block) ? wordsOf(block.text).length : 0))
  const sum = (from: number, to?: number): number => words.slice(from, to).reduce((total, count) => total + count, 0)
  const close = draft.blocks.findIndex((block, index) => {
    const share = shareBelow(block)
    return (
      share > 0 &&
      countSentences(draft.blocks.slice(0, index)) >= FEWEST_SENTENCES &&
      sum(index) <= sum(0, index) * share
    )
  })
  if (close < 0) return draft
  const blocks = draft.blocks.map((block, index) =>
    index > close && isOpen(block) ? { ...block, verdict: aside('navigation', 'clean/foot') } : block,
  )
  return { ...draft, blocks }
}

function shareBelow({ verdict }: Block): number {
  return verdict?.as === 'aside' ? (CLOSES.get(verdict.rule) ?? 0) : 0
}

function countSentences(blocks: readonly Block[]): number {
  return blocks.filter((block) => isOpen(block) && isSentence(block.text)).length
}
