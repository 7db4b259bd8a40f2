import type { Range } from '../../../model/span.ts'
import type { Block } from './block.ts'
import { traceRange, type Cut } from './trace.ts'

/** A line of the file without its end, numbered from 1 as an editor numbers it. */
export interface FileLine extends Range {
  readonly number: number
}

/** Splits a text at its line ends. The separators U+2028 and U+2029 end a line but do not count as a new number. */
export function splitLines(text: string): FileLine[] {
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
