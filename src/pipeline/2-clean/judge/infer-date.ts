import { findOpenDays, isoDayOf } from '../../../lang/boilerplate/printed-days.ts'
import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import type { Range } from '../../../model/passage.ts'
import type { Evidenced } from '../../../model/source.ts'
import type { Block, Draft } from '../trace/block.ts'
import { excludedAs, excludedBy } from '../trace/block.ts'
import type { Traced } from '../trace/trace.ts'
import { rangesOf, sliceTrace } from '../trace/trace.ts'
import { infer } from './read-fields.ts'

/** Maximum days between a picture and its publication for the picture's year to be taken over. */
const MOST_DAYS = 60

type Inferred = Evidenced<string> | undefined

interface Clue {
  /** `YYYY-MM-DD` */
  readonly day: string
  readonly evidence: Range[]
}

/**
 * Works out when a text was published: from a dateline with its full day, else from its pictures and from days that it
 * gives without a year, else from the weekday that it names.
 *
 * A picture is taken before it is printed, so a caption with a full date gives a day that publication cannot
 * precede. The year is taken from it when the dateline's day, or the month that "next month" or "this month"
 * must mean, follows it closely. In any other case the date stays absent.
 */
export function inferDate(draft: Draft, pack: Boilerplate): Draft {
  if (draft.metadata.date) return draft
  const picture = latestPicture(draft, pack)
  const date =
    fromFullDateline(draft, pack) ??
    (picture && (fromDateline(draft, picture, pack) ?? fromMonth(draft, picture, pack))) ??
    inferFromWeekday(draft, pack)
  return date ? { ...draft, metadata: { ...draft.metadata, date } } : draft
}

/** "NORTHPORT, 4 March 2023": the day on which the report was sent, where none is given for its publication. */
function fromFullDateline({ metadata: { dateline } }: Draft, pack: Boilerplate): Inferred {
  const [printed, ...others] = dateline ? pack.findPrintedDays(dateline.value) : []
  if (!dateline || !printed || others.length > 0) return undefined
  return infer(
    printed.day,
    'metadata/date-from-dateline',
    dateline.evidence,
    `The dateline gives ${printed.day} as the day of the report.`,
  )
}

function latestPicture(draft: Draft, pack: Boilerplate): Clue | undefined {
  const captions = [...draft.captions, ...draft.blocks.filter((block) => excludedAs(block) === 'caption')]
  const clues = captions.flatMap((caption) =>
    pack.findPrintedDays(caption.text).map(({ day, start, end }) => ({
      day,
      evidence: rangesOf(sliceTrace(caption, start, end), draft.text),
    })),
  )
  return clues.sort((a, b) => (a.day < b.day ? -1 : 1)).at(-1)
}

function fromDateline(draft: Draft, picture: Clue, pack: Boilerplate): Inferred {
  const { dateline } = draft.metadata
  const printed = dateline && pack.findYearlessDay(dateline.value)
  if (!printed) return undefined
  const day = firstAfter(picture.day, printed.month, printed.day)
  if (!day || daysBetween(picture.day, day) > MOST_DAYS) return undefined
  const reason = `The dateline gives the day without a year; a picture is dated ${picture.day}, and ${day} is the first such day after it.`
  return infer(day, 'metadata/date-from-dateline', [...dateline.evidence, ...picture.evidence], reason)
}

