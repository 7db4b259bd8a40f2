import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { aside, decideOpen, isOpen, type Block, type Draft, type Verdict } from './block.ts'
import { isBullet, isEnded, isSentence, wordsOf } from './wording.ts'

const lists: { summaries: string[] } = parse(readFileSync(new URL('./notes.yml', import.meta.url), 'utf8'))
const SUMMARIES = new Set(lists.summaries)
const SELLERS = /^(?:sponsored|promoted|partner|paid)\b[^:]{0,40}$/iu
const ADVERT = /^(?:ads?|adverts?|advertisements?)$/iu
/** One of fewer words may be a heading, one of more a paragraph. */
const [FEWEST_WORDS, MOST_WORDS] = [7, 25]
/** Between two calls to subscribe stand so many lines of the same box at most. */
const REACH = 3

/** Sets aside the boxes that stand in a text: what a newsletter offers, and the text's main points under a label. */
export function setAsideBoxes(draft: Draft): Draft {
  const points = findPoints(
    draft.blocks,
    draft.blocks.slice(1).some(({ isAfterBlank }) => isAfterBlank),
  )
  const first = draft.blocks.findIndex((block) => isOpen(block) && isSentence(block.text))
  return decideOpen(draft, (block, index, blocks): Verdict | undefined => {
    if (points.has(index))
      return isLabel(block) ? aside('navigation', 'clean/label') : aside('bullet', 'clean/main-points')
    if (isSold(block, index, blocks) || (first >= 0 && index > first && isAdvertised(block, blocks[index - 1]!)))
      return aside('advert', 'clean/advert-box')
    return isOffer(block, index, blocks) || isOfferTitle(block, blocks[index + 1])
      ? aside('subscribe', 'clean/subscribe-box')
      : undefined
  })
}

/** A label such as "Key points" and the lines without a full stop, or with a bullet, below it. */
function findPoints(blocks: readonly Block[], hasBlanks: boolean): Set<number> {
  const points = new Set<number>()
  for (const [index, block] of blocks.entries()) {
    if (!isLabel(block)) continue
    let at = index + 1
    while (isOpen(blocks[at]) && isPoint(blocks[at]!, blocks[index + 1]!, hasBlanks)) at += 1
    if (at > index + 2) for (let taken = index; taken < at; taken += 1) points.add(taken)
  }
  return points
}

function isLabel({ text }: Block): boolean {
  return SUMMARIES.has(text.toLowerCase().replace(/[^\p{L}]{1,3}$/u, ''))
}

/** The points of a box are made alike: all with a bullet, or without a full stop; sentences only where a blank line ends the box. */
function isPoint({ text, isAfterBlank }: Block, first: Block, hasBlanks: boolean): boolean {
  if (isBullet(first.text)) return isBullet(text)
  if (wordsOf(text).length > 25) return false
  return isEnded(first.text) ? hasBlanks && (!isAfterBlank || !isEnded(text)) : !isEnded(text)
}

/** Below "Sponsored content" stand the headline of what is sold and who sells it. */
function isSold({ text }: Block, index: number, blocks: readonly Block[]): boolean {
  if (isEnded(text)) return false
  const label = blocks.slice(Math.max(0, index - 2), index).findLast((block) => !isOpen(block) || isEnded(block.text))
  return label?.verdict?.as === 'aside' && label.verdict.kind === 'advert' && SELLERS.test(label.text)
}

/** A line in the text right below "Advertisement" that is neither a sentence nor short enough for a heading. */
function isAdvertised({ text }: Block, above: Block): boolean {
  const count = wordsOf(text).length
  return ADVERT.test(above.text) && !isEnded(text) && count >= FEWEST_WORDS && count <= MOST_WORDS
}

/** A few words right above a call to subscribe name what it is for. */
function isOfferTitle({ text }: Block, below: Block | undefined): boolean {
  const isAbove =
    below?.verdict?.as === 'aside' &&
    below.verdict.rule === 'clean/subscribe' &&
    /^(?:sign up|subscribe|get|enter|your e-?mail)\b/iu.test(below.text)
  return isAbove && !isEnded(text) && !isBullet(text) && wordsOf(text).length <= 8
}

/** A line to the reader, or without a full stop, between two calls to subscribe. */
function isOffer({ text }: Block, index: number, blocks: readonly Block[]): boolean {
  const isCall = (block: Block): boolean => block.verdict?.as === 'aside' && block.verdict.kind === 'subscribe'
  const isTitle = (block: Block): boolean =>
    isCall(block) && /^newsletter/iu.test(block.text) && wordsOf(block.text).length <= 3
  const before = blocks.slice(Math.max(0, index - REACH), index)
  return (
    wordsOf(text).length <= 45 &&
    !/["“”]/u.test(text) &&
    (!isEnded(text) ||
      /\b(?:you|your|our|we)\b/iu.test(text) ||
      (wordsOf(text).length <= 25 && before.some(isTitle))) &&
    before.some(isCall) &&
    blocks.slice(index + 1, index + 1 + REACH).some(isCall)
  )
}
