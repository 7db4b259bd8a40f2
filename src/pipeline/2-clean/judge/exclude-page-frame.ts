import { countShared, isBullet, isQuestion, isSentence, wordsOf } from '../../../text/lines.ts'
import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import { exclude, excludedAs, isOpen, type Block, type Draft } from '../trace/block.ts'

/** Weight of a line of a menu or a list of links against the words of a sentence. */
const LINK_WEIGHT = -8
/** The most that one paragraph weighs. */
const MOST_WEIGHT = 60
/** Minimum lines with links on one side of the text for that side to be the page's frame. */
const FEWEST_LINKS = 10
/** Maximum share of the text's words that the frame may hold, unless it has this many links. */
const MOST_WORDS = 0.35
const MANY_LINKS = 30
/** Maximum lines of a box in the text. */
const LONGEST_BOX = 5
/** Minimum words of a paragraph that can be compared by its subject. */
const FEWEST_WORDS = 8
/** Kinds of lines that may come between the paragraphs of a text. */
const IN_TEXT = new Set(['advert', 'caption', 'credit', 'markup', 'navigation', 'related', 'share'])

/**
 * Excludes the frame of a whole web page: sentences among menus above the text and among lists of other articles
 * below it. The text is the run of lines with the greatest sum, where a sentence counts its words and a link counts
 * negatively (maximum subarray, one pass). A copied text without a frame has too few links to be changed.
 */
export function excludePageFrame(draft: Draft, pack: Boilerplate): Draft {
  const weights = draft.blocks.map(weigh)
  const heaviest = findHeaviest(weights)
  const start = goBack(draft.blocks, heaviest.start, pack)
  const end = goOn(draft.blocks, heaviest.end, pack)
  const inside = sumWords(weights.slice(heaviest.start, heaviest.end))
  const isFrame = (side: number[]): boolean =>
    countLinks(side) >= (sumWords(side) <= inside * MOST_WORDS ? FEWEST_LINKS : MANY_LINKS)
  const isHead = isFrame(weights.slice(0, heaviest.start))
  const isFoot = isFrame(weights.slice(heaviest.end))
  const blocks = draft.blocks.map((block, index) => {
    const isFramed =
      (isHead && index < start && isSentence(block.text) && !isQuestion(block.text)) || (isFoot && index >= end)
    return isFramed && isOpen(block) ? { ...block, decision: exclude('navigation', 'boilerplate/page-frame') } : block
  })
  return { ...draft, blocks }
}

/** A box in the text, or its headings, can end the run too early: what follows a few lines below on the same subject is text. */
function goOn(blocks: readonly Block[], end: number, pack: Boilerplate): number {
  return end + countMore(blocks.slice(end), blocks.slice(0, end), pack)
}

/** … and so are a few lines above it. */
function goBack(blocks: readonly Block[], start: number, pack: Boilerplate): number {
  return start - countMore(blocks.slice(0, start).reverse(), blocks.slice(start), pack)
}

function stemsOfOpen(blocks: readonly Block[], pack: Boilerplate): Set<string> {
  const texts = blocks.filter(isOpen).map(({ text }) => text)
  return pack.stemsOf(texts.join(' '))
}

/** Number of blocks up to the last one on the same subject as the text, with at most a box between two of them. */
function countMore(blocks: readonly Block[], inside: readonly Block[], pack: Boilerplate): number {
  let told: Set<string> | undefined
  let [more, gap] = [0, 0]
  for (const [index, block] of blocks.entries()) {
    const kind = excludedAs(block)
    if (gap > LONGEST_BOX || (kind !== undefined && !IN_TEXT.has(kind))) break
    const isMore =
      isText(block, pack) &&
      wordsOf(block.text).length >= FEWEST_WORDS &&
      countShared(pack.stemsOf(block.text), (told ??= stemsOfOpen(inside, pack))) >= (gap > 2 ? 2 : 1)
    if (isMore) [more, gap] = [index + 1, 0]
    else if (isOpen(block) && !/[:;]$/u.test(block.text) && !isBullet(block.text)) gap += 1
  }
  return more
}

const isText = (block: Block, { wording }: Boilerplate): boolean =>
  isOpen(block) && isSentence(block.text) && !wording.reader.test(block.text)

function weigh(block: Block): number {
  if (isOpen(block)) return isSentence(block.text) ? Math.min(MOST_WEIGHT, wordsOf(block.text).length) : LINK_WEIGHT
  if (block.decision?.as === 'passage') return MOST_WEIGHT
  const kind = excludedAs(block)
  return kind === 'navigation' || kind === 'related' ? LINK_WEIGHT : 0
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
