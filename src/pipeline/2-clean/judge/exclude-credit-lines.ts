import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import { isEnded, isQuestion, isSentence, wordsOf } from '../../../text/lines.ts'
import { exclude, excludedBy, isOpen, type Block, type Draft } from '../trace/block.ts'
import { sliceTrace, type Traced } from '../trace/trace.ts'
import { isPlacedName, readByline } from './read-byline.ts'

/** From this many lines that hold only a time of day on, the text is a live blog. */
const FEWEST_ENTRIES = 2
/** Maximum length (code units) of a list of writers. */
const LONGEST_BYLINE = 120
/** Maximum lines between a name and the time of publication below it. */
const NEAR_TIME = 3
/** Maximum words of a line that is split at its bars ("|"). */
const LONGEST_LINE = 30

/** Excludes bylines, times of publication, and lines that only name an agency or an office. Their values are read later. */
export function excludeCreditLines(draft: Draft, pack: Boilerplate): Draft {
  const blocks: Block[] = []
  const isEntry = ({ text }: Block): boolean => pack.dates.entryTime.test(text)
  const isLive = draft.blocks.filter(isEntry).length >= FEWEST_ENTRIES
  let hasNames = false
  for (const [index, block] of draft.blocks.entries()) {
    const parts = isOpen(block) ? splitParts(block, pack) : []
    const isCredit =
      (parts.length > 0 && parts.every(({ text }) => isCreditPart(text, blocks.at(-1), pack))) ||
      isTimeWithNames(block, parts, pack) ||
      (isOpen(block) && isPlacedDay(block.text, pack)) ||
      ((isPlacedName(block.text, pack) || isNameAndPaper(parts, pack)) &&
        pack.isTimeLine(draft.blocks[index + 1]?.text ?? ''))
    const isNames: boolean = !isCredit && !hasNames && isOpen(block) && isBareByline(block, index, draft.blocks, pack)
    const rule =
      isLive && isEntry(block) ? 'boilerplate/entry-time' : isNames ? 'metadata/bare-byline' : ruleFor(parts, pack)
    hasNames ||= isNames
    blocks.push(isCredit || isNames ? { ...block, decision: exclude('metadata', rule) } : block)
  }
  return { ...draft, blocks }
}

/** "New Estmere | Updated: 4 May 2023": a time or byline with the names of a place, a section, an address. */
function isTimeWithNames(block: Block, parts: readonly Traced[], pack: Boilerplate): boolean {
  const isNameAndTime = parts.length === 2 && isNamed(parts[0]!.text, pack) && pack.isTimeLine(parts[1]!.text)
  return (
    (block.text.search(pack.dates.bar) >= 0 || isNameAndTime || parts.some(({ text }) => isHandle(text, pack))) &&
    parts.some(({ text }) => pack.isTimeLine(text) || readByline(text, pack)) &&
    parts.every(
      ({ text }) =>
        isCreditPart(text, undefined, pack) ||
        isHandle(text, pack) ||
        !/[\p{L}\p{N}]/u.test(text) ||
        pack.findLineRule(text) ||
        ((pack.isTitleCase(text) || pack.hasRole(text)) && !isEnded(text) && wordsOf(text).length <= 3),
    )
  )
}

/** "Ada Vale · Northport Radio", above a time of publication */
function isNameAndPaper([name, paper, ...rest]: readonly Traced[], pack: Boilerplate): boolean {
  return (
    name !== undefined &&
    paper !== undefined &&
    rest.length === 0 &&
    isWriter(name.text, pack) &&
    pack.isMediaName(paper.text)
  )
}

/** Behind a time: "by waterwatch" */
function isHandle(text: string, pack: Boilerplate): boolean {
  const opener = pack.bylineOpener.exec(text)?.[0] ?? ''
  return opener !== '' && wordsOf(text.slice(opener.length)).length === 1 && !isEnded(text)
}

/** Before a time: "Ada Vale", "Northport Gazette" */
const isNamed = (text: string, pack: Boilerplate): boolean => pack.isPersonName(text) || pack.isMediaName(text)

/** A line cut at its bars, and where a byline meets a time. */
export function splitParts(block: Traced, pack: Boilerplate): Traced[] {
  if (wordsOf(block.text).length > LONGEST_LINE) return []
  return splitAt(block, pack.dates.bar).flatMap((part) =>
    pack.isTimeLine(part.text) || readByline(part.text, pack) ? [part] : splitAt(part, pack.dates.seam),
  )
}

function splitAt(traced: Traced, seam: RegExp): Traced[] {
  const parts: Traced[] = []
  let from = 0
  for (const match of traced.text.matchAll(seam)) {
    parts.push(sliceTrace(traced, from, match.index))
    from = match.index + match[0].length
  }
  parts.push(sliceTrace(traced, from, traced.text.length))
  return parts.filter(({ text }) => text !== '')
}

