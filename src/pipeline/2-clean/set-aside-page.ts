import { aside, isOpen, type Block, type Draft } from './block.ts'
import { isQuestion } from './find-body.ts'
import { countShared, isBullet, isSentence, stemsOf, wordsOf } from './wording.ts'

/** What a line of a menu or a list of links weighs against the words of a sentence. */
const LINK_WEIGHT = -8
/** The most that one paragraph weighs. */
const MOST_WEIGHT = 60
/** A side of the text is a page's frame only when so many lines of it are links. */
const FEWEST_LINKS = 10
/** … and when it holds no more than this share of the words that the text holds, or this many links. */
const MOST_WORDS = 0.35
const MANY_LINKS = 30
/** A box in the text has so many lines at most. */
const LONGEST_BOX = 5
/** A paragraph of fewer words may be of anything. */
const FEWEST_WORDS = 8
/** What stands in a text between its paragraphs. */
const IN_TEXT = new Set(['advert', 'caption', 'credit', 'markup', 'navigation', 'related', 'share'])
const READER = /\b(?:you|your|our|us|we)\b/iu

/**
 * Sets aside the frame of a whole web page: the sentences that stand among menus above the text and among
 * lists of other articles below it.
 *
 * The text is the run of lines with the greatest sum, a sentence counting its words and a link less than
 * nothing (the maximum subarray, in one pass). A clipping without a frame has too few links to be touched.
 */
export function setAsidePage(draft: Draft): Draft {
  const weights = draft.blocks.map(weigh)
  const heaviest = findHeaviest(weights)
  const start = goBack(draft.blocks, heaviest.start)
  const end = goOn(draft.blocks, heaviest.end)
  const inside = sumWords(weights.slice(heaviest.start, heaviest.end))
  const isFrame = (side: number[]): boolean =>
    countLinks(side) >= (sumWords(side) <= inside * MOST_WORDS ? FEWEST_LINKS : MANY_LINKS)
  const isHead = isFrame(weights.slice(0, heaviest.start))
  const isFoot = isFrame(weights.slice(heaviest.end))
  const blocks = draft.blocks.map((block, index) => {
    const isFramed =
      (isHead && index < start && isSentence(block.text) && !isQuestion(block.text)) || (isFoot && index >= end)
    return isFramed && isOpen(block) ? { ...block, verdict: aside('navigation', 'clean/page-frame') } : block
  })
  return { ...draft, blocks }
}

/** A box in the text, or its headings, can end the run too early: what goes on a few lines below and tells of the same is text. */
function goOn(blocks: readonly Block[], end: number): number {
  const told = stemsOf(
    blocks
      .slice(0, end)
      .filter(isOpen)
      .map(({ text }) => text)
      .join(' '),
  )
  return end + countMore(blocks.slice(end), told)
}

/** … and so is what stands a few lines above it. */
function goBack(blocks: readonly Block[], start: number): number {
  const told = stemsOf(
    blocks
      .slice(start)
      .filter(isOpen)
      .map(({ text }) => text)
      .join(' '),
  )
  return start - countMore(blocks.slice(0, start).reverse(), told)
}

/** How many of the blocks lie up to the last that tells of the same, no two such being parted by more than a box. */
function countMore(blocks: readonly Block[], told: ReadonlySet<string>): number {
  let [more, gap] = [0, 0]
  for (const [index, block] of blocks.entries()) {
    if (gap > LONGEST_BOX || (block.verdict?.as === 'aside' && !IN_TEXT.has(block.verdict.kind))) break
    const isMore =
      isText(block) &&
      wordsOf(block.text).length >= FEWEST_WORDS &&
      countShared(stemsOf(block.text), told) >= (gap > 2 ? 2 : 1)
    if (isMore) [more, gap] = [index + 1, 0]
    else if (isOpen(block) && !/[:;]$/u.test(block.text) && !isBullet(block.text)) gap += 1
  }
  return more
}

const isText = (block: Block): boolean => isOpen(block) && isSentence(block.text) && !READER.test(block.text)

function weigh(block: Block): number {
  if (isOpen(block)) return isSentence(block.text) ? Math.min(MOST_WEIGHT, wordsOf(block.text).length) : LINK_WEIGHT
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
