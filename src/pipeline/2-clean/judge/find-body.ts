import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import {
  countShared,
  isBullet,
  isEnded,
  isItem,
  isProse,
  isQuestion,
  isSentence,
  wordsOf,
} from '../../../text/lines.ts'
import type { Block, Draft } from '../trace/block.ts'
import { decideOpen, exclude, excludedAs, excludedBy, isOpen, keep } from '../trace/block.ts'
import { rangesOf } from '../trace/trace.ts'
import { state } from './read-fields.ts'

const CREDIT_RULES = new Set(['metadata/byline', 'metadata/bare-byline', 'metadata/timestamp'])
/** Maximum words of a publisher's own promotion above a headline. */
const MOST_WORDS_ABOVE = 80
/** Maximum words of a heading. */
const LONGEST_HEADING = 10

/**
 * Finds where the text begins: at its first sentence, or, when a byline or the time of publication follows
 * within a few words, at the first sentence below those.
 *
 * @returns an index into `blocks`, or -1 when no block is a sentence
 */
export function findBody(blocks: readonly Block[]): number {
  const first = blocks.findIndex(isBodySentence)
  let words = 0
  let body = first
  for (const [index, block] of blocks.entries()) {
    if (isOpen(block)) words += isProse(block.text) ? wordsOf(block.text).length : 0
    if (words > MOST_WORDS_ABOVE) break
    if (!isCreditLine(block)) continue
    const below = blocks.findIndex((other, at) => at > index && isBodySentence(other))
    if (below >= 0) body = below
  }
  return body
}

function isBodySentence(block: Block): boolean {
  return isOpen(block) && isProse(block.text) && !isQuestion(block.text) && !isBullet(block.text)
}

/** True for a byline or a time of publication. */
export function isCreditLine(block: Block | undefined): boolean {
  return CREDIT_RULES.has(excludedBy(block) ?? '')
}

/** True for the time above an entry of a live blog: the heading of the entry follows. */
export function isEntryTime(block: Block | undefined): boolean {
  return excludedBy(block) === 'boilerplate/entry-time'
}

/** True for an open line that can be a headline or a standfirst: no sentence, unless one that asks or exclaims. */
export function isTitleLine(block: Block): boolean {
  return (
    isOpen(block) &&
    !isItem(block.text) &&
    !block.text.endsWith(':') &&
    (!isProse(block.text) || isQuestion(block.text))
  )
}

/** Distinguishes headings inside the text from paragraphs: short lines without a full stop that a sentence follows. */
export function nameHeadings(draft: Draft): Draft {
  return decideOpen(draft, ({ text, isMarkedHeading }, index, blocks) => {
    if (isMarkedHeading) return keep('heading')
    const next = blocks.slice(index + 1, index + 5).find((block) => isOpen(block))
    const isHeading =
      isHeadingLike(text) &&
      next !== undefined &&
      isSentence(next.text) &&
      !(TURN.test(text) && TURN.test(next.text)) &&
      !(NUMBERED.test(text) && NUMBERED.test(blocks.slice(0, index).findLast(isOpen)?.text ?? '')) &&
      (isEntryTime(blocks[index - 1]) || blocks.slice(0, index).some(isOpen))
    return keep(isHeading ? 'heading' : 'paragraph')
  })
}

/** The last item of a numbered list is not a heading. */
const NUMBERED = /^\(?\d{1,2}[.)] \S/u

/** The label of a turn in an interview: a question that an answer follows is no heading. */
const TURN = /^\p{Lu}[\p{L}\p{M}.’' -]{0,40}: \S/u

function isHeadingLike(text: string): boolean {
  const isQuoted = /^(?:'[^']{2,40}'|‘[^’]{2,40}’|"[^"]{2,40}"|“[^”]{2,40}”)$/u.test(text)
  return (
    wordsOf(text).length <= LONGEST_HEADING &&
    (!isEnded(text) || /\?$/.test(text)) &&
    (!/[:;,]$|^[^\p{Lu}\p{N}]/u.test(text) || isQuoted)
  )
}

/** A name below an offer is no byline of the text. */
const SOLD = new Set(['advert', 'related', 'subscribe'])
/** Maximum words of a standfirst. */
const LONGEST_DECK = 45

/** Reads the standfirst from the one line between the headline and the text, or from the sentence above the byline. */
export function findStandfirst(draft: Draft, headline: number, body: number, pack: Boilerplate): Draft {
  const between = draft.blocks
    .map((_, index) => index)
    .slice(headline + 1, body)
    .filter((index) => isTitleLine(draft.blocks[index]!))
  const deck = between.length === 0 ? findDeck(draft.blocks, headline, body, pack) : undefined
  const index =
    deck ?? (between.length === 1 && isStandfirst(draft.blocks[between[0]!]!, pack) ? between[0]! : undefined)
  if (index === undefined) return draft
  const block = draft.blocks[index]!
  const blocks = draft.blocks.map((other, at) =>
    at === index ? { ...other, decision: exclude('metadata', 'metadata/standfirst') } : other,
  )
  return {
    ...draft,
    blocks,
    metadata: {
      ...draft.metadata,
      standfirst: state(block.text, 'metadata/standfirst', rangesOf(block, draft.text)),
    },
  }
}

/** A sentence between the headline and the byline: the text begins below the byline. */
function findDeck(blocks: readonly Block[], headline: number, body: number, pack: Boilerplate): number | undefined {
  const byline = blocks.findIndex((block, index) => index > headline && isCreditLine(block))
  if (byline < 0) return undefined
  const above = blocks.map((_, index) => index).slice(headline + 1, Math.min(byline, body))
  const [first, ...others] = above.filter((index) => isOpen(blocks[index]))
  if (first === undefined || others.length > 0) return undefined
  const isCaptioned = /^(?:credit|caption)$/.test(excludedAs(blocks[first - 1]) ?? '')
  const isSold = blocks.slice(first, byline).some((block) => SOLD.has(excludedAs(block) ?? ''))
  const { text } = blocks[first]!
  const below = pack.stemsOf(
    blocks
      .slice(body, body + 12)
      .filter(isOpen)
      .map((block) => block.text)
      .join(' '),
  )
  const isTold = countShared(pack.stemsOf(text), below) >= 2 && /[.?]["”’]?$/u.test(text)
  return !isSold && !isCaptioned && isTold && wordsOf(text).length <= LONGEST_DECK ? first : undefined
}

function isStandfirst({ text }: Block, pack: Boilerplate): boolean {
  const count = wordsOf(text).length
  return (
    count >= 7 &&
    count <= LONGEST_DECK &&
    !isEnded(text) &&
    (!pack.isTitleCase(text) || !/\p{Ll}/u.test(text)) &&
    pack.findPrintedDays(text).length === 0 &&
    !/[:;,]$/.test(text)
  )
}
