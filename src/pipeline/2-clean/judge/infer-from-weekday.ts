import { findOpenDays, isoDayOf } from '../../../lang/boilerplate/printed-days.ts'
import type { Boilerplate } from '../../../lang/boilerplate/read-boilerplate.ts'
import type { Range } from '../../../model/passage.ts'
import type { Evidenced } from '../../../model/source.ts'
import { excludedBy, type Block, type Draft } from '../trace/block.ts'
import { rangesOf, sliceTrace } from '../trace/trace.ts'
import { infer } from './read-fields.ts'

/** The weekday of a report stands in one of so many first paragraphs. */
const LEAD = 2
const YEAR = /\b(?:19|20)\d\d\b/gu
const DAY_RULES = new Set(['metadata/field', 'metadata/timestamp', 'metadata/byline'])

/** Days of which one is the day of publication, as far as the file says. */
interface Choice {
  readonly days: readonly string[]
  readonly evidence: Range[]
  /** Why there is more than one, as a sentence begins. */
  readonly doubt: string
}

/**
 * Works out the day of publication where the file leaves a choice: a day in digits that can be read in two ways, or
 * a dateline without a year. A report names the weekday of its own day in its first sentences, so the one day of
 * the choice that falls on that weekday is taken; where none or several do, the date stays absent.
 */
export function inferFromWeekday(draft: Draft, pack: Boilerplate): Evidenced<string> | undefined {
  const lead = draft.blocks
    .filter(({ decision }) => decision?.as === 'passage' && decision.kind === 'paragraph')
    .slice(0, LEAD)
  const told = lead
    .map((block) => ({ block, match: pack.dates.toldWeekday.exec(block.text) }))
    .find(({ match }) => match)
  const choice = told?.match && (chooseOrder(draft, pack) ?? chooseYear(draft, pack))
  if (!told?.match || !choice) return undefined
  const [day, ...others] = choice.days.filter((candidate) => pack.weekdayOf(candidate) === told.match![0])
  if (!day || others.length > 0) return undefined
  const at = sliceTrace(told.block, told.match.index, told.match.index + told.match[0].length)
  const reason = `${choice.doubt}; the report tells of “${told.match[0]}”, and of the possible days only ${day} is one.`
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

/** "NORTHPORT, March 14 (Agency)": the years are those of the copyright, else those the text tells and the one after. */
function chooseYear(draft: Draft, pack: Boilerplate): Choice | undefined {
  const { dateline } = draft.metadata
  const day = dateline && pack.findYearlessDay(dateline.value)
  if (!dateline || !day) return undefined
  const owned = yearsIn(draft.blocks.filter((block) => excludedBy(block) === 'boilerplate/copyright'))
  const told = yearsIn(draft.blocks.filter(({ decision }) => decision?.as === 'passage'))
  const years = owned.length > 0 ? owned : [...told, Math.max(...told) + 1]
  const days = [...new Set(years)].flatMap((year) => isoDayOf(year, day.month, day.day) ?? [])
  return { days, evidence: dateline.evidence, doubt: 'The dateline gives the day without a year' }
}

function yearsIn(blocks: readonly Block[]): number[] {
  return blocks.flatMap(({ text }) => [...text.matchAll(YEAR)].map(([year]) => Number(year)))
}