function ruleFor(parts: readonly Traced[], pack: Boilerplate): string {
  if (parts.some(({ text }) => readByline(text, pack) || isPlacedName(text, pack))) return 'metadata/byline'
  return parts.some(({ text }) => pack.isTimeLine(text)) ? 'metadata/timestamp' : 'metadata/credit-line'
}

/** "Ada Vale" above "Health Correspondent", "Ada Vale and Femi Okafor" above a time of publication: names without "by". */
function isBareByline({ text }: Block, index: number, blocks: readonly Block[], pack: Boilerplate): boolean {
  const below = blocks[index + 1]
  const isNames = below && text.length <= LONGEST_BYLINE && /^\p{Lu}.*[^,;:]$/u.test(text)
  const names = isNames ? pack.splitNames(text) : []
  if (below === undefined || !names.every((name) => isWriter(name, pack))) return false
  const isBelowOpener = pack.people.loneOpener.test(blocks[index - 1]?.text ?? '')
  if (names.length > 0 && names.length <= 4 && isBelowOpener) return true
  if (names.length < 2)
    return names.length === 1 && (isRole(below.text, pack) || isLoneWriter(names[0]!, index, blocks, pack))
  return names.length <= 4 && (isRole(below.text, pack) || isDated(below.text, pack))
}

/**
 * One name beside the time of publication, or above the paper's, near the head of the file: neither a section of the
 * page nor somebody whom the text mentions.
 */
function isLoneWriter(name: string, index: number, blocks: readonly Block[], pack: Boilerplate): boolean {
  const sentences = blocks.filter((block) => isOpen(block) && isSentence(block.text) && !isQuestion(block.text))
  const isMentioned = sentences.some(({ text }) => text.includes(name) && !text.startsWith(name))
  const words = name.toLowerCase().split(' ')
  const isCommon = sentences.some(({ text }) => words.some((word) => wordsOf(text).includes(word)))
  const isAtHead = sentences.filter(({ line }) => line < blocks[index]!.line).length <= 1
  const isLabelled = blocks[index - 1]?.text.endsWith(':')
  return (
    isAtHead &&
    isBesideTime(index, blocks, pack) &&
    !isMentioned &&
    !isCommon &&
    !isLabelled &&
    !pack.isSection(name) &&
    !pack.hasLineWord(name)
  )
}

/** The time of publication is close, or the paper's name directly below. */
function isBesideTime(index: number, blocks: readonly Block[], pack: Boilerplate): boolean {
  const below = blocks.slice(index + 1, index + 1 + NEAR_TIME)
  const time = below.findIndex(({ text }) => isDated(text, pack))
  const isTimed = time >= 0 && below.slice(0, time).every(({ text }) => pack.isTitleCase(text) && !isEnded(text))
  const isBelowTime = blocks.slice(Math.max(0, index - NEAR_TIME), index).some(({ text }) => isDated(text, pack))
  return isTimed || isBelowTime || pack.isMediaName(below[0]?.text.split(', ', 1)[0] ?? '')
}

const isWriter = (name: string, pack: Boilerplate): boolean =>
  pack.isPersonName(name) && /\p{Ll}/u.test(name) && !pack.hasRole(name) && !pack.isMediaName(name)

const isDated = (text: string, pack: Boilerplate): boolean =>
  pack.isTimeLine(text) && pack.findPrintedDays(text).length > 0

const PLACED = /^\p{Lu}[\p{L}.'’ -]{1,40}, (?<time>.+)$/u

/** "Northport, 4 March 2023": place and date in a separate line. */
function isPlacedDay(text: string, pack: Boilerplate): boolean {
  const time = PLACED.exec(text)?.groups!.time
  return time !== undefined && isDated(time, pack)
}

/** "Senior Reporter", "Health Correspondent, Northport Gazette": a line with nothing else. */
function isRole(text: string, pack: Boilerplate): boolean {
  const [role, ...rest] = text.split(', ')
  return (
    pack.hasPost(role!) && pack.isTitleCase(text) && !isEnded(text) && wordsOf(role!).length <= 4 && rest.length <= 1
  )
}

function isCreditPart(text: string, before: Block | undefined, pack: Boilerplate): boolean {
  if (pack.isTimeLine(text) || readByline(text, pack)) return true
  if (pack.findLineRule(text)?.rule === 'boilerplate/reading-time' || (!isEnded(text) && isAgencyLine(text, pack)))
    return true
  const isUnderByline = excludedBy(before)?.endsWith('byline')
  return (
    isUnderByline === true &&
    !isEnded(text) &&
    wordsOf(text).length <= 8 &&
    (pack.hasRole(text) || pack.isMediaName(text))
  )
}

/** "AFP", "- AFP", "Agencies" */
function isAgencyLine(text: string, pack: Boilerplate): boolean {
  const name = text.replace(/^[-–—] ?/u, '')
  return pack.isAgency(name) || pack.people.namelessAgencies.test(name)
}
