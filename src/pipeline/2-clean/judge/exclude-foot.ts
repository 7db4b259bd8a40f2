import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import { isEnded, isSentence, wordsOf } from '../../../text/line-shape.ts'
import { decideOpen, exclude, excludedBy, isOpen, type Block, type Draft } from '../trace/block.ts'

/** So many sentences of a text stand above its foot, and of a press release above what it says about its sender. */
const FEWEST_SENTENCES = 3
const FEWEST_OF_RELEASE = 2
/** So many marks of a comment tell the comments themselves from a button that leads to them. */
const FEWEST_MARKS = 2
/** The first comment stands so close to the label. */
const NEAR = 6
/** What closes a text, and the share of the words above it that may stand below: words on whom to ask stand in texts, too. */
const CLOSES = new Map([
  ['boilerplate/copyright', 0.4],
  ['boilerplate/end-mark', 0.4],
  ['boilerplate/paywall', 0.4],
  ['boilerplate/closing', 0.25],
])

/** Excludes what readers wrote below the text: everything under a label such as "12 Comments" that has buttons to reply. */
export function excludeComments(draft: Draft, pack: Boilerplate): Draft {
  const label = findComments(draft.blocks, pack)
  return label < 0 ? draft : excludeFrom(draft, label, 'comment', 'boilerplate/reader-comment')
}

function findComments(blocks: readonly Block[], { boxes }: Boilerplate): number {
  const from = afterSentences(blocks, FEWEST_SENTENCES)
  const label = blocks.findIndex(({ text }, index) => index >= from && boxes.comments.test(text))
  const below = label < 0 ? [] : blocks.slice(label + 1)
  const marks = below.filter(({ text }) => boxes.commentButtons.test(text) || boxes.commentAges.test(text))
  const isNear = below.slice(0, NEAR).some((block) => marks.includes(block))
  return isNear && marks.length >= FEWEST_MARKS && marks.some(({ text }) => boxes.commentButtons.test(text))
    ? label
    : -1
}

/**
 * Excludes how a press release closes: "About Lund Harbour Company", "Forward-Looking Statements", "Media Contacts".
 * An article may have a heading "About the harbour" of its own, so the text must be marked as a release.
 */
export function excludeReleaseClose(draft: Draft, pack: Boilerplate): Draft {
  const { releases, releaseSenders, releaseWires } = pack.boxes
  const isRelease = draft.blocks.some(
    ({ text }) => releases.test(text) || releaseSenders.test(text) || releaseWires.test(text.slice(0, 160)),
  )
  const close = isRelease ? findReleaseClose(draft.blocks, pack) : -1
  return close < 0 ? draft : excludeFrom(draft, close, 'standards', 'boilerplate/press-release')
}

function findReleaseClose(blocks: readonly Block[], { boxes }: Boilerplate): number {
  const isClosing = ({ text }: Block): boolean =>
    (boxes.releaseClosings.test(text) || boxes.releaseAbouts.test(text)) && wordsOf(text).length <= 10 && !isEnded(text)
  const from = afterSentences(blocks, FEWEST_OF_RELEASE)
  return blocks.findIndex((block, index) => index >= from && isClosing(block))
}

/** Excludes the foot of a page: what stands below the notice of copyright, the mark that ends a release, a paywall. */
export function excludeFoot(draft: Draft): Draft {
  const words = draft.blocks.map((block) => (isOpen(block) ? wordsOf(block.text).length : 0))
  const sum = (from: number, to?: number): number => words.slice(from, to).reduce((total, count) => total + count, 0)
  const from = afterSentences(draft.blocks, FEWEST_SENTENCES)
  const close = draft.blocks.findIndex((block, index) => {
    const share = index >= from ? (CLOSES.get(excludedBy(block) ?? '') ?? 0) : 0
    return share > 0 && sum(index) <= sum(0, index) * share
  })
  return close < 0 ? draft : excludeFrom(draft, close + 1, 'navigation', 'boilerplate/foot')
}

function excludeFrom(draft: Draft, from: number, kind: string, rule: string): Draft {
  return decideOpen(draft, (_, index) => (index >= from ? exclude(kind, rule) : undefined))
}

/** The index of the first block that stands below so many open sentences; Infinity when there are fewer. */
function afterSentences(blocks: readonly Block[], count: number): number {
  const sentences = blocks.flatMap((block, index) => (isOpen(block) && isSentence(block.text) ? [index] : []))
  return (sentences[count - 1] ?? Infinity) + 1
}
