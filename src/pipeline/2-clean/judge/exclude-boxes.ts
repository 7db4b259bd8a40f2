import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import { isBullet, isEnded, isSentence, wordsOf } from '../../../text/lines.ts'
import {
  decideOpen,
  exclude,
  excludedAs,
  excludedBy,
  isOpen,
  type Block,
  type Decision,
  type Draft,
} from '../trace/block.ts'

/** Words of a line below "Advertisement": a shorter one may be a heading, a longer one a paragraph. */
const [FEWEST_WORDS, MOST_WORDS] = [7, 25]
/** Maximum words of a point of a summary, and of a sentence of an offer. */
const [LONGEST_POINT, LONGEST_OFFER] = [25, 45]
/** Maximum lines between two calls to subscribe for them to be of one box. */
const REACH = 3

/** Excludes boxes in a text: newsletter offers, and the text's main points under a label. */
export function excludeBoxes(draft: Draft, pack: Boilerplate): Draft {
  const points = findPoints(draft.blocks, pack)
  const first = draft.blocks.findIndex((block) => isOpen(block) && isSentence(block.text))
  return decideOpen(draft, (block, index, blocks): Decision | undefined => {
    if (points.has(index))
      return isLabel(block, pack)
        ? exclude('navigation', 'boilerplate/label')
        : exclude('bullet', 'boilerplate/main-points')
    const isBelowAdvert = first >= 0 && index > first && isAdvertised(block, blocks[index - 1]!, pack)
    if (isSold(block, index, blocks, pack) || isBelowAdvert) return exclude('advert', 'boilerplate/advert-box')
    return isOffer(block, index, blocks, pack) || isOfferTitle(block, blocks[index + 1], pack)
      ? exclude('subscribe', 'boilerplate/subscribe-box')
      : undefined
  })
}

/** A label such as "Key points" and the lines without a full stop, or with a bullet, below it. */
function findPoints(blocks: readonly Block[], pack: Boilerplate): Set<number> {
  const hasBlanks = blocks.slice(1).some(({ isAfterBlank }) => isAfterBlank)
  const points = new Set<number>()
  for (const [index, block] of blocks.entries()) {
    if (!isLabel(block, pack)) continue
    let at = index + 1
    while (isOpen(blocks[at]) && isPoint(blocks[at]!, blocks[index + 1]!, hasBlanks)) at += 1
    if (at > index + 2) for (let taken = index; taken < at; taken += 1) points.add(taken)
  }
  return points
}

function isLabel({ text }: Block, { boxes }: Boilerplate): boolean {
  return boxes.summaries.has(text.toLowerCase().replace(/[^\p{L}]{1,3}$/u, ''))
}

/** The points of a box are made alike: all with a bullet, or without a full stop; sentences only where a blank line ends the box. */
function isPoint({ text, isAfterBlank }: Block, first: Block, hasBlanks: boolean): boolean {
  if (isBullet(first.text)) return isBullet(text)
  if (wordsOf(text).length > LONGEST_POINT) return false
  return isEnded(first.text) ? hasBlanks && (!isAfterBlank || !isEnded(text)) : !isEnded(text)
}

/** "Sponsored content" is followed by the headline of the advertisement and the advertiser. */
function isSold({ text }: Block, index: number, blocks: readonly Block[], { boxes }: Boilerplate): boolean {
  if (isEnded(text)) return false
  const label = blocks.slice(Math.max(0, index - 2), index).findLast((block) => !isOpen(block) || isEnded(block.text))
  return excludedAs(label) === 'advert' && boxes.sellers.test(label!.text)
}

/** A line in the text right below "Advertisement" that is neither a sentence nor short enough for a heading. */
function isAdvertised({ text }: Block, above: Block, { boxes }: Boilerplate): boolean {
  const count = wordsOf(text).length
  return boxes.adverts.test(above.text) && !isEnded(text) && count >= FEWEST_WORDS && count <= MOST_WORDS
}

/** A short line directly above a call to subscribe is the title of the offer. */
function isOfferTitle({ text }: Block, below: Block | undefined, { boxes }: Boilerplate): boolean {
  const isAbove = excludedBy(below) === 'boilerplate/subscribe' && boxes.offers.test(below!.text)
  return isAbove && !isEnded(text) && !isBullet(text) && wordsOf(text).length <= 8
}

/** A line to the reader, or without a full stop, between two calls to subscribe. */
function isOffer({ text }: Block, index: number, blocks: readonly Block[], { boxes }: Boilerplate): boolean {
  const isCall = (block: Block): boolean => excludedAs(block) === 'subscribe'
  const isTitle = (block: Block): boolean =>
    isCall(block) && boxes.offerTitles.test(block.text) && wordsOf(block.text).length <= 3
  const before = blocks.slice(Math.max(0, index - REACH), index)
  const count = wordsOf(text).length
  const isOfBox = !isEnded(text) || boxes.offerReader.test(text) || (count <= MOST_WORDS && before.some(isTitle))
  return (
    isOfBox &&
    count <= LONGEST_OFFER &&
    !/["“”]/u.test(text) &&
    before.some(isCall) &&
    blocks.slice(index + 1, index + 1 + REACH).some(isCall)
  )
}
