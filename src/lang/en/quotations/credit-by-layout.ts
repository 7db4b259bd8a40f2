import type { Credited } from './attribution.ts'
import type { Paragraph } from './read-paragraph.ts'

const NAME = String.raw`\p{Lu}[\p{L}\p{M}.’'-]{1,24}(?:\s\p{Lu}[\p{L}\p{M}.’'-]{0,24}){0,3}`
const TURN_INSIDE = new RegExp(String.raw`^(${NAME}):\s`, 'u')
const TURN_BEFORE = new RegExp(String.raw`^\s*(${NAME})\s?:\s*$`, 'u')
const SIGNED = new RegExp(String.raw`^\s*(?:-{1,2}|–|—|―)\s*(${NAME})(?:,\s[^.“”"]{1,60})?\s*\.?\s*$`, 'u')

/** Credits quoted words by layout alone: a transcript's turn ("VALE: “…”") or a signature ("“…” — J. Vale"). */
export function creditByLayout({ passage, quoted }: Paragraph, index: number): Credited | undefined {
  const { text, ordinal } = passage
  const { start, end, inner } = quoted[index]!
  const found = (match: RegExpExecArray | null, offset: number, rule: string): Credited | undefined => {
    if (!match) return undefined
    const at = offset + match[0].indexOf(match[1]!)
    const span = { passage: ordinal, start: at, end: at + match[1]!.replace(/\.$/, '').length }
    return { phrase: { span, coreEnd: span.end }, rule }
  }
  return (
    found(TURN_INSIDE.exec(text.slice(inner.start, inner.start + 110)), inner.start, 'quotation/transcript') ??
    found(TURN_BEFORE.exec(start < 110 ? text.slice(0, start) : ''), 0, 'quotation/transcript') ??
    found(SIGNED.exec(text.slice(end, end + 110)), end, 'quotation/signed')
  )
}
