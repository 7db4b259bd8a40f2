import type { Metadata } from '../../model/source.ts'
import { hasRole, isAgency, isPersonName, isSection, splitNames } from './agencies.ts'
import { isOpen, type Block, type Draft } from './block.ts'
import { addCredits, infer, state } from './metadata.ts'
import { isPlacedName, readByline } from './read-byline.ts'
import { findPrintedDays, isTimeLine, readTimeLine } from './read-date.ts'
import { splitParts } from './set-aside-credit-lines.ts'
import { rangesOf, type Traced } from './trace.ts'
import { isMediaName } from './wording.ts'

const RULES = new Set(['clean/bare-byline', 'clean/byline', 'clean/timestamp', 'clean/credit-line'])
/** What may stand below a text besides its own time of publication. */
const OWN_TAIL = new Set(['credit', 'legal', 'markup', 'metadata', 'share', 'standards', 'subscribe'])

/**
 * Reads authors, date and credits from the lines that were set aside for them.
 *
 * Those below the headline and above the end of the text are this article's; where there are none, the nearest
 * above the headline. A date further below the text may belong to a list of other articles, and is read only where
 * there is no such list.
 */
export function readCredits(draft: Draft): Draft {
  const named = draft.blocks.find(({ verdict }) => verdict?.as === 'passage' && verdict.kind === 'headline')
  const headline = Math.max(
    0,
    draft.blocks.findIndex(({ text }) => text === named?.text),
  )
  const body = draft.blocks.findIndex((block, index) => index > headline && isOpen(block))
  const end = draft.blocks.findLastIndex((block) => isOpen(block) || block.verdict?.as === 'passage') + 1
  const below = draft.blocks
    .slice(headline, end + 1)
    .filter((block, index) => isCreditBlock(block) && (!isBareByline(block) || headline + index < body))
  const above = draft.blocks
    .slice(0, headline)
    .filter((block) => isCreditBlock(block) && !isBareByline(block))
    .reverse()
  const tail = draft.blocks.slice(end + 1)
  const isOwn = tail.every(({ verdict }) => verdict?.as === 'aside' && OWN_TAIL.has(verdict.kind))
  const times = isOwn ? tail.filter(({ text }) => isTimeLine(text)) : []
  const parts = [...below, ...above, ...times].flatMap((block) => (isBareByline(block) ? [block] : splitParts(block)))
  const sentences = draft.blocks.filter(isOpen).map(({ text }) => text)
  const isTold = (name: string): boolean =>
    sentences.some((text) => text.includes(name)) || draft.blocks.some(({ text }) => text.startsWith(`${name}, `))
  const metadata = parts.reduce((last, part) => readPart(last, part, draft.text, isTold), draft.metadata)
  return { ...draft, metadata: metadata.date ? metadata : { ...metadata, ...readChange(parts, draft.text) } }
}

/** A text that only says when it was last changed was most likely published that day. */
function readChange(parts: readonly Traced[], text: string): Pick<Metadata, 'date'> {
  const changed = parts.find((part) => isTimeLine(part.text) && findPrintedDays(part.text).length > 0)
  if (!changed) return {}
  const { day } = findPrintedDays(changed.text)[0]!
  const reason = `Only a change is dated (“${changed.text.slice(0, 80)}”), and news is changed on the day it appears.`
  return { date: infer(day, 'clean/date-of-change', rangesOf(changed, text), reason) }
}

function isBareByline({ verdict }: Pick<Block, 'verdict'>): boolean {
  return verdict?.as === 'aside' && verdict.rule === 'clean/bare-byline'
}

function isCreditBlock({ verdict }: Block): boolean {
  return verdict?.as === 'aside' && RULES.has(verdict.rule)
}

/** "Ada Vale" in "Ada Vale | Published 4 May 2023": neither a paper nor a section of a page. "Port Vale, 4 May 2023" names the place of a dateline. */
const isNameApart = (text: string): boolean =>
  isPersonName(text) &&
  /\p{Ll}/u.test(text) &&
  !hasRole(text) &&
  !isMediaName(text) &&
  !isSection(text) &&
  !isAgency(text)

/** The first value of a field stays. */
function readPart(
  metadata: Metadata,
  part: Traced & Partial<Block>,
  text: string,
  isTold: (name: string) => boolean,
): Metadata {
  const evidence = rangesOf(part, text)
  if (part.verdict && isBareByline(part)) {
    const authors = state(splitNames(part.text), 'clean/bare-byline', evidence)
    return metadata.authors ? metadata : { ...metadata, authors }
  }
  const byline = readByline(part.text)
  if (byline) {
    const credited = addCredits(metadata, byline.credits, 'clean/byline', evidence)
    const isFirst = byline.authors.length > 0 && !metadata.authors
    return isFirst ? { ...credited, authors: state(byline.authors, 'clean/byline', evidence) } : credited
  }
  if (isPlacedName(part.text) && !metadata.authors) {
    const name = part.text.slice(0, part.text.lastIndexOf(' in '))
    return { ...metadata, authors: state([name], 'clean/byline', evidence) }
  }
  if (isNameApart(part.text) && !isTold(part.text) && !metadata.authors)
    return { ...metadata, authors: state([part.text], 'clean/byline', evidence) }
  if (isAgency(part.text)) return addCredits(metadata, [part.text], 'clean/agency-line', evidence)
  const printed = readTimeLine(part.text)
  if (!printed || metadata.date) return metadata
  return { ...metadata, date: state(printed.day, 'clean/timestamp', evidence) }
}
