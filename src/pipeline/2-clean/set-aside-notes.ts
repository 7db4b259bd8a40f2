import { aside, isOpen, type Block, type Draft } from './block.ts'
import { findBody } from './find-body.ts'
import { takePart } from './take-part.ts'

const NOTE = /^\((?:Add|Adds|Updates?|Recasts?|Removes?|Corrects?|Rewrites?|Refiles?|Repeats?|Releads?|Changes|Clarifies|Fixes|Deletes?|Writes through)\b[^()]{0,300}\)[.]?\s*/u
const CREDIT_VERBS = 'reporting|report|writing|written|editing|edited|compiled|translated|translation|additional reporting|with (?:input|inputs|files|reporting|additional reporting)|production|graphics?|photography|created|produced'
const EDITORS = new RegExp(`\\((?:${CREDIT_VERBS})(?: and (?:writing|editing|reporting))?(?: also)?(?: for .{1,30})? (?:by|from|in)\\b[^()]{0,400}\\)\\.?$`, 'iu')
const EDITORS_LINE = new RegExp(`^(?:${CREDIT_VERBS})(?: and (?:writing|editing|reporting))?(?: by|:) \\p{Lu}`, 'iu')

const CONTRIBUTED = /^[^"“”]{2,200}\bcontributed (?:reporting |research |additional reporting )?(?:to|from) (?:this|the)? ?[^"“”]{2,60}$/u

const REPORTED = /^@?\p{Lu}[\p{L}.'’\-]*(?: \p{Lu}[\p{L}.'’\-]*){0,3}(?: and \p{Lu}[\p{L}.'’\- ]{1,40})? reported (?:this story )?from \p{Lu}[^"“”]{2,160}$/u

/** Sets aside the notes of a wire service and of its editors: bullets, "(Adds …)", "(Writing by …; Editing by …)". */
export function setAsideNotes(draft: Draft): Draft {
  const isWire = findWireBullets(draft.blocks)
  const blocks = draft.blocks.flatMap((block, index) => {
    if (!isOpen(block)) return [block]
    if (isWire.has(index)) return [{ ...block, verdict: aside('bullet', 'clean/wire-bullet') }]
    return takeNotes(block)
  })
  return { ...draft, blocks }
}

/** Bullets that stand before the first sentence of the text; a list further down is text. */
function findWireBullets(blocks: readonly Block[]): Set<number> {
  const body = findBody(blocks)
  const isBullet = (index: number): boolean => isOpen(blocks[index]) && /^[*•▪●·]\s/u.test(blocks[index].text)
  return new Set(blocks.map((_, index) => index).slice(0, Math.max(body, 0)).filter(isBullet))
}

function takeNotes(block: Block): Block[] {
  if (isCreditLine(block.text)) return [{ ...block, verdict: aside('credit', 'clean/editors-credit') }]
  const note = NOTE.exec(block.text)
  if (note) {
    const [part, ...rest] = takePart(block, 0, note[0].length, aside('note', 'clean/wire-note'))
    return [part!, ...rest.flatMap(takeNotes)]
  }
  const credit = EDITORS.exec(block.text)
  if (!credit) return [block]
  const [first, ...rest] = takePart(block, credit.index, block.text.length, aside('credit', 'clean/editors-credit'))
  return first!.verdict ? [first!, ...rest] : [...takeNotes(first!), ...rest]
}

function isCreditLine(text: string): boolean {
  if (text.length > 400) return false
  return EDITORS_LINE.test(text) || REPORTED.test(text) || (CONTRIBUTED.test(text) && /\b(?:report|story|article|reporting)\b/u.test(text))
}
