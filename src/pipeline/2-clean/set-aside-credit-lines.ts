import { hasPost, hasRole, isAgency, isPersonName, isSection, splitNames } from './agencies.ts'
import { aside, isOpen, type Block, type Draft } from './block.ts'
import { isQuestion } from './find-body.ts'
import { isPlacedName, readByline } from './read-byline.ts'
import { findPrintedDays, isTimeLine, MONTH_NAMES, WEEKDAY_NAMES } from './read-date.ts'
import { hasFurnitureWord, matchFurniture } from './set-aside-furniture.ts'
import { sliceTrace, type Traced } from './trace.ts'
import { isEnded, isMediaName, isSentence, isTitleCase, wordsOf } from './wording.ts'

/** A bar parts what a line says, unless only a label stands before it: "Updated - 4 May 2023". */
const BAR = /(?<!\b(?:published|updated|posted|modified)(?: on)?)(?:\s?[|•·]\s?|\s(?:[–—/]|--?)\s)/giu
const DAY_NAMES = [...MONTH_NAMES, ...WEEKDAY_NAMES].join('|')
/** Where a byline and a time that share a line part without a bar. */
const SEAM = new RegExp(
  `(?<=[\\p{L})])(?<!\\b(?:published|updated|posted)),?\\s{1,4}(?=(?:published|updated|posted)\\b|(?:on )?(?:${DAY_NAMES})\\b|\\d{1,2} (?:${DAY_NAMES})\\b|\\d{1,2}[/.]\\d{1,2}[/.]\\d{4}$)|\\s(?=by \\p{Lu})|\\s(?=(?:reading time|time to read)\\b)|(?<!:)\\s(?=\\d{1,3} ?-?min(?:ute)?s? read)`,
  'giu',
)

/** "18.42 BST", "2h ago 18.42 BST" */
const ENTRY_TIME =
  /^(?:\d{1,2} ?(?:h|m|hours?|mins?|minutes?) ago ?)?\d{1,2}[:.]\d\d(?: ?[ap]\.?m\.?)?(?: \(?\p{Lu}{2,5}\)?)?$/iu
/** A text with so many lines that tell only an hour is a report in entries. */
const FEWEST_ENTRIES = 2

/** The page had a style of its own for the names below. */
const OPENER_ALONE = /^(?:by|written by|words by|authors?)\s?:?$/iu

/** A line of more code units than this is no list of writers. */
const LONGEST_BYLINE = 120
/** The time of publication stands so close below a name. */
const NEAR_TIME = 3

/** Sets aside bylines, times of publication, and lines that only name an agency or an office. Their values are read later. */
export function setAsideCreditLines(draft: Draft): Draft {
  const blocks: Block[] = []
  const isLive = draft.blocks.filter(({ text }) => ENTRY_TIME.test(text)).length >= FEWEST_ENTRIES
  let hasNames = false
  for (const [index, block] of draft.blocks.entries()) {
    const parts = isOpen(block) ? splitParts(block) : []
    const isCredit =
      (parts.length > 0 && parts.every(({ text }) => isCreditPart(text, blocks.at(-1)))) ||
      isTimeWithNames(block, parts) ||
      ((isPlacedName(block.text) || isNameAndPaper(parts)) && isTimeLine(draft.blocks[index + 1]?.text ?? ''))
    const isNames: boolean = !isCredit && !hasNames && isOpen(block) && isBareByline(block, index, draft.blocks)
    const isEntry = isLive && ENTRY_TIME.test(block.text)
    const rule = isEntry ? 'clean/entry-time' : isNames ? 'clean/bare-byline' : ruleFor(parts)
    hasNames ||= isNames
    blocks.push(isCredit || isNames ? { ...block, verdict: aside('metadata', rule) } : block)
  }
  return { ...draft, blocks }
}

/** "New Estmere | Updated: 4 May 2023": a time or byline with the names of a place, a section, an address. */
function isTimeWithNames(block: Block, parts: readonly Traced[]): boolean {
  return (
    (block.text.search(BAR) >= 0 || (parts.length === 2 && isNamed(parts[0]!.text) && isTimeLine(parts[1]!.text))) &&
    parts.some(({ text }) => isTimeLine(text) || readByline(text)) &&
    parts.every(
      ({ text }) =>
        isCreditPart(text, undefined) ||
        matchFurniture(text) ||
        ((isTitleCase(text) || hasRole(text)) && !isEnded(text) && wordsOf(text).length <= 3),
    )
  )
}

