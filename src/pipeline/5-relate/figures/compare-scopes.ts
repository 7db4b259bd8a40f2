import type { FigurePeriod } from '../../../model/figure.ts'
import { gapBetween, lengthOf, toInterval } from '../dated-events/read-time.ts'
import { intersect } from '../../../text/compare.ts'
import { excludes, isSameNumber } from './compare-values.ts'
import type { FigureStatement } from './figure-statement.ts'
import { isPersonal } from './figure-statement.ts'
import type { Objection } from './evidence.ts'
import { isAnchored, isOneQuake } from './evidence.ts'

/** Cues that must be equal: of the thing counted, and of the measure. */
const CUES = {
  counted: ['background', 'total', 'severe', 'part', 'population', 'each'],
  measured: ['background', 'minor', 'each'],
} as const

/** Objection: two statements are of two events, or of two parts of one. */
export function compareScopes(a: FigureStatement, b: FigureStatement): Objection | undefined {
  if (a.quantity === 'dwelling' && b.quantity === 'dwelling')
    return a.story === b.story ? undefined : { code: 'story', reason: 'they are of two stories' }
  if (a.scope.time !== b.scope.time && !(isAnchored(a, b) && isWithinTime(a.scope.time, b.scope.time)))
    return { code: 'time', reason: wordTimes(...wordsOfTimes(a, b)) }
  for (const cue of CUES[a.row.unit === 'count' ? 'counted' : 'measured'])
    if (a.scope.cues.has(cue) !== b.scope.cues.has(cue) && !(cue === 'part' && areOfThings(a, b)))
      return { code: cue === 'part' ? 'part' : 'scope', reason: `only one is told as ${cue}` }
  if (a.story !== b.story && a.scope.time === undefined) return { code: 'story', reason: 'they are of two stories' }
  return compareDays(a, b)
}

/** They are of two stories and give no time, so that nothing makes them one quantity; except for what is told of one person. */
export function areOfTwoStories(a: FigureStatement, b: FigureStatement): boolean {
  return a.story !== b.story && a.scope.time === undefined && b.scope.time === undefined && !isPersonal(a.quantity)
}

function compareDays(a: FigureStatement, b: FigureStatement): Objection | undefined {
  if (a.scope.weekday !== undefined && b.scope.weekday !== undefined && a.scope.weekday !== b.scope.weekday)
    return { code: 'weekday', reason: 'they are of two days of the week' }
  if (!excludes(a.row, b.row)) return undefined
  const [day, other] = [a.scope.weekday ?? a.leadDay, b.scope.weekday ?? b.leadDay]
  if (day !== undefined && other !== undefined && day !== other)
    return { code: 'lead-day', reason: 'their sources tell of two days of the week' }
  return isOtherKind(a, b) ? { code: 'other-kind', reason: 'other things are counted' } : undefined
}

/**
 * "Weapons, including six rifles": for things, the number is a separate total; for the seriously injured, it is
 * always a part.
 */
function areOfThings(a: FigureStatement, b: FigureStatement): boolean {
  return [a, b].every(({ quantity, scope }) => quantity === 'seizure' || scope.cues.has('severe'))
}

/** "AK-47 rifles" are not "rifles": where numbers differ, both are qualified alike or neither is. */
function isOtherKind(
  { qualifiers: a, isLeading: isFirst }: FigureStatement,
  { qualifiers: b, isLeading: isNext }: FigureStatement,
): boolean {
  const shared = intersect(a, b).length
  if (isFirst && isNext && (a.size === 0 || b.size === 0)) return false
  return shared < Math.min(a.size, b.size) || (a.size === 0) !== (b.size === 0)
}

/** Objection: they are of two places, or of a place and a whole. */
export function comparePlaces(a: FigureStatement, b: FigureStatement): Objection | undefined {
  const differ: Objection = { code: 'place', reason: 'the places differ' }
  if (a.quantity === 'dwelling') return areOfOnePlace(a, b) ? undefined : differ
  if (isPersonal(a.quantity) || (a.row.unit === 'magnitude' && isOneQuake(a, b))) return undefined
  const isOther = a.row.place !== undefined && b.row.place !== undefined && a.row.place !== b.row.place
  const areLeading = a.isLeading && b.isLeading
  const areKnown = !isUnknown(a, b) && !isUnknown(b, a)
  if (isOther && !isSameNumber(a.row, b.row) && !(areLeading && areKnown)) return differ
  if (!excludes(a.row, b.row))
    return areElsewhere(a, b) ? { code: 'place-named-once', reason: 'only one names a place' } : undefined
  const [isFirst, isSecond] = [isElsewhere(a, b), isElsewhere(b, a)]
  return (isFirst && isSecond) || (!areLeading && (isFirst || isSecond))
    ? { code: 'place-named-once', reason: 'one names a place that the other source does not' }
    : undefined
}

