import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import type { Metadata } from '../../../model/source.ts'
import type { Range } from '../../../model/passage.ts'
import { excludedAs, excludedBy, isHeadline, isOpen, type Block, type Draft } from '../trace/block.ts'
import { rangesOf, type Traced } from '../trace/trace.ts'
import { splitParts } from './exclude-credit-lines.ts'
import { addCredits, infer, state } from './read-fields.ts'
import { isPlacedName, readByline } from './read-byline.ts'

const RULES = new Set(['metadata/bare-byline', 'metadata/byline', 'metadata/timestamp', 'metadata/credit-line'])
/** Lines that may follow a text besides its time of publication. */
const OWN_TAIL = new Set(['credit', 'legal', 'markup', 'metadata', 'share', 'standards', 'subscribe'])

/** A credit line, or a part of one, with the rule that excluded a whole line. */
interface Part {
  readonly traced: Traced
  readonly isBareByline: boolean
}

/**
 * Reads authors, date and credits from the lines that were excluded for them. Lines between the headline and the end
 * of the text are this article's; if there are none, the closest ones above the headline are read. A date further
 * below the text may belong to a list of other articles, and is read only if there is no such list.
 */
export function readCredits(draft: Draft, pack: Boilerplate): Draft {
  const parts = listCredits(draft.blocks, pack).flatMap((block): Part[] =>
    isBareByline(block)
      ? [{ traced: block, isBareByline: true }]
      : splitParts(block, pack).map((traced) => ({ traced, isBareByline: false })),
  )
  const sentences = draft.blocks.filter(isOpen).map(({ text }) => text)
  const isMentioned = (name: string): boolean =>
    sentences.some((text) => text.includes(name)) || draft.blocks.some(({ text }) => text.startsWith(`${name}, `))
  const metadata = parts.reduce(
    (last, part) => readPart(last, part, rangesOf(part.traced, draft.text), isMentioned, pack),
    draft.metadata,
  )
  return { ...draft, metadata: metadata.date ? metadata : { ...metadata, ...readChange(parts, draft.text, pack) } }
}

/** The lines that may say who wrote this text and when, the likeliest first. */
function listCredits(blocks: readonly Block[], pack: Boilerplate): Block[] {
  const named = blocks.find(isHeadline)
  const headline = Math.max(
    0,
    blocks.findIndex(({ text }) => text === named?.text),
  )
  const body = blocks.findIndex((block, index) => index > headline && isOpen(block))
  const end = blocks.findLastIndex((block) => isOpen(block) || block.decision?.as === 'passage') + 1
  const below = blocks
    .slice(headline, end + 1)
    .filter((block, index) => isCreditBlock(block) && (!isBareByline(block) || headline + index < body))
  const above = blocks.slice(0, headline).filter((block) => isCreditBlock(block) && !isBareByline(block))
  const tail = blocks.slice(end + 1)
  const isOwn = tail.every((block) => OWN_TAIL.has(excludedAs(block) ?? ''))
  const times = isOwn ? tail.filter(({ text }) => pack.isTimeLine(text)) : []
  return [...below, ...above.reverse(), ...times]
}

/** A text with only a date of change was most likely published that day. */
function readChange(parts: readonly Part[], text: string, pack: Boilerplate): Pick<Metadata, 'date'> {
  const changed = parts.find(
    ({ traced }) => pack.isTimeLine(traced.text) && pack.findPrintedDays(traced.text).length > 0,
  )?.traced
  if (!changed) return {}
  const { day } = pack.findPrintedDays(changed.text)[0]!
  const reason = `Only a change is dated (“${changed.text.slice(0, 80)}”), and news is changed on the day it appears.`
  return { date: infer(day, 'metadata/date-of-change', rangesOf(changed, text), reason) }
}

const isBareByline = (block: Block): boolean => excludedBy(block) === 'metadata/bare-byline'

const isCreditBlock = (block: Block): boolean => RULES.has(excludedBy(block) ?? '')

/** "Ada Vale" in "Ada Vale | Published 4 May 2023": neither a paper nor a section of a page. "Port Vale, 4 May 2023" names the place of a dateline. */
const isNameApart = (text: string, pack: Boilerplate): boolean =>
  pack.isPersonName(text) &&
  /\p{Ll}/u.test(text) &&
  !pack.hasRole(text) &&
  !pack.isMediaName(text) &&
  !pack.isSection(text) &&
  !pack.isAgency(text)

/** The first value of a field stays. */
function readPart(
  metadata: Metadata,
  { traced: { text }, isBareByline: isBare }: Part,
  evidence: Range[],
  isMentioned: (name: string) => boolean,
  pack: Boilerplate,
): Metadata {
  const withAuthors = (names: string[], rule: string): Metadata =>
    metadata.authors || names.length === 0 ? metadata : { ...metadata, authors: state(names, rule, evidence) }
  if (isBare) return withAuthors(pack.splitNames(text), 'metadata/bare-byline')
  const byline = readByline(text, pack)
  if (byline)
    return addCredits(withAuthors(byline.authors, 'metadata/byline'), byline.credits, 'metadata/byline', evidence, pack)
  const placed = isPlacedName(text, pack) ? pack.people.placedName.exec(text)!.groups!.name : undefined
  if (placed && !metadata.authors) return withAuthors([placed], 'metadata/byline')
  if (isNameApart(text, pack) && !isMentioned(text) && !metadata.authors) return withAuthors([text], 'metadata/byline')
  if (pack.isAgency(text)) return addCredits(metadata, [text], 'metadata/agency-line', evidence, pack)
  const printed = pack.readTimeLine(text)
  return printed && !metadata.date
    ? { ...metadata, date: state(printed.day, 'metadata/timestamp', evidence) }
    : metadata
}