/** "Ada Vale · Northport Radio", above a time of publication */
const isNameAndPaper = ([name, paper, ...rest]: readonly Traced[]): boolean =>
  name !== undefined && paper !== undefined && rest.length === 0 && isWriter(name.text) && isMediaName(paper.text)

/** Before a time: "Ada Vale", "Northport Gazette" */
const isNamed = (text: string): boolean => isPersonName(text) || isMediaName(text)

/** A line cut at its bars, and where a byline meets a time. */
export function splitParts(block: Traced): Traced[] {
  if (wordsOf(block.text).length > 30) return []
  return splitAt(block, BAR).flatMap((part) =>
    isTimeLine(part.text) || readByline(part.text) ? [part] : splitAt(part, SEAM),
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

function ruleFor(parts: readonly Traced[]): string {
  if (parts.some(({ text }) => readByline(text) || isPlacedName(text))) return 'clean/byline'
  return parts.some(({ text }) => isTimeLine(text)) ? 'clean/timestamp' : 'clean/credit-line'
}

/** "Ada Vale" above "Health Correspondent", "Ada Vale and Femi Okafor" above a time of publication: names without "by". */
function isBareByline({ text }: Block, index: number, blocks: readonly Block[]): boolean {
  const below = blocks[index + 1]
  const names = below && text.length <= LONGEST_BYLINE && /^\p{Lu}/u.test(text) ? splitNames(text) : []
  if (below === undefined || !names.every(isWriter)) return false
  if (names.length > 0 && names.length <= 4 && OPENER_ALONE.test(blocks[index - 1]?.text ?? '')) return true
  if (names.length < 2) return names.length === 1 && (isRole(below.text) || isLoneWriter(names[0]!, index, blocks))
  return names.length <= 4 && (isRole(below.text) || isDated(below.text))
}

/** One name beside the time of publication, or above the paper's: no section of a page, no words of the text, and nobody whom it tells of. */
function isLoneWriter(name: string, index: number, blocks: readonly Block[]): boolean {
  const sentences = blocks.filter((block) => isOpen(block) && isSentence(block.text) && !isQuestion(block.text))
  const isTold = sentences.some(({ text }) => text.includes(name) && !text.startsWith(name))
  const words = name.toLowerCase().split(' ')
  const isCommon = sentences.some(({ text }) => words.some((word) => wordsOf(text).includes(word)))
  const below = blocks.slice(index + 1, index + 1 + NEAR_TIME)
  const time = below.findIndex(({ text }) => isDated(text))
  const isTimed = time >= 0 && below.slice(0, time).every(({ text }) => isTitleCase(text) && !isEnded(text))
  const isBelowTime = blocks.slice(Math.max(0, index - NEAR_TIME), index).some(({ text }) => isDated(text))
  const isBeside = isTimed || isBelowTime || isMediaName(below[0]?.text.split(', ', 1)[0] ?? '')
  const isAtHead = sentences.filter(({ line }) => line < blocks[index]!.line).length <= 1
  const isLabelled = blocks[index - 1]?.text.endsWith(':')
  return isAtHead && isBeside && !isTold && !isCommon && !isLabelled && !isSection(name) && !hasFurnitureWord(name)
}

const isWriter = (name: string): boolean =>
  isPersonName(name) && /\p{Ll}/u.test(name) && !hasRole(name) && !isMediaName(name)

const isDated = (text: string): boolean => isTimeLine(text) && findPrintedDays(text).length > 0

/** "Senior Reporter", "Health Correspondent, Northport Gazette": nothing else stands in the line. */
function isRole(text: string): boolean {
  const [role, ...rest] = text.split(', ')
  return hasPost(role!) && isTitleCase(text) && !isEnded(text) && wordsOf(role!).length <= 4 && rest.length <= 1
}

function isReadingTime(text: string): boolean {
  const verdict = matchFurniture(text)
  return verdict?.as === 'aside' && verdict.rule === 'clean/reading-time'
}

function isCreditPart(text: string, before: Block | undefined): boolean {
  if (isTimeLine(text) || readByline(text) || isReadingTime(text) || (!isEnded(text) && isAgencyLine(text))) return true
  const isUnderByline = before?.verdict?.as === 'aside' && before.verdict.rule.endsWith('byline')
  return isUnderByline && !isEnded(text) && wordsOf(text).length <= 8 && (hasRole(text) || isMediaName(text))
}

/** "AFP", "- AFP", "Agencies" */
function isAgencyLine(text: string): boolean {
  const name = text.replace(/^[-–—] ?/u, '')
  return isAgency(name) || /^(?:news |wire )?agencies$/iu.test(name)
}