/** "… in Estmere next month" and "… to meet in Estmere on January 29" are of December. */
function fromMonth(draft: Draft, picture: Clue, pack: Boilerplate): Inferred {
  const blocks = draft.blocks.filter(({ decision }) => decision?.as === 'passage')
  const near = blocks
    .map((block) => ({ block, match: pack.dates.nearMonth.exec(block.text) }))
    .find(({ match }) => match)
  const plan = blocks
    .map((block) => ({ block, match: pack.dates.planned.exec(block.text) }))
    .find(({ block, match }) => match && near && sharesName(block.text, near.block.text))
  if (!near?.match || !plan?.match) return undefined
  const planned = pack.monthNumber(plan.match.groups!.month ?? plan.match.groups!.monthLast!)
  const month = near.match.groups!.next ? ((planned + 10) % 12) + 1 : planned
  const start = firstAfter(`${picture.day.slice(0, 7)}-01`, month, 1)
  if (!start || daysBetween(picture.day, start) > MOST_DAYS) return undefined
  const reason = `“${near.match[0]}” and “${plan.match[0].slice(-30).replace(/^\S* /, '')}” tell of one plan, so the month is ${start.slice(0, 7)}; a picture is dated ${picture.day}.`
  return infer(
    start.slice(0, 7),
    'metadata/date-from-month',
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
    .map((candidate) => isoDayOf(candidate, month, day))
    .find((found) => found !== undefined && found >= from)
}

function daysBetween(first: string, second: string): number {
  return (Date.parse(second) - Date.parse(first)) / 86_400_000
}

/** How many first paragraphs are searched for the weekday of a report. */
const LEAD = 2
const YEAR = /\b(?:19|20)\d\d\b/gu
const DAY_RULES = new Set(['metadata/field', 'metadata/timestamp', 'metadata/byline'])

/** Candidate days of publication in the file. */
interface Choice {
  readonly days: readonly string[]
  readonly evidence: Range[]
  /** Why there is more than one, as a sentence begins. */
  readonly doubt: string
}

/**
 * Infers the day of publication if the file has several candidates: an ambiguous date in digits, or a dateline
 * without a year. A report names the weekday of its own day in its first sentences, so the one candidate on that
 * weekday is taken; if there is none or more than one, the date stays absent.
 */
function inferFromWeekday(draft: Draft, pack: Boilerplate): Evidenced<string> | undefined {
  const lead = draft.blocks
    .filter(({ decision }) => decision?.as === 'passage' && decision.kind === 'paragraph')
    .slice(0, LEAD)
  const weekday = lead
    .map((block) => ({ block, match: pack.dates.toldWeekday.exec(block.text) }))
    .find(({ match }) => match)
  const choice = weekday?.match && (chooseOrder(draft, pack) ?? chooseYear(draft, pack))
  if (!weekday?.match || !choice) return undefined
  const [day, ...others] = choice.days.filter((candidate) => pack.weekdayOf(candidate) === weekday.match![0])
  if (!day || others.length > 0) return undefined
  const at = sliceTrace(weekday.block, weekday.match.index, weekday.match.index + weekday.match[0].length)
  const reason = `${choice.doubt}; the report tells of “${weekday.match[0]}”, and of the possible days only ${day} is one.`
  return infer(day, 'metadata/date-from-weekday', [...choice.evidence, ...rangesOf(at, draft.text)], reason)
}

/** "12/10/2016" */
function chooseOrder(draft: Draft, pack: Boilerplate): Choice | undefined {
  for (const block of draft.blocks.filter((line) => isDayLine(line, pack))) {
    const [open] = findOpenDays(block.text)
    if (!open) continue
    const evidence = rangesOf(sliceTrace(block, open.start, open.end), draft.text)
    return { days: open.readings, evidence, doubt: 'Day and month could change places' }
  }
  return undefined
}

function isDayLine(block: Block, pack: Boilerplate): boolean {
  return DAY_RULES.has(excludedBy(block) ?? '') && !pack.isChange(block.text)
}

/** "NORTHPORT, March 14 (Agency)": the years are those of the copyright, else those that the text mentions and the next one. */
function chooseYear(draft: Draft, pack: Boilerplate): Choice | undefined {
  const { dateline } = draft.metadata
  const day = dateline && pack.findYearlessDay(dateline.value)
  if (!dateline || !day) return undefined
  const owned = yearsIn(draft.blocks.filter((block) => excludedBy(block) === 'boilerplate/copyright'))
  const mentioned = yearsIn(draft.blocks.filter(({ decision }) => decision?.as === 'passage'))
  const years = owned.length > 0 ? owned : [...mentioned, Math.max(...mentioned) + 1]
  const days = [...new Set(years)].flatMap((year) => isoDayOf(year, day.month, day.day) ?? [])
  return { days, evidence: dateline.evidence, doubt: 'The dateline gives the day without a year' }
}

function yearsIn(blocks: readonly Block[]): number[] {
  return blocks.flatMap(({ text }) => [...text.matchAll(YEAR)].map(([year]) => Number(year)))
}
