import { aside, isOpen, type Block, type Draft } from './block.ts'
import { isSentence, wordsOf } from './wording.ts'

/** What a line of a menu or a list of links weighs against the words of a sentence. */
const LINK_WEIGHT = -8
/** The most that one paragraph weighs. */
const MOST_WEIGHT = 60
/** A side of the text is a page's frame only when so many lines of it are links. */
const FEWEST_LINKS = 10
/** … and when it holds no more than this share of the words that the text holds, or this many links. */
const MOST_WORDS = 0.35
const MANY_LINKS = 30

/**
 * Sets aside the frame of a whole web page: the sentences that stand among menus above the text and among
 * lists of other articles below it.
 *
 * The text is the run of lines with the greatest sum, a sentence counting its words and a link less than
 * nothing (the maximum subarray, in one pass). A clipping without a frame has too few links to be touched.
 */
export function setAsidePage(draft: Draft): Draft {
  const weights = draft.blocks.map(weigh)
  const { start, end } = findHeaviest(weights)
  const inside = sumWords(weights.slice(start, end))
  const isFrame = (side: number[]): boolean =>
    countLinks(side) >= (sumWords(side) <= inside * MOST_WORDS ? FEWEST_LINKS : MANY_LINKS)
  const isHead = isFrame(weights.slice(0, start))
  const isFoot = isFrame(weights.slice(end))
  const blocks = draft.blocks.map((block, index) => {
    const isFramed = (isHead && index < start && isSentence(block.text)) || (isFoot && index >= end)
    return isFramed && isOpen(block) ? { ...block, verdict: aside('navigation', 'clean/page-frame') } : block
  })
  return { ...draft, blocks }
}

function weigh(block: Block): number {
  if (isOpen(block))
    return isSentence(block.text) ? Math.min(MOST_WEIGHT, wordsOf(block.text).length) : LINK_WEIGHT
  if (block.verdict?.as === 'passage') return MOST_WEIGHT
  return block.verdict?.kind === 'navigation' || block.verdict?.kind === 'related' ? LINK_WEIGHT : 0
}

function countLinks(weights: readonly number[]): number {
  return weights.filter((weight) => weight < 0).length
}

function sumWords(weights: readonly number[]): number {
  return weights.reduce((sum, weight) => sum + Math.max(0, weight), 0)
}

/** The range of indexes with the greatest sum, the first of equals. */
function findHeaviest(weights: readonly number[]): { start: number; end: number } {
  let [best, sum, from] = [0, 0, 0]
  let found = { start: 0, end: 0 }
  for (const [index, weight] of weights.entries()) {
    if (sum <= 0) [sum, from] = [0, index]
    sum += weight
    if (sum > best) [best, found] = [sum, { start: from, end: index + 1 }]
  }
  return found
}
