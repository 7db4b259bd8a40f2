import type { Range } from '../model/passage.ts'

/** Words between quotation marks. Offsets in UTF-16 code units. */
export interface QuotedText extends Range {
  /** The words without the marks. */
  readonly inner: Range
  /** False when the mark never closes and the words run to the text's end. */
  readonly isClosed: boolean
}

interface Open {
  readonly at: number
  readonly mark: string
  /** For a single mark: where it closes. */
  readonly close: number
  depth: number
}

const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '„': '“”',
  '«': '»',
  '»': '«',
  '"': '"',
  '‘': '’',
  "'": "'",
  '’': '’',
}
const MARK = /''|``|["“”„«»‘’']/g
const SINGLE = /['‘’]/
const CAN_OPEN_AFTER = /[\s([{—–\-/“"‘«:]/u

/**
 * Pairs the quotation marks of one paragraph: straight, curly, low, guillemets, doubled single marks and single marks.
 * Marks nested within others belong to the outer pair; an apostrophe is no mark.
 * A double mark that never closes runs to the end of the text, a single one is taken for an apostrophe.
 *
 * @param text text of one paragraph
 * @returns the outermost pairs, in order
 */
export function pairQuotationMarks(text: string): QuotedText[] {
  const pairs: QuotedText[] = []
  let open: Open | undefined
  for (const { index: at } of text.matchAll(MARK)) {
    if (!open) {
      open = openAt(text, at)
    } else if ((open.depth += change(text, at, open)) === 0) {
      pairs.push(pairAt(text, open.at, at, true))
      open = undefined
    }
  }
  if (open) pairs.push(pairAt(text, open.at, text.length, false))
  return pairs
}

function pairAt(text: string, start: number, close: number, isClosed: boolean): QuotedText {
  const inner = { start: start + markAt(text, start).length, end: close }
  return { start, end: isClosed ? close + markAt(text, close).length : close, inner, isClosed }
}

/** The mark at an offset; two single ones side by side are a double one, as some agencies write. */
function markAt(text: string, at: number): { mark: string; length: number } {
  const two = text.slice(at, at + 2)
  if (two === "''" || two === '``') return { mark: '"', length: 2 }
  const one = text[at] ?? ''
  return one in PAIRS || one === '”' ? { mark: one, length: 1 } : { mark: '', length: 0 }
}

function openAt(text: string, at: number): Open | undefined {
  const { mark } = markAt(text, at)
  if (!(mark in PAIRS) || !isOpening(text, at)) return undefined
  const close = SINGLE.test(mark) ? closeOfSingle(text, at) : 0
  return SINGLE.test(mark) && close === 0 ? undefined : { at, mark, close, depth: 1 }
}

/** A mark opens if only a space or an opening mark is before it and a word after it. */
function isOpening(text: string, at: number): boolean {
  const next = text[at + markAt(text, at).length]
  return (at === 0 || CAN_OPEN_AFTER.test(text[at - 1]!)) && next !== undefined && /\S/u.test(next)
}

/** +1 where a mark of the same kind opens within `open`, -1 where it closes, else 0. */
function change(text: string, at: number, open: Open): number {
  if (open.close > 0) return at === open.close ? -1 : 0
  const { mark } = markAt(text, at)
  if (mark === '') return 0
  if (mark === '"' && isOpening(text, at)) return open.mark === '"' ? 1 : 0
  if (PAIRS[open.mark]!.includes(mark) || (mark === '"' && open.mark === '“')) return -1
  return mark === open.mark ? 1 : 0
}

/** How far, in code units, the closing single mark is searched before the mark is read as an apostrophe. */
const REACH = 1500

/**
 * Where the single mark at `at` closes, or 0. A mark after "s" may be a possessive ("the rebels’ demand"):
 * it closes only when no other candidate stands before the next opening mark. Double marks within are skipped in pairs.
 */
function closeOfSingle(text: string, at: number): number {
  if (/^\d0?s?\b/u.test(text.slice(at + 1, at + 5))) return 0
  const close = PAIRS[text[at]!]!
  let fallback = 0
  let isWithinDouble = false
  for (let next = at + 3; next < Math.min(text.length, at + REACH); next += 1) {
    if (/["“”]/u.test(text[next]!)) isWithinDouble = !isWithinDouble
    if (text[next] === '‘' || (text[next] === "'" && isOpening(text, next))) break
    if (isWithinDouble || text[next] !== close || !isClosingSingle(text, next)) continue
    if (!/s/iu.test(text[next - 1]!)) return next
    fallback ||= next
  }
  return fallback
}

const isClosingSingle = (text: string, at: number) =>
  /\S/u.test(text[at - 1]!) && !/[\p{L}\p{N}]/u.test(text[at + 1] ?? '')
