import { countShared, isEnded, wordsOf } from '../../../text/line-shape.ts'
import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import { exclude, excludedAs, isOpen, type Block, type Draft } from '../trace/block.ts'
import { isCreditLine, isTitleLine } from './find-body.ts'
import { state } from './metadata.ts'
import { rangesOf } from '../trace/trace.ts'

/** A name below an offer is no byline of the text. */
const SOLD = new Set(['advert', 'related', 'subscribe'])
/** A standfirst has so many words at most. */
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
