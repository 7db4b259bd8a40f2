import type { Range, Segment } from '../../../model/passage.ts'

/** Words as they are shown, with the runs of the seed's text that they were copied from. */
export interface Traced {
  readonly text: string
  readonly segments: readonly Segment[]
  /** True when the end of the line broke the last word in two. */
  readonly isBroken?: boolean
}

/** A range of the seed's text that is not shown, such as a tag or a soft hyphen, and how the words around it close up. */
export interface Cut extends Range {
  readonly kind: string
  readonly rule: string
  /** True when the words on both sides stay one word, as around a soft hyphen or an emphasis mark. */
  readonly isGlue: boolean
  /** The character shown for the "&" directly before the cut, as “ for "&ldquo;"; one UTF-16 code unit. */
  readonly stands?: string
}

interface Trace {
  text: string
  segments: Segment[]
  isSpaced: boolean
}

/**
 * Copies the words of a range, leaving out the cuts.
 *
 * One space character between two words becomes a plain space inside a run; longer white space, a tab
 * or a cut ends the run.
 *
 * @param text the seed's decoded text
 * @param range the part to copy
 * @param cuts cuts entirely within the range, in order and without overlaps
 */
export function traceRange(text: string, range: Range, cuts: readonly Cut[]): Traced {
  const trace: Trace = { text: '', segments: [], isSpaced: false }
  let start = range.start
  for (const cut of cuts) {
    copyWords(trace, text, start, cut.start)
    if (cut.stands !== undefined) trace.text = trace.text.slice(0, -1) + cut.stands
    if (!cut.isGlue) trace.isSpaced = true
    start = cut.end
  }
  copyWords(trace, text, start, range.end)
  return { text: trace.text, segments: trace.segments }
}

/** Words with one space between them are copied at once. */
const WORDS = /\S+(?: \S+)*/gu

function copyWords(trace: Trace, text: string, start: number, end: number): void {
  let at = start
  for (const word of text.slice(start, end).matchAll(WORDS)) {
    const wordStart = start + word.index
    pushWord(trace, word[0], wordStart, wordStart > at || trace.isSpaced, isPlainGap(text, at, wordStart, start))
    trace.isSpaced = false
    at = wordStart + word[0].length
  }
  if (at < end) trace.isSpaced = true
}

/** True for a single space character that follows a word of the same piece. */
function isPlainGap(text: string, at: number, wordStart: number, pieceStart: number): boolean {
  return at > pieceStart && wordStart - at === 1 && /\p{Zs}/u.test(text[at]!)
}

function pushWord(trace: Trace, word: string, start: number, isSpaced: boolean, isPlain: boolean): void {
  const last = trace.segments.at(-1)
  const end = start + word.length
  if (last && isPlain) {
    trace.text += ` ${word}`
    trace.segments[trace.segments.length - 1] = { ...last, end }
    return
  }
  if (last && isSpaced) trace.text += ' '
  trace.segments.push({ start, end, at: trace.text.length })
  trace.text += word
}

/** Joins traces: with a space, or without one after a hyphen, inside a broken word and before a comma. */
export function joinTraces(parts: readonly Traced[]): Traced {
  let text = ''
  const segments: Segment[] = []
  let isBroken = false
  for (const part of parts) {
    const isTight = text === '' || isBroken || /\p{L}-$/u.test(text.slice(-3)) || /^[,;.:)”’]/u.test(part.text)
    if (!isTight) text += ' '
    for (const segment of part.segments) segments.push({ ...segment, at: segment.at + text.length })
    text += part.text
    isBroken = part.isBroken === true
  }
  return { text, segments, isBroken }
}

/** The part of a trace between two offsets of its text, white space trimmed. */
export function sliceTrace(traced: Traced, from: number, to: number): Traced {
  const words = traced.text.slice(from, to)
  const first = from + words.length - words.trimStart().length
  const last = first + words.trim().length
  const segments = traced.segments.flatMap(({ start, end, at }) => {
    const head = Math.max(first, at)
    const tail = Math.min(last, at + end - start)
    return head < tail ? [{ start: start + head - at, end: start + tail - at, at: head - first }] : []
  })
  return { text: traced.text.slice(first, last), segments }
}

/** The ranges of the seed's text that a trace was copied from; runs with only white space between them are joined. */
export function rangesOf(traced: Traced, text: string): Range[] {
  const ranges: Range[] = []
  for (const { start, end } of traced.segments) {
    const last = ranges.at(-1)
    if (last && start >= last.end && text.slice(last.end, start).trim() === '') last.end = end
    else ranges.push({ start, end })
  }
  return ranges
}
