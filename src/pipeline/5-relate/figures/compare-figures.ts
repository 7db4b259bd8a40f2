import type { JoinStep } from '../../../model/join-step.ts'
import type { FigureRow, FigurePeriod } from '../../../model/figure.ts'
import type { SpanInFile } from '../../../model/span.ts'
import { parseDay } from '../../../text/calendar.ts'
import { gapBetween, lengthOf, toInterval } from '../dated-events/day-interval.ts'
import { intersect } from '../intersect.ts'
import { areCompatible, type FigureStatement } from './collect-rows.ts'
import { FRESH, isSameStory, isSameWeek } from './share-story.ts'

/** Why two figures between which nothing tells are not compared. */
export const UNRELATED = 'neither a place nor a time shows that they are about the same'

/**
 * Decides whether two amounts of one kind and one thing counted are about the same quantity.
 *
 * @returns the step that joins them, or the reason why they must not be compared
 */
export function compareFigures(
  a: FigureStatement,
  b: FigureStatement,
): { readonly step?: JoinStep; readonly apart?: string } {
  const apart = findDifference(a, b)
  if (apart !== undefined) return { apart }
  const reason = findReason(a, b)
  return reason === undefined ? { apart: UNRELATED } : { step: { rule: 'relate/same-quantity', reason } }
}

function findReason(a: FigureStatement, b: FigureStatement): string | undefined {
  const where = a.row.place !== undefined && a.row.place === b.row.place
  const told = [where && 'the same place', a.row.period && b.row.period && 'the same time'].filter((part) => part)
  if (told.length > 0) return `Both count the same for ${told.join(' and ')}.`
  if (isNews(a, b)) return 'Both count the same, in the same week’s news of the same names.'
  return isToldOnce(a, b)
    ? 'Both sources tell of the same names in the same week, and each gives one number for this.'
    : undefined
}

/** Two sources of one story each speak of one such number. Where a source has several, which one is meant is not known. */
function isToldOnce(a: FigureStatement, b: FigureStatement): boolean {
  return a.quantity !== 'count' && a.isOnly && b.isOnly && isSameStory(a.story, b.story)
}

function findDifference(a: FigureStatement, b: FigureStatement): string | undefined {
  if (isOneSentence(a.row.sentence, b.row.sentence)) return 'one sentence gives both'
  if (a.head !== b.head) return `other things are counted: “${a.row.counted ?? '?'}” and “${b.row.counted ?? '?'}”`
  if (a.quantity === 'count' && a.head === '') return 'one does not say what is counted'
  if (isMoney(a.row) && a.row.measure !== b.row.measure) return 'other things are done with the money'
  if (a.row.unit === 'percent' && qualify(a.row) !== qualify(b.row))
    return `the shares are of different wholes: “${a.row.counted ?? '?'}” and “${b.row.counted ?? '?'}”`
  if (a.row.place !== undefined && b.row.place !== undefined && a.row.place !== b.row.place) return 'the places differ'
  const period = comparePeriods(a.row, b.row)
  if (period !== undefined) return period
  const isOtherAct = a.acts.size > 0 && b.acts.size > 0 && intersect(a.acts, b.acts).length === 0
  return isOtherAct ? 'the sentences tell of different things' : undefined
}

function isMoney({ unit }: FigureRow): boolean {
  return unit !== 'count' && unit !== 'percent'
}

function isOneSentence(a: SpanInFile, b: SpanInFile): boolean {
  return a.file === b.file && a.passage === b.passage && a.start === b.start
}

/** A share without its whole can be compared with nothing. */
function qualify({ counted, at }: FigureRow): string {
  return counted?.toLowerCase() ?? `${at.file}#${at.passage}:${at.start}`
}

function comparePeriods(a: FigureRow, b: FigureRow): string | undefined {
  if (a.period && b.period)
    return arePeriodsAlike(a.period, b.period)
      ? undefined
      : `the times differ: “${a.period.words}” and “${b.period.words}”`
  const [dated, open] = a.period ? [a, b] : [b, a]
  if (!dated.period) return undefined
  return isRecent(dated.period, open.date) ? undefined : `only one gives a time: “${dated.period.words}”`
}

function arePeriodsAlike(a: FigurePeriod, b: FigurePeriod): boolean {
  if (a.timex !== undefined || b.timex !== undefined) return a.timex === b.timex
  const [one, other] = [toInterval(a), toInterval(b)]
  const [shorter, longer] = [lengthOf(one), lengthOf(other)].sort((x, y) => x - y) as [number, number]
  return gapBetween(one, other) === 0 && (longer <= FRESH || longer <= shorter * 1.5)
}

/** The days lie in the week before the other source was published, whose figure then speaks of the same news. */
function isRecent(period: FigurePeriod, published: string | undefined): boolean {
  const day = parseDay(published ?? '')
  const { first, last } = toInterval(period)
  return day !== undefined && period.timex === undefined && last <= day && first >= day - FRESH
}

/**
 * Sentences of one week with a name in common. The place that one figure is for must be named with the other; and a
 * source that gives two numbers which exclude one another speaks of two things.
 */
function isNews(a: FigureStatement, b: FigureStatement): boolean {
  const isPlaceNamed = [a, b].every(
    ({ row }) => row.place === undefined || (a.entities.has(row.place) && b.entities.has(row.place)),
  )
  const isOneVoice = a.row.at.file !== b.row.at.file || areCompatible([a.row, b.row])
  return isPlaceNamed && isOneVoice && isSameWeek(a.story, b.story) && intersect(a.entities, b.entities).length > 0
}
