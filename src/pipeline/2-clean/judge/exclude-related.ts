import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import { isBullet, isEnded, isQuestion, isRecord, isSentence, wordsOf } from '../../../text/lines.ts'
import { exclude, excludedAs, excludedBy, isOpen, type Block, type Draft } from '../trace/block.ts'
import { findBody } from './find-body.ts'

/** Minimum lines that are not sentences in a list of other articles with their first sentences. */
const FEWEST_LINKS = 4
/** Minimum sentences of such a list, each below a headline. */
const FEWEST_TEASERS = 2
/** Maximum words of such a sentence. */
const LONGEST_TEASER = 40
/** Lines of these kinds occur among a page's links and buttons, not between the lines of a text. */
const LINK_SIGNS = new Set(['related', 'navigation', 'share', 'subscribe', 'advert', 'legal', 'comment', 'standards'])
/** A line of more words is no heading of the text … */
const LONGEST_HEADING = 5
/** … unless it asks. */
const LONGEST_QUESTION = 7
/** More lines than this in a row are a list of the text's own, unless most are as long as headlines are, */
const LONGEST_RUN = 5
/** … and one of more words than this is no headline. */
const LONGEST_LINK = 20

/** Excludes the lists of other articles: after a label such as "Read more", and in the run of headlines that closes a file. */
export function excludeRelated(draft: Draft, pack: Boilerplate): Draft {
  const last = findLastSentence(draft.blocks)
  const tail = findTail(draft.blocks, last + 1)
  const teasers = findTeasers(draft.blocks)
  const body = findBody(draft.blocks)
  let isListed = false
  const blocks = draft.blocks.map((block, index) => {
    const next = draft.blocks[index + 1]
    const isEnd = pack.boxes.listEnds.test(block.text)
    isListed = index > body && !isEnd && (isRelatedLabel(block) || (isListed && goesOn(block, next)))
    if (!isOpen(block) || last < 0) return block
    if (index >= tail || index > teasers) return { ...block, decision: exclude('related', 'boilerplate/related-run') }
    return isListed && isHeadlineLike(block.text) && !isHeading(block, next)
      ? { ...block, decision: exclude('related', 'boilerplate/related-list') }
      : block
  })
  return { ...draft, blocks }
}

/** Index of the last block that is a sentence of the text; -1 when none is. */
function findLastSentence(blocks: readonly Block[]): number {
  return blocks.findLastIndex(
    (block, index) =>
      block.decision?.as === 'passage' ||
      (isOpen(block) && isSentence(block.text) && !isQuestion(block.text)) ||
      isLastWord(block, blocks[index - 1]),
  )
}

/**
 * Index from which the short lines that close a file are headlines of other articles; Infinity when none are. Short
 * lines are text until something says otherwise: a label, a button or a notice of the page among them or below them.
 * Below such a sign all are links; above it those are that read as headlines and that no colon announces.
 */
function findTail(blocks: readonly Block[], from: number): number {
  const sign = blocks.findIndex((block, index) => index >= from && LINK_SIGNS.has(excludedAs(block) ?? ''))
  if (sign < 0) return Infinity
  const above = blocks.slice(from, sign).filter(isOpen)
  const isAnnounced = above.some(({ text }) => /[:;]$/u.test(text)) || /:["”’]?$/u.test(blocks[from - 1]?.text ?? '')
  return isAnnounced || above.some(({ text }) => isRecord(text)) ? sign : from
}

/** "The inquiry continues.": too short for a separate sentence, but directly after one. */
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

/** A few words right above a paragraph are its heading, even below a list of links, unless a blank line parts the two. */
function isHeading({ text, isAfterBlank }: Block, below: Block | undefined): boolean {
  if (!isOpen(below) || !isSentence(below.text) || isQuestion(below.text)) return false
  return wordsOf(text).length <= LONGEST_HEADING && (isAfterBlank || !below.isAfterBlank)
}

const isRelatedLabel = (block: Block): boolean => excludedBy(block) === 'boilerplate/related-label'

function isHeadlineLike(text: string): boolean {
  const count = wordsOf(text).length
  return count >= 2 && count <= LONGEST_LINK && (!isEnded(text) || isQuestion(text))
}

/**
 * Excludes headlines of other articles among the paragraphs without a label: two or more lines in a row without a
 * full stop. A short line directly above a sentence stays, as a heading.
 */
export function excludeLinkRuns(draft: Draft): Draft {
  const blocks = [...draft.blocks]
  let run: number[] = []
  let last: Block | undefined
  for (const [index, block] of draft.blocks.entries()) {
    if (!isOpen(block)) continue
    if (isLink(block)) {
      run.push(index)
      continue
    }
    // A list that a colon announces is text.
    const isAmongText = last !== undefined && isSentence(last.text) && isSentence(block.text)
    for (const at of isAmongText ? linksOf(run, blocks) : [])
      blocks[at] = { ...blocks[at]!, decision: exclude('related', 'boilerplate/link-run') }
    run = []
    last = block
  }
  return { ...draft, blocks }
}

function isLink({ text, isMarkedHeading }: Block): boolean {
  return (
    !isMarkedHeading && isHeadlineLike(text) && !isBullet(text) && /^\p{Lu}(?!\p{L}{0,12}:)[^]*[^:;,–—-]$/u.test(text)
  )
}

function linksOf(run: readonly number[], blocks: readonly Block[]): readonly number[] {
  const size = (at: number): number => wordsOf(blocks[at]!.text).length
  const last = run.at(-1)
  if (last === undefined) return []
  const isLastHeading = size(last) <= (isQuestion(blocks[last]!.text) ? LONGEST_QUESTION : LONGEST_HEADING)
  const links = isLastHeading ? run.slice(0, -1) : run
  const long = links.filter((at) => size(at) > LONGEST_HEADING).length
  const isList = links.length <= LONGEST_RUN ? long > 0 : long > links.length * 0.8
  return links.length >= 2 && isList ? links : []
}
