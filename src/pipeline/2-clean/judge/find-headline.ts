import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import { countShared, isProse, wordsOf } from '../../../text/lines.ts'
import type { Block, Draft } from '../trace/block.ts'
import { exclude, isHeadline, isOpen, keep } from '../trace/block.ts'
import { rangesOf } from '../trace/trace.ts'
import { findBody, findStandfirst, isCreditLine, isEntryTime, isTitleLine } from './find-body.ts'
import { state } from './read-fields.ts'

/** Added to the number of subject words, so that a short line does not win by one word it shares by chance. */
const SMOOTHING = 2
/** A later line must share this much more with the text than an earlier one. */
const LEAD = 0.15
/** The same for the line right below: a standfirst often repeats more of the text than its headline. */
const LEAD_BELOW = 0.35
/** Maximum lines between a line and the one "right below" it. */
const NEAR = 3

/**
 * Finds the headline among the lines before the first sentence, by the subject words it shares with the text. Lines
 * above it are not text; a sentence-like line without a full stop below it is the standfirst.
 */
export function findHeadline(draft: Draft, pack: Boilerplate): Draft {
  const body = findBody(draft.blocks)
  if (body < 0 || draft.blocks.some(isHeadline)) return draft
  const candidates = draft.blocks
    .map((_, index) => index)
    .slice(0, body)
    .filter((index) => isTitleLine(draft.blocks[index]!) && !isEntryTime(draft.blocks[index - 1]))
    .filter((index) => !SCORE.test(draft.blocks[index]!.text))
    .filter((index) => !isEntryHeading(draft.blocks[index]!.text, draft.blocks.slice(body)))
  const headline = pickHeadline(draft.blocks, candidates, body, pack)
  if (headline === undefined) return draft
  const blocks = draft.blocks.map((block, index) => {
    if (index === headline) return { ...block, decision: keep('headline') }
    if (isOpen(block) && index < headline)
      return { ...block, decision: exclude('navigation', 'boilerplate/above-headline') }
    const isLabel =
      isOpen(block) &&
      index > headline &&
      index < body &&
      !isEntryTime(draft.blocks[index - 1]) &&
      (wordsOf(block.text).length <= 6 || isShortened(block.text, draft.blocks[headline]!.text)) &&
      isTitleLine(block) &&
      !block.text.endsWith(',') &&
      !isHeading(block, draft.blocks[index + 1], pack)
    return isLabel ? { ...block, decision: exclude('navigation', 'boilerplate/below-headline') } : block
  })
  const { text } = blocks[headline]!
  const metadata = {
    ...draft.metadata,
    headline: state(text, 'metadata/headline', rangesOf(blocks[headline]!, draft.text)),
  }
  return findStandfirst({ ...draft, blocks, metadata }, headline, body, pack)
}

/** "Rovers 2 - 1 Athletic" */
const SCORE = /^\p{Lu}[\p{L} .'’-]{1,40} \d{1,3} ?[-–:] ?\d{1,3} \p{Lu}[\p{L} .'’-]{1,40}$/u

/** The candidate with the largest share of subject words; of repetitions, as of a page's title, the one nearest to the text. */
function pickHeadline(
  blocks: readonly Block[],
  candidates: readonly number[],
  body: number,
  pack: Boilerplate,
): number | undefined {
  const subject = pack.stemsOf(
    blocks
      .slice(body, body + 12)
      .filter((block) => isOpen(block) && isProse(block.text))
      .map(({ text }) => text)
      .join(' '),
  )
  const stems = new Map(candidates.map((index) => [index, pack.stemsOf(blocks[index]!.text)]))
  const marked = candidates.filter((index) => blocks[index]!.isMarkedHeading)
  if (marked.length > 0) return marked[0]
  let best: number | undefined
  let most = 0
  for (const [index, own] of stems) {
    const count = wordsOf(blocks[index]!.text).length
    const share =
      count <= 30 && isLongEnough(index, blocks) && !pack.isMediaName(blocks[index]!.text)
        ? countShared(own, subject) / (own.size + SMOOTHING)
        : 0
    const isBelow =
      best !== undefined &&
      index - best <= NEAR &&
      candidates.indexOf(index) === candidates.indexOf(best) + 1 &&
      most > 0.3
    const lead = best !== undefined && isCreditLine(blocks[index + 1]) ? 0 : LEAD
    if (
      share > most + (isBelow ? LEAD_BELOW : lead) ||
      (best !== undefined &&
        share > 0 &&
        isRepeated(own, stems.get(best)!) &&
        !isShortened(blocks[index]!.text, blocks[best]!.text))
    )
      [best, most] = [index, Math.max(share, most)]
  }
  return best ?? candidates.find((index) => isLongEnough(index, blocks) && !pack.isMediaName(blocks[index]!.text))
}

/** A headline has three words, or two right above the byline or the time of publication. */
function isLongEnough(index: number, blocks: readonly Block[]): boolean {
  const count = wordsOf(blocks[index]!.text).length
  return count >= 3 || (count === 2 && isCreditLine(blocks[index + 1]))
}

/** "What the court held" right above the text is its first heading; a label or a name is written as names are. */
function isHeading({ text }: Block, below: Block | undefined, pack: Boilerplate): boolean {
  const count = wordsOf(text).length
  return count >= 4 && !pack.isTitleCase(text) && /\p{Ll}$/u.test(text) && isOpen(below) && isProse(below.text)
}

/** A live blog lists the headings of its entries at the top; each is repeated below the time of its entry. */
function isEntryHeading(text: string, below: readonly Block[]): boolean {
  return below.some(
    (block, index) => block.text === text && (isEntryTime(below[index - 1]) || isCreditLine(below[index - 1])),
  )
}

function isRepeated(later: ReadonlySet<string>, earlier: ReadonlySet<string>): boolean {
  return later.size >= 3 && countShared(later, earlier) >= Math.max(later.size * 0.8, earlier.size * 0.6)
}

/** True for the first words of a longer headline; a page's title adds others after a bar or a dash. */
function isShortened(later: string, earlier: string): boolean {
  return earlier.startsWith(later) && /^ \p{L}/u.test(earlier.slice(later.length))
}

/**
 * Finds the headline of a text in a language without a pack, by its place alone: a marked heading, or a title line that
 * opens the file, above a sentence. Nothing is excluded.
 */
export function findFirstHeadline(draft: Draft): Draft {
  const open = draft.blocks.flatMap((block, index) => (isOpen(block) ? [index] : []))
  const marked = open.find((index) => draft.blocks[index]!.isMarkedHeading)
  const [first, next] = [draft.blocks[open[0] ?? -1], draft.blocks[open[1] ?? -1]]
  const isFirst = first && next && isTitleLine(first) && wordsOf(first.text).length >= 3 && isProse(next.text)
  const headline = marked ?? (isFirst ? open[0] : undefined)
  if (headline === undefined || draft.blocks.some(isHeadline)) return draft
  const block = draft.blocks[headline]!
  const fact = state(block.text, 'metadata/headline', rangesOf(block, draft.text))
  return {
    ...draft,
    blocks: draft.blocks.map((other) => (other === block ? { ...block, decision: keep('headline') } : other)),
    metadata: { headline: fact, ...draft.metadata },
  }
}
