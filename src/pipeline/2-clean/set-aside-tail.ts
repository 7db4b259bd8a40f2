import { aside, isOpen, type Block, type Draft } from './block.ts'
import { findBody, isQuestion } from './find-body.ts'
import { isEnded, isSentence, wordsOf } from './wording.ts'

/** A list of other articles with their first sentences has so many lines that are no sentences. */
const FEWEST_LINKS = 4
/** … and so many sentences, each below a headline, */
const FEWEST_TEASERS = 2
/** … of no more words than this. */
const LONGEST_TEASER = 40
/** A line of few words among more than so many others that were set aside is one of them. */
const MANY = 3
/** A line of more words is no heading of the text. */
const LONGEST_HEADING = 5

/** Sets aside the lists of other articles: after a label such as "Read more", and in the run of headlines that closes a file. */
export function setAsideRelated(draft: Draft): Draft {
  const last = draft.blocks.findLastIndex(
    (block, index) =>
      block.verdict?.as === 'passage' ||
      (isOpen(block) && isSentence(block.text) && !isQuestion(block.text)) ||
      isLastWord(block, draft.blocks[index - 1]),
  )
  const run = draft.blocks.slice(last + 1)
  const lines = run.filter(isOpen)
  const isAmongFurniture = run.length > MANY && lines.every(({ text }) => wordsOf(text).length <= LONGEST_HEADING)
  const isRun = lines.length > 1 || run.some(isRelatedLabel) || isAmongFurniture
  const teasers = findTeasers(draft.blocks)
  const body = findBody(draft.blocks)
  let isListed = false
  const blocks = draft.blocks.map((block, index) => {
    isListed =
      index > body &&
      !isListEnd(block) &&
      (isRelatedLabel(block) || (isListed && goesOn(block, draft.blocks[index + 1])))
    if (!isOpen(block) || last < 0) return block
    if (index > (isRun ? last : Infinity) || index > teasers)
      return { ...block, verdict: aside('related', 'clean/related-run') }
    return isListed && isHeadlineLike(block) && !isHeading(block, draft.blocks[index + 1])
      ? { ...block, verdict: aside('related', 'clean/related-list') }
      : block
  })
  return { ...draft, blocks }
}

/** "The inquiry continues.": too short for a sentence that stands alone, but right below one. */
function isLastWord(block: Block, above: Block | undefined): boolean {
  const isShort = isOpen(block) && /^\p{Lu}\p{Ll}[^.]{4,60}\.$/u.test(block.text) && wordsOf(block.text).length >= 3
  return isShort && isOpen(above) && isSentence(above.text)
}

/** Index of the label below which only other articles follow, each a headline with a sentence at most. */
function findTeasers(blocks: readonly Block[]): number {
  let [links, sentences] = [0, 0]
  let isBelowSentence = false
  for (let index = blocks.length - 1; index >= 0; index -= 1) {
    const block = blocks[index]!
    if (isRelatedLabel(block) && links >= FEWEST_LINKS && sentences >= FEWEST_TEASERS) return index
    if (!isOpen(block)) continue
    const isTeaser = isSentence(block.text)
    if (isTeaser && (isBelowSentence || wordsOf(block.text).length > LONGEST_TEASER)) break
    isBelowSentence = isTeaser
    if (isTeaser) sentences += 1
    else links += 1
  }
  return Infinity
}

function goesOn(block: Block, next: Block | undefined): boolean {
  if (isOpen(block) && isQuestion(block.text)) {
    const isLastOfList = !block.isAfterBlank && next?.isAfterBlank === true
    return next !== undefined && (isLastOfList || !(isOpen(next) && isSentence(next.text)))
  }
  return !isOpen(block) || !isSentence(block.text)
}

/** "End of list": what a page says to those who hear it read. */
function isListEnd({ text }: Block): boolean {
  return /^end of list$/iu.test(text)
}

/** A few words right above a paragraph are its heading, even below a list of links, unless a blank line parts the two. */
function isHeading({ text, isAfterBlank }: Block, below: Block | undefined): boolean {
  if (!isOpen(below) || !isSentence(below.text) || isQuestion(below.text)) return false
  return wordsOf(text).length <= LONGEST_HEADING && (isAfterBlank || !below.isAfterBlank)
}

function isRelatedLabel(block: Block): boolean {
  return block.verdict?.as === 'aside' && block.verdict.rule === 'clean/related-label'
}

function isHeadlineLike({ text }: Block): boolean {
  const count = wordsOf(text).length
  return count >= 2 && count <= 20 && (!isEnded(text) || isQuestion(text))
}
