import { aside, isOpen, type Block, type Draft } from './block.ts'
import { isSentence, wordsOf } from './wording.ts'

/** So many sentences of a text stand above its foot. */
const FEWEST_SENTENCES = 3
/** The foot holds no more than this share of the words above it. */
const MOST_WORDS = 0.4
const CLOSES = new Set(['clean/copyright', 'clean/end-mark'])

/** Sets aside the foot of a page: what stands below the notice of copyright, or below the mark that ends a release. */
export function setAsideFoot(draft: Draft): Draft {
  const words = draft.blocks.map((block) => (isOpen(block) ? wordsOf(block.text).length : 0))
  const sum = (from: number, to?: number): number => words.slice(from, to).reduce((total, count) => total + count, 0)
  const close = draft.blocks.findIndex(
    (block, index) => isClose(block) && countSentences(draft.blocks.slice(0, index)) >= FEWEST_SENTENCES && sum(index) <= sum(0, index) * MOST_WORDS,
  )
  if (close < 0) return draft
  const blocks = draft.blocks.map((block, index) =>
    index > close && isOpen(block) ? { ...block, verdict: aside('navigation', 'clean/foot') } : block,
  )
  return { ...draft, blocks }
}

function isClose({ verdict }: Block): boolean {
  return verdict?.as === 'aside' && CLOSES.has(verdict.rule)
}

function countSentences(blocks: readonly Block[]): number {
  return blocks.filter((block) => isOpen(block) && isSentence(block.text)).length
}