const areOfOnePlace = (a: FigureStatement, b: FigureStatement) =>
  a.settlement !== undefined && a.settlement === b.settlement

/** A small number of a place is not that of a whole whose sentence does not name the place. */
function areElsewhere(a: FigureStatement, b: FigureStatement): boolean {
  const [placed, open] = a.row.place === undefined ? [b, a] : [a, b]
  return (
    a.row.unit === 'count' &&
    open.row.place === undefined &&
    placed.row.place !== undefined &&
    (placed.row.low ?? 0) < LARGE &&
    !open.entities.has(placed.row.place)
  )
}

/** From so large a number on, two that agree are hardly of two things. */
const LARGE = 20

/** The place of its figure is named nowhere in the other source. */
function isUnknown({ row }: FigureStatement, { known }: FigureStatement): boolean {
  return row.place !== undefined && !known.has(row.place)
}

/**
 * Its sentence names a place that the other source never names. The province of a dam that both name holds it, and is no
 * other place.
 */
function isElsewhere({ entities, areas, sites }: FigureStatement, other: FigureStatement): boolean {
  const hasSite = intersect(sites, other.sites).length > 0
  return [...entities].some((entity) => !other.known.has(entity) && !(hasSite && areas.has(entity)))
}

/** Objection: the sentences of two different numbers report different acts. */
export function compareActs(a: FigureStatement, b: FigureStatement): Objection | undefined {
  const isOtherAct = a.acts.size > 0 && b.acts.size > 0 && intersect(a.acts, b.acts).length === 0
  return isOtherAct && excludes(a.row, b.row)
    ? { code: 'act', reason: 'the sentences tell of different things' }
    : undefined
}

/** Days up to which two intervals that touch can be one time. */
const WEEK = 7

/** Objection: they are of two periods. */
export function comparePeriods(one: FigureStatement, other: FigureStatement): Objection | undefined {
  const [a, b] = [one.row, other.row]
  if (!a.period || !b.period || arePeriodsAlike(a.period, b.period)) return undefined
  if (isAnchored(one, other) && isWithinTime(one.scope.time, other.scope.time)) return undefined
  return { code: 'time', reason: wordTimes(a.period.words, b.period.words) }
}

/** "2004" and "December 2004". */
const isWithinTime = (a = '', b = '') => a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a))

/** In the words of the sources; if those are the same, by their values. */
function wordsOfTimes({ scope: a }: FigureStatement, { scope: b }: FigureStatement) {
  return a.timeWords === b.timeWords ? ([a.time, b.time] as const) : ([a.timeWords, b.timeWords] as const)
}

function wordTimes(a: string | undefined, b: string | undefined): string {
  return a && b ? `the times differ: “${a}” and “${b}”` : `the times differ: only one speaks of “${a ?? b}”`
}

/** "Noon" and "noon today" are one time of day. */
const CLOCK = /T(\d\d:\d\d)/

function arePeriodsAlike(a: FigurePeriod, b: FigurePeriod): boolean {
  const [clock, hour] = [a, b].map(({ timex }) => CLOCK.exec(timex ?? '')?.[1])
  const isOpen = Math.max(lengthOf(toInterval(a)), lengthOf(toInterval(b))) > 1
  if (clock !== undefined && hour !== undefined && isOpen) return clock === hour
  if (a.timex !== undefined || b.timex !== undefined) return a.timex === b.timex
  const [one, other] = [toInterval(a), toInterval(b)]
  const [shorter, longer] = [lengthOf(one), lengthOf(other)].sort((x, y) => x - y) as [number, number]
  return gapBetween(one, other) === 0 && (longer <= WEEK || longer <= shorter * 1.5)
}
