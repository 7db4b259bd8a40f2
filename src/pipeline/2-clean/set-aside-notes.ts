import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { isAgency, isPersonName } from './agencies.ts'
import { aside, isOpen, type Block, type Draft } from './block.ts'
import { findBody } from './find-body.ts'
import { takePart } from './take-part.ts'
import { isBullet, isMediaName } from './wording.ts'

const lists: { revisions: string[]; tasks: string[]; credits: string[] } = parse(
  readFileSync(new URL('./notes.yml', import.meta.url), 'utf8'),
)
/** Only the first letter may be of either case, so that a name can be told from a word that follows. */
const tasks = lists.tasks.map((task) => `[${task[0]!.toUpperCase()}${task[0]}]${task.slice(1)}`)
const TASKS = `(?:${tasks.join('|')})(?: and (?:writing|editing|reporting))?(?: also)?`
const NOTE = new RegExp(`^\\((?:${lists.revisions.join('|')})\\b[^()]{0,300}\\)[.]?\\s*`, 'u')
const EDITORS = new RegExp(`\\(${TASKS}(?: for .{1,30})? (?:by|from|in)\\b[^()]{0,400}\\)\\.?$`, 'u')
const EDITORS_LINE = new RegExp(`^${TASKS}(?: by:?|:) \\p{Lu}`, 'u')
/** "… of aid. —ADA VALE", "… of aid. – Northport.com": who wrote it, below the last words. */
const SIGNED = /(?<=[.!?]["”’]?)\s?[—–]\s?(?<by>[^.!?]{2,80}(?:\.com)?)$/u
const CREDITS = new RegExp(`^(?:${lists.credits.join('|')})$`, 'u')

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
  const isWireBullet = (index: number): boolean => isOpen(blocks[index]) && isBullet(blocks[index].text)
  return new Set(
    blocks
      .map((_, index) => index)
      .slice(0, Math.max(body, 0))
      .filter(isWireBullet),
  )
}

function takeNotes(block: Block): Block[] {
  if (isCreditLine(block.text)) return [{ ...block, verdict: aside('credit', 'clean/editors-credit') }]
  const note = NOTE.exec(block.text)
  if (note) {
    const [part, ...rest] = takePart(block, 0, note[0].length, aside('note', 'clean/wire-note'))
    return [part!, ...rest.flatMap(takeNotes)]
  }
  const credit = EDITORS.exec(block.text) ?? findSigned(block.text)
  if (!credit) return [block]
  const [first, ...rest] = takePart(block, credit.index, block.text.length, aside('credit', 'clean/editors-credit'))
  return first!.verdict ? [first!, ...rest] : [...takeNotes(first!), ...rest]
}

function findSigned(text: string): RegExpExecArray | undefined {
  const match = SIGNED.exec(text)
  const by = match?.groups?.by ?? ''
  const isCredit = isAgency(by) || isMediaName(by) || /^with (?:reports?|inputs?|files) (?:from|by)\b/iu.test(by)
  return match && (isCredit || (!/\p{Ll}/u.test(by) && isPersonName(by))) ? match : undefined
}

function isCreditLine(text: string): boolean {
  return text.length <= 400 && (EDITORS_LINE.test(text) || CREDITS.test(text))
}
