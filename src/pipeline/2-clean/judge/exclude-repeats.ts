import { isEnded, isQuestion, isRecord, isSentence, wordsOf } from '../../../text/lines.ts'
import type { Block, Decision, Draft } from '../trace/block.ts'
import { decideOpen, exclude, excludedAs, excludedBy, isOpen } from '../trace/block.ts'
import { findBody } from './find-body.ts'

/** Maximum distance (blocks) between a pull quote and its paragraph. */
const REACH = 12
/** Minimum words of a pull quote: shorter lines may be headings that quote the text. */
const FEWEST_WORDS = 6
/** Maximum words of a heading in quotation marks. */
const LONGEST_HEADING = 8

/** Excludes repetitions: a repeated paragraph, or a pull quote of a sentence nearby. */
export function excludeRepeats(draft: Draft): Draft {
  return excludeSpeakers(excludePrinted(excludeRunningTitles(draft)))
}

/** The part of a page's title after the headline, as printed at the top of each page: " - Northport Gazette". */
const TITLE_END = /^ ?(?:[|–—-]|::) ?\p{Lu}[^|–—]{2,50}$/u

function excludeRunningTitles(draft: Draft): Draft {
  const headline = draft.metadata.headline?.value
  return decideOpen(draft, ({ text }) =>
    headline && text.startsWith(headline) && TITLE_END.test(text.slice(headline.length))
      ? exclude('repeat', 'boilerplate/repeat')
      : undefined,
  )
}

/** A pull quote is followed by its speaker: "Ada Vale, harbour master". */
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

/**
 * Number of occurrences of each line in the file: a line with more than two is a refrain, as the questions of a form
 * are.
 */
function countOccurrences(blocks: readonly Block[]): Map<string, number> {
  const counts = new Map<string, number>()
  for (const block of blocks) {
    if (!isOpen(block) || block.text.length < 2 * FEWEST_WORDS) continue
    const words = bare(block.text)
    counts.set(words, (counts.get(words) ?? 0) + 1)
  }
  return counts
}

/** Most marks before the first word and behind the last. */
const MARKS = 10
/** Code units that contain as many marks, and half a pair before them. */
const TAIL = 2 * MARKS + 1

/** The words without marks at their edges. A mark at the end is looked for there alone, not at each place of the text. */
function bare(text: string): string {
  const rest = text.replace(/^[^\p{L}\p{N}]{1,10}/u, '')
  const edge = Math.max(0, rest.length - TAIL)
  return rest.slice(0, edge) + rest.slice(edge).replace(/[^\p{L}\p{N}]{1,10}$/u, '')
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

/** A line of more words may be a paragraph that lost its full stop. */
const LONGEST_LINE = 12
/** More lines than this in a row may be a list of the text's own. */
const LONGEST_RUN = 4
/** Lines that may come between a heading and its text, or are read elsewhere. */
const PARTS_NOTHING = new Set(['caption', 'credit', 'markup', 'repeat', 'metadata', 'note', 'bullet'])

/**
 * Excludes short lines without a full stop directly above excluded lines: a heading is followed by text, and
 * boilerplate is contiguous.
 */
export function excludeShortLineRuns(draft: Draft): Draft {
  const body = findBody(draft.blocks)
  if (body < 0) return draft
  const blocks = [...draft.blocks]
  let run: number[] = []
  for (const [index, block] of draft.blocks.entries()) {
    if (index <= body || PARTS_NOTHING.has(excludedAs(block) ?? '')) continue
    if (isLine(block)) {
      run.push(index)
      continue
    }
    if (!isOpen(block) && run.length <= LONGEST_RUN && !isAnnounced(draft.blocks[run[0]! - 1])) {
      for (const at of run)
        blocks[at] = { ...blocks[at]!, decision: exclude('navigation', 'boilerplate/short-line-run') }
    }
    run = []
  }
  return { ...draft, blocks }
}

function isLine(block: Block): boolean {
  const { text, isMarkedHeading } = block
  if (!isOpen(block) || isMarkedHeading || isRecord(text) || /[:;,]$/u.test(text)) return false
  return (
    wordsOf(text).length <= LONGEST_LINE &&
    /^\P{L}{0,2}\p{L}/u.test(text) &&
    (!isEnded(text) || (isQuestion(text) && !isSentence(text)))
  )
}

/** A list that a colon announces is text. */
const isAnnounced = (above: Block | undefined): boolean => isOpen(above) && /[:;,]$/u.test(above.text)
