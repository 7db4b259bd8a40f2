import type { Passage, Range } from '../../../model/passage.ts'
import type { Metadata } from '../../../model/source.ts'
import type { Cut, Traced } from './trace.ts'
import { sliceTrace, traceRange } from './trace.ts'

/** The decision of a rule on a block. */
export type Decision =
  | { readonly as: 'passage'; readonly kind: Passage['kind'] }
  | { readonly as: 'excluded'; readonly kind: string; readonly rule: string }

/** A line of the file, or lines joined to one paragraph. Without a decision it is still open, and is text if no rule takes it. */
export interface Block extends Traced {
  /** First and last line in the file, counted from 1. */
  readonly line: number
  readonly lastLine: number
  /** True after a blank line or at the beginning of the file. */
  readonly isAfterBlank: boolean
  /** True when Markdown marks it as a heading. */
  readonly isMarkedHeading?: boolean
  readonly decision?: Decision
}

/** A file on its way through the rules. Each rule takes a draft and gives the next one. */
export interface Draft {
  /** The seed's decoded text. */
  readonly text: string
  readonly blocks: readonly Block[]
  readonly metadata: Metadata
  /** Captions that were cut out of lines, as shortcodes are; those on lines of their own are blocks. */
  readonly captions: readonly Traced[]
}

/** Decides every open block for which `decide` gives a decision. */
export function decideOpen(
  draft: Draft,
  decide: (block: Block, index: number, blocks: readonly Block[]) => Decision | undefined,
): Draft {
  const blocks = draft.blocks.map((block, index) => {
    const decision = block.decision ? undefined : decide(block, index, draft.blocks)
    return decision ? { ...block, decision } : block
  })
  return { ...draft, blocks }
}

/** The decision that a block is not text of the article. */
export const exclude = (kind: string, rule: string): Decision => ({ as: 'excluded', kind, rule })

/** The decision that a block is text of the article. */
export const keep = (kind: Passage['kind']): Decision => ({ as: 'passage', kind })

/** True while no rule has decided the block. */
export const isOpen = (block: Block | undefined): block is Block & { readonly decision?: never } =>
  block !== undefined && !block.decision

/** The rule that excluded a block; undefined for one that is open or text. */
export const excludedBy = (block: Block | undefined): string | undefined =>
  block?.decision?.as === 'excluded' ? block.decision.rule : undefined

/** The kind of line that a block was excluded as; undefined for one that is open or text. */
export const excludedAs = (block: Block | undefined): string | undefined =>
  block?.decision?.as === 'excluded' ? block.decision.kind : undefined

/** True for the headline, once it is found. */
export const isHeadline = ({ decision }: Block): boolean => decision?.as === 'passage' && decision.kind === 'headline'

/**
 * Takes a part out of a block that is otherwise text: a dateline before it, an editor's credit after it.
 *
 * @param from offset into the block's text, in UTF-16 code units
 * @param to end of the part, exclusive
 * @returns the blocks in reading order; parts without words are left out
 */
export function takePart(block: Block, from: number, to: number, decision: Decision): Block[] {
  const part = { ...block, ...sliceTrace(block, from, to), decision }
  const before = { ...block, ...sliceTrace(block, 0, from) }
  const after = {
    ...block,
    ...sliceTrace(block, to, block.text.length),
    ...(before.text ? { isAfterBlank: false } : {}),
  }
  return [before, part, after].filter(({ text }) => text !== '')
}

/** A line of the file without its end, numbered from 1 as an editor numbers it. */
export interface FileLine extends Range {
  readonly number: number
}

/** Splits a text at its line ends. The separators U+2028 and U+2029 end a line but do not count as a new number. */
function splitLines(text: string): FileLine[] {
  const lines: FileLine[] = []
  let start = 0
  let number = 1
  for (const match of text.matchAll(/\r\n|[\n\r\u2028\u2029]/g)) {
    lines.push({ number, start, end: match.index })
    start = match.index + match[0].length
    if (!/[\u2028\u2029]/.test(match[0])) number += 1
  }
  lines.push({ number, start, end: text.length })
  return lines
}

/**
 * Makes a block of every line that still has words when the cuts are left out.
 *
 * @param text the seed's decoded text
 * @param cuts in order, apart from each other; one may run over several lines
 */
export function readBlocks(text: string, cuts: readonly Cut[]): Block[] {
  const blocks: Block[] = []
  let isAfterBlank = true
  let first = 0
  for (const line of splitLines(text)) {
    while (first < cuts.length && cuts[first]!.end <= line.start) first += 1
    const inside = cutsIn(cuts, first, line)
    const traced = traceRange(text, line, inside)
    const isBroken = inside.at(-1)?.end === line.end && /[-‐\u00AD]/u.test(text[line.end - 1] ?? '')
    const place = { line: line.number, lastLine: line.number, isAfterBlank }
    if (traced.text !== '') blocks.push({ ...traced, ...place, ...(isBroken && { isBroken }) })
    isAfterBlank = traced.text === ''
  }
  return blocks
}

/** The cuts from `first` on that touch a line, clipped to it. */
function cutsIn(cuts: readonly Cut[], first: number, line: FileLine): Cut[] {
  const found: Cut[] = []
  for (let index = first; index < cuts.length && cuts[index]!.start < line.end; index += 1) {
    const cut = cuts[index]!
    found.push({ ...cut, start: Math.max(cut.start, line.start), end: Math.min(cut.end, line.end) })
  }
  return found
}
