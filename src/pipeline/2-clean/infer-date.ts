import type { Range } from '../../model/span.ts'
import type { Draft } from './block.ts'
import { inferFromWeekday } from './infer-from-weekday.ts'
import { infer } from './metadata.ts'
import { findPrintedDays, findYearlessDay, formatDay, MONTH_NAMES, monthNumber } from './read-date.ts'
import { rangesOf, sliceTrace, type Traced } from './trace.ts'

const MONTHS = MONTH_NAMES.join('|')
const PLANNED = new RegExp(
  `\\b(?:to|will|would|due|scheduled|planned|set)\\b.{0,160}\\bon (?:(?<month>${MONTHS})\\.? \\d{1,2}|\\d{1,2} (?<monthLast>${MONTHS})\\b)`,
  'iu',
)
/** A picture is shown so many days after it was taken at most, for its year to be taken over. */
const MOST_DAYS = 60

interface Clue {
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly evidence: Range[]
}

/**
 * Works out when a text was published: from a dateline with its full day, else from its pictures and from days that it
 * gives without a year, else from the weekday it tells of.
 *
 * A picture is taken before it is printed, so a caption with a full date gives a day that publication cannot
 * precede. The year is taken from it when the dateline's day, or the month that "next month" or "this month"
 * must mean, follows it closely. In any other case the date stays absent.
 */
export function inferDate(draft: Draft): Draft {
  if (draft.metadata.date) return draft
  const picture = latestPicture(draft)
  const date =
    fromFullDateline(draft) ??
    (picture && (fromDateline(draft, picture) ?? fromMonth(draft, picture))) ??
    inferFromWeekday(draft)
  return date ? { ...draft, metadata: { ...draft.metadata, date } } : draft
}

/** "NORTHPORT, 4 March 2023": the day on which the report was sent, for want of one on which it was printed. */
function fromFullDateline({ metadata: { dateline } }: Draft): ReturnType<typeof infer<string>> | undefined {
  const [printed, ...others] = dateline ? findPrintedDays(dateline.value) : []
  if (!dateline || !printed || others.length > 0) return undefined
  return infer(
    printed.day,
    'clean/date-from-dateline',
    dateline.evidence,
    `The dateline gives ${printed.day} as the day of the report.`,
  )
}

function latestPicture(draft: Draft): Clue | undefined {
  const captions = [
    ...draft.captions,
    ...draft.blocks.filter(({ verdict }) => verdict?.as === 'aside' && verdict.kind === 'caption'),
  ]
  const clues = captions.flatMap((caption) =>
    findPrintedDays(caption.text).map(({ day, start, end }) => ({
      day,
      evidence: rangesOf(sliceTrace(caption, start, end), draft.text),
    })),
  )
  return clues.sort((a, b) => (a.day < b.day ? -1 : 1)).at(-1)
}

function fromDateline(draft: Draft, picture: Clue): ReturnType<typeof infer<string>> | undefined {
  const { dateline } = draft.metadata
  const told = dateline && findYearlessDay(dateline.value)
  if (!told) return undefined
  const day = firstAfter(picture.day, told.month, told.day)
  if (!day || daysBetween(picture.day, day) > MOST_DAYS) return undefined
  const reason = `The dateline gives the day without a year; a picture is dated ${picture.day}, and ${day} is the first such day after it.`
  return infer(day, 'clean/date-from-dateline', [...dateline.evidence, ...picture.evidence], reason)
}

/** "… in Estmere next month" and "… to meet in Estmere on January 29" are of December. */
function fromMonth(draft: Draft, picture: Clue): ReturnType<typeof infer<string>> | undefined {
  const blocks = draft.blocks.filter(({ verdict }) => verdict?.as === 'passage')
  const near = blocks
    .map((block) => ({ block, match: /\b(next|this) month\b/.exec(block.text) }))
    .find(({ match }) => match)
  const plan = blocks
    .map((block) => ({ block, match: PLANNED.exec(block.text) }))
    .find(({ block, match }) => match && near && sharesName(block.text, near.block.text))
  if (!near?.match || !plan?.match) return undefined
  const planned = monthNumber(plan.match.groups!.month ?? plan.match.groups!.monthLast!)
  const month = near.match[1] === 'next' ? ((planned + 10) % 12) + 1 : planned
  const start = firstAfter(`${picture.day.slice(0, 7)}-01`, month, 1)
  if (!start || daysBetween(picture.day, start) > MOST_DAYS) return undefined
  const reason = `“${near.match[0]}” and “${plan.match[0].slice(-30).replace(/^\S* /, '')}” tell of one plan, so the month is ${start.slice(0, 7)}; a picture is dated ${picture.day}.`
  return infer(
    start.slice(0, 7),
    'clean/date-from-month',
    [
      ...matchRanges(near.block, near.match, draft.text),
      ...matchRanges(plan.block, plan.match, draft.text),
      ...picture.evidence,
    ],
    reason,
  )
}

function matchRanges(block: Traced, match: RegExpExecArray, text: string): Range[] {
  return rangesOf(sliceTrace(block, match.index, match.index + match[0].length), text)
}

/** True when both texts hold a name of the same place or person after a word in lower case. */
function sharesName(first: string, second: string): boolean {
  const names = (text: string): string[] => [...text.matchAll(/(?<=\p{Ll} )\p{Lu}\p{Ll}{3,}/gu)].map(([name]) => name)
  const known = new Set(names(first))
  return names(second).some((name) => known.has(name))
}

/** The first day with this month and day of month that is not before `from`. */
function firstAfter(from: string, month: number, day: number): string | undefined {
  const year = Number(from.slice(0, 4))
  return [year, year + 1]
    .map((candidate) => formatDay(candidate, month, day))
    .find((found) => found !== undefined && found >= from)
}

function daysBetween(first: string, second: string): number {
  return (Date.parse(second) - Date.parse(first)) / 86_400_000
}
