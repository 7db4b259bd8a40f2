import type { Metadata } from '../../model/source.ts'
import { hasRole, isAgency } from './agencies.ts'
import { aside, isOpen, type Block, type Draft } from './block.ts'
import { addCredits, state } from './metadata.ts'
import { readByline } from './read-byline.ts'
import { isTimeLine, readTimeLine } from './read-date.ts'
import { rangesOf, sliceTrace, type Traced } from './trace.ts'
import { isEnded, isMediaName, wordsOf } from './wording.ts'

/** Reads bylines, times of publication and lines that only name an agency, and sets them aside. */
export function readCreditLines(draft: Draft): Draft {
  let { metadata } = draft
  const blocks: Block[] = []
  for (const block of draft.blocks) {
    const parts = isOpen(block) ? splitParts(block) : []
    const isCredit = parts.length > 0 && parts.every((part) => isCreditPart(part.text, blocks.at(-1)))
    if (isCredit) for (const part of parts) metadata = readPart(metadata, part, draft.text)
    blocks.push(isCredit ? { ...block, verdict: aside('metadata', ruleFor(parts[0]!.text)) } : block)
  }
  return { ...draft, blocks, metadata }
}

function ruleFor(text: string): string {
  if (isTimeLine(text)) return 'clean/timestamp'
  return readByline(text) ? 'clean/byline' : 'clean/credit-line'
}

/** A line cut at its bars and bullets; a date at the end of a byline is a part of its own. */
function splitParts(block: Block): Traced[] {
  if (wordsOf(block.text).length > 30) return []
  const parts: Traced[] = []
  let from = 0
  for (const match of block.text.matchAll(/\s(?:[|•·–—]|--?)\s|(?<=[\p{L})])\s(?=(?:published|updated|posted)\b)/giu)) {
    parts.push(sliceTrace(block, from, match.index))
    from = match.index + match[0].length
  }
  parts.push(sliceTrace(block, from, block.text.length))
  return parts.filter((part) => part.text !== '')
}

function isCreditPart(text: string, before: Block | undefined): boolean {
  if (isTimeLine(text) || readByline(text)) return true
  if (isEnded(text)) return false
  return isAgency(text) || (hasRole(text) && isUnderByline(before) && wordsOf(text).length <= 8) || (isMediaName(text) && isUnderByline(before))
}

function isUnderByline(before: Block | undefined): boolean {
  return before?.verdict?.as === 'aside' && before.verdict.rule === 'clean/byline'
}

function readPart(metadata: Metadata, part: Traced, text: string): Metadata {
  const evidence = rangesOf(part, text)
  const byline = readByline(part.text)
  if (byline) {
    const credited = addCredits(metadata, byline.credits, 'clean/byline', evidence)
    return byline.authors.length > 0 && !metadata.authors
      ? { ...credited, authors: state(byline.authors, 'clean/byline', evidence) }
      : credited
  }
  if (isAgency(part.text)) return addCredits(metadata, [part.text], 'clean/agency-line', evidence)
  const printed = readTimeLine(part.text)
  if (!printed || metadata.date) return metadata
  return { ...metadata, date: state(printed.day, 'clean/timestamp', evidence) }
}
