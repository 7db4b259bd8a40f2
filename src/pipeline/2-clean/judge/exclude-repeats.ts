import { isEnded, wordsOf } from '../../../text/line-shape.ts'
import { decideOpen, exclude, excludedBy, isOpen, type Block, type Decision, type Draft } from '../trace/block.ts'

/** Words that are pulled out of a paragraph stand so many blocks from it at most. */
const REACH = 12
/** Shorter lines may be headings that quote the text. */
const FEWEST_WORDS = 6
/** … and so are those of at most so many words in quotation marks. */
const LONGEST_HEADING = 8

/** Excludes what a page prints twice: a paragraph again, or a sentence pulled out of one that stands near. */
export function excludeRepeats(draft: Draft): Draft {
  return excludeSpeakers(excludePrinted(draft))
}

/** Below a sentence that was pulled out stands who said it: "Ada Vale, harbour master". */
function excludeSpeakers(draft: Draft): Draft {
  return decideOpen(draft, ({ text }, index, blocks) => {
    const isBelowQuote = excludedBy(blocks[index - 1]) === 'boilerplate/pull-quote'
    const isSpeaker = isBelowQuote && !isEnded(text) && /^[–—-]? ?\p{Lu}/u.test(text)
    return isSpeaker && wordsOf(text).length <= FEWEST_WORDS ? exclude('repeat', 'boilerplate/pull-quote') : undefined
  })
}

function excludePrinted(draft: Draft): Draft {
  const printed = countOccurrences(draft.blocks)
  const seen = new Set<string>()
  return decideOpen(draft, (block, index, blocks): Decision | undefined => {
    if (block.text.length < 2 * FEWEST_WORDS) return undefined
    const words = bare(block.text)
    if (wordsOf(words).length < FEWEST_WORDS) return undefined
    if (seen.has(words) && printed.get(words) === 2 && isEnded(block.text))
      return exclude('repeat', 'boilerplate/repeat')
    seen.add(words)
    if (isQuotedHeading(block, blocks[index + 1])) return undefined
    return isPulled(words, index, blocks) ? exclude('repeat', 'boilerplate/pull-quote') : undefined
  })
}

/** A few words in quotation marks right above a paragraph are its heading, though the text below says them again. */
function isQuotedHeading({ text }: Block, below: Block | undefined): boolean {
  const isQuoted = /^['‘"“].*\p{L}['’"”]$/u.test(text) && wordsOf(text).length <= LONGEST_HEADING
  return isQuoted && isOpen(below) && isEnded(below.text)
}

/** How often each line stands in the file: what is printed more than twice is a refrain, as the questions of a form are. */
function countOccurrences(blocks: readonly Block[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const block of blocks) {
    if (!isOpen(block) || block.text.length < 2 * FEWEST_WORDS) continue
    const words = bare(block.text)
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return counts
}

/** The words without marks at their edges. */
function bare(text: string): string {
  return text.replace(/^[^\p{L}\p{N}]{1,10}|[^\p{L}\p{N}]{1,10}$/gu, '')
}

function isPulled(words: string, index: number, blocks: readonly Block[]): boolean {
  const sentences = words.split(/(?<=[.!?]["”’]?) (?=["“‘]?\p{Lu})/u).map(bare)
  return blocks
    .slice(Math.max(0, index - REACH), index + REACH + 1)
    .some(
      (other) =>
        isOpen(other) &&
        other.text.length > words.length + 10 &&
        sentences.every((sentence) => other.text.includes(sentence)),
    )
}
