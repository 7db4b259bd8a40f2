import { readData } from '../../../text/read-data.ts'
import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import { findLineRule } from '../../../lang/boilerplate/read-boilerplate.ts'
import { FILES } from '../../../lang/boilerplate/schema.ts'
import { isContinuation, isEnded, isSentence, wordsOf } from '../../../text/lines.ts'
import type { Block, Decision, Draft } from '../trace/block.ts'
import { decideOpen, exclude, excludedBy, isOpen } from '../trace/block.ts'
import { readByline } from './read-byline.ts'

const findCode = findLineRule(FILES.lines.parse(readData('./lines.yml', import.meta.url)))

/** Excludes lines without a letter or a digit and lines of program code. Needs no language. A letter that was not decoded is one. */
export function excludeSymbols(draft: Draft): Draft {
  return decideOpen(draft, ({ text }) => {
    if (!/[\p{L}\p{N}\uFFFD]/u.test(text)) return exclude('markup', 'boilerplate/symbols')
    const code = findCode(text)
    return code && exclude(code.kind, code.rule)
  })
}

/** Excludes the lines that publishers put around a text: navigation, calls to share and subscribe, notices, labels. */
export function excludeLines(draft: Draft, pack: Boilerplate): Draft {
  return decideOpen(draft, ({ text }) => matchLine(text, pack))
}

/** The decision of the first line rule that fits a whole line, if one does. */
function matchLine(text: string, pack: Boilerplate): Decision | undefined {
  const found = pack.findLineRule(text)
  return found && exclude(found.kind, found.rule)
}

/** Maximum words of a running head; minimum words of half a sentence. */
const [LONGEST_HEAD, SHORTEST_HALF] = [14, 5]
/** Words of a date with its weekday. */
const DAY_WORDS = 4
/** Between two pages are one foot and one head. */
const MOST_HEADS = 3

/** Excludes running heads and feet between two halves of a sentence, as at the end of a page. */
export function excludeRunningHeads(draft: Draft, pack: Boilerplate): Draft {
  const isHead = (block: Block | undefined): boolean => isOpen(block) && isRunningHead(block.text, pack)
  return decideOpen(draft, (block, index, blocks) => {
    if (!isHead(block)) return undefined
    const above = blocks.slice(Math.max(0, index - MOST_HEADS), index).findLast((other) => !isHead(other))
    const below = blocks.slice(index + 1, index + 1 + MOST_HEADS).find((other) => !isHead(other))
    const isCut = isHalved(above, below, pack) && (!isDayAlone(block.text, pack) || isContinuation(below!.text))
    return isCut ? exclude('navigation', 'boilerplate/running-head') : undefined
  })
}

/** A date below a headline that ends as in "What the doctors ask for" is the date of the text. */
function isDayAlone(text: string, pack: Boilerplate): boolean {
  return wordsOf(text).length <= DAY_WORDS && pack.findPrintedDays(text).length > 0
}

function isHalved(above: Block | undefined, below: Block | undefined, pack: Boilerplate): boolean {
  if (!isOpen(above) || !isOpen(below) || isEnded(above.text) || /[:;]$/u.test(above.text)) return false
  if (readByline(below.text, pack)) return false
  const isHalf = wordsOf(above.text).length >= SHORTEST_HALF || pack.isDangling(above.text)
  return isHalf && (isContinuation(below.text) || pack.isDangling(above.text))
}

/** "THE DUNMORE COURIER, 3 May 2019, page 4", "Continued on next page", "Dunmore Courier" */
function isRunningHead(text: string, pack: Boilerplate): boolean {
  const words = wordsOf(text)
  if (words.length > LONGEST_HEAD || isContinuation(text)) return false
  const name = words.map((word) => word[0]!.toUpperCase() + word.slice(1).toLowerCase()).join(' ')
  const isCapitals = words.length > 2 && !/\p{Ll}/u.test(text)
  return (
    isCapitals ||
    pack.wording.runningHeads.test(text) ||
    pack.findPrintedDays(text).length > 0 ||
    (words.length > 1 && pack.isMediaName(name))
  )
}

/** Minimum sentences above the foot of a page, and above the sender's description in a press release. */
const FEWEST_SENTENCES = 3
const FEWEST_OF_RELEASE = 2
/** Minimum marks of comments, below which the label is only a link to them. */
const FEWEST_MARKS = 2
/** Maximum distance of the first comment from the label. */
const NEAR = 6
/** Labels that end a text, with the share of its words that may follow: contact notes occur inside texts, too. */
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
 * Excludes the end of a press release: "About Lund Harbour Company", "Forward-Looking Statements", "Media Contacts".
 * An article may have a heading "About the harbour", so the text must be marked as a release.
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

/** Excludes the foot of a page: everything after the notice of copyright, the end mark of a release, or a paywall. */
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

/** The index of the first block after so many open sentences; Infinity if there are fewer. */
function afterSentences(blocks: readonly Block[], count: number): number {
  const sentences = blocks.flatMap((block, index) => (isOpen(block) && isSentence(block.text) ? [index] : []))
  return (sentences[count - 1] ?? Infinity) + 1
}
