import type { FigureRow, FigurePeriod } from '../../../model/figure.ts'
import type { JoinStep } from '../../../model/evidence.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import { gapBetween, lengthOf, toInterval } from '../dated-events/read-time.ts'
import { stemWord } from '../../../lang/en/words/verb-forms.ts'
import { intersect } from '../read-acts.ts'
import type { FigureStatement } from './collect-rows.ts'
import { excludes, intervalOf, isSameNumber } from './compare-values.ts'
import { countsPeople } from './name-quantity.ts'
import type { FigureScope } from './read-scope.ts'
import { settlementOf } from './find-inhabited.ts'

/** Cues that must be the same in both: of what is counted, and of what is measured. */
const CUES = {
  counted: ['background', 'total', 'severe', 'part', 'population', 'each'],
  measured: ['background', 'minor', 'each'],
} as const

/** Why two figures between which nothing tells are not compared. */
export const UNRELATED = 'neither a place nor a time shows that they are about the same'

/** The same where their sources date their news to two days. */
export const OTHER_DAY = 'their sources tell of two days of the week'

/** Days up to which two intervals that touch can be one time. */
const WEEK = 7
/** Numbers below this agree by chance. */
const SMALL = 5
/** Words that two statements must share where they say the same only in part, and where in nothing. */
const SHARED = 2
const MANY = 3
/** The same where they name nobody and no place in common. */
const VERY_MANY = 4

/** Differences in how two sources tell, which others that give the same numbers may show to be no difference in the thing. */
const OTHER_WORDS = 'other things are said of it'
const OTHER_KIND = 'other things are counted'
const ONE_PART = 'only one is told as part'
const TWO_VOICES = 'one source gives both, each on the word of another'
const TELLING = new Set([OTHER_DAY, OTHER_WORDS, OTHER_KIND, ONE_PART, TWO_VOICES])

/** What comparing two figures gives: the step that joins them, or why they must not be compared. */
export interface Comparison {
  readonly step?: JoinStep
  readonly apart?: string
  /** They are kept apart by what cannot be one thing: another time, another story, two numbers of one source. */
  readonly isFirm?: boolean
  /** Two of several statements may be so and yet be about one quantity: they name other places. */
  readonly isWeak?: boolean
}

/** Decides whether two amounts of one unit are about the same quantity of the same event. */
export function compareFigures(a: FigureStatement, b: FigureStatement): Comparison {
  const apart = findDifference(a, b)
  if (apart !== undefined) return { apart, isFirm: !TELLING.has(apart) }
  const doubt = isAnchored(a, b) ? undefined : (comparePlaces(a, b) ?? compareActs(a, b))
  if (doubt !== undefined) return { apart: doubt, isWeak: true }
  const reason = isSameNumber(a.row, b.row) ? findAgreement(a, b) : findLikeness(a, b)
  return reason === undefined ? { apart: UNRELATED } : { step: { rule: 'figure/same-quantity', reason } }
}

/** One number in one story: what is counted, what is said of it, or the words around it show that it is one quantity. */
function findAgreement(a: FigureStatement, b: FigureStatement): string | undefined {
  const shared = intersect(a.stems, b.stems).length
  const isOneThing = a.head !== '' && a.head === b.head
  const isOneKind = a.quantity === b.quantity && a.quantity !== 'count'
  if (a.row.unit === 'm' && a.quantity === 'distance' && a.row.counted === undefined) return undefined
  const needed = a.row.unit !== 'count' || (isOneThing && isOneKind) ? 0 : isOneThing || isOneKind ? SHARED : MANY
  const isSmall = a.row.unit === 'count' && (a.row.low ?? a.row.high ?? 0) < SMALL
  const isOfOtherKind = a.quantity !== b.quantity && [a, b].some(({ quantity }) => quantity === 'seizure')
  if (shared < needed + (isSmall ? 1 : 0) || (isSmall && (!isOneThing || isOfOtherKind))) return undefined
  return 'Both give the same number for it, in one story.'
}

/** Two numbers in one story that can only be of one event: what is sure enough to be told as a difference. */
function findLikeness(a: FigureStatement, b: FigureStatement): string | undefined {
  if (isFarApart(a, b)) return undefined
  if (a.quantity === 'size' && isStoryThing(a, b)) return a.isOnly && b.isOnly ? REASON : undefined
  if (a.quantity === 'size' && (intersect(a.stems, b.stems).length <= MANY || !shareName(a, b))) return undefined
  const isEarlier = ({ scope }: FigureStatement) => scope.time !== undefined || scope.cues.has('background')
  if (a.quantity === 'sentence' && [a, b].some(isEarlier)) return undefined
  if (isPersonal(a) && a.quantity === b.quantity) return a.isOnly && b.isOnly ? REASON : undefined
  if (isAnchored(a, b)) return ANCHORED
  if (a.quantity !== b.quantity && !isOneThing(a, b)) return undefined
  const isVague = a.row.rule === 'amount/vague' || b.row.rule === 'amount/vague'
  if (isVague && intersect(a.stems, b.stems).length < MANY) return undefined
  const isOfOther = ({ scope }: FigureStatement) =>
    scope.time !== undefined || [...scope.cues].some((cue) => !isOwnScope(a, scope, cue))
  if (a.quantity !== 'dwelling' && [a, b].some(isOfOther)) return undefined
  if (a.quantity === 'distance' && a.row.counted === undefined) return undefined
  if (a.row.unit === 'magnitude') return isOneQuake(a, b) ? REASON : undefined
  if (a.quantity !== b.quantity) return intersect(a.stems, b.stems).length >= SHARED ? REASON : undefined
  if (!(a.isOnly && b.isOnly) && !(a.isLeading && b.isLeading && (a.isOnly || b.isOnly) && areToldAlike(a, b)))
    return undefined
  if (isMoney(a.row) && a.quantity === 'count') return isOneSum(a, b) ? REASON : undefined
  if (a.quantity === 'count' && (a.head === '' || b.head === '')) return undefined
  const areLeading = a.isLeading && b.isLeading
  const needed = areLeading && !a.isWhere && !b.isWhere ? SHARED : shareName(a, b) ? MANY : VERY_MANY
  const areAlike = intersect(a.stems, b.stems).length >= needed
  if (a.quantity === 'count' && !(a.isOnly && b.isOnly && areAlike)) return undefined
  return REASON
}

/** Both sources open with the thing that is measured. */
function isStoryThing(a: FigureStatement, b: FigureStatement): boolean {
  return (
    a.head !== '' && a.head === b.head && a.isLeading && b.isLeading && a.around.has(a.head) && b.around.has(b.head)
  )
}

const ANCHORED = 'Each source gives one number for this, beside an equal number of the same thing.'

/** Each is the only number that its source gives for this, and the two sentences share another number of the same thing. */
function isAnchored(a: FigureStatement, b: FigureStatement): boolean {
  const isOne = a.isOnly && b.isOnly && a.head !== '' && a.head === b.head && a.quantity === b.quantity
  return isOne && a.row.at.file !== b.row.at.file && intersect(a.anchors, b.anchors).length > 0
}

/** One number is a multiple of the other that no early toll reaches: they are of a raid and of a war. */
export function isFarApart(a: FigureStatement, b: FigureStatement): boolean {
  const [less, more] = [a, b].map(({ row }) => row.low ?? row.high ?? 0).sort((x, y) => x - y) as [number, number]
  return a.row.unit === 'count' && more / Math.max(1, less) > FAR
}

const FAR = 50

/** Cues that say what is counted, so that two statements with the same are of one quantity. */
function isOwnScope({ quantity }: FigureStatement, { cues }: FigureScope, cue: string): boolean {
  return cue === 'severe' || (cue === 'part' && (quantity === 'seizure' || cues.has('severe')))
}

const REASON = 'Each source gives one number for this, and both tell one story.'
/** Magnitudes that lie farther apart are of two earthquakes. */
const QUAKE = 0.5
/** The same where one source gives other magnitudes too. */
const NEAR_QUAKE = 0.25

/** Each source gives one sum, both tell the same is done with it, and the sentences share who does it or most words. */
function isOneSum(a: FigureStatement, b: FigureStatement): boolean {
  const isSameDeed = a.row.measure !== undefined || intersect(a.acts, b.acts).length > 0
  const areAlike = intersect(a.stems, b.stems).length >= MANY || intersect(a.bodies, b.bodies).length > 1
  return a.isOnly && b.isOnly && isSameDeed && areAlike
}

/** Both sentences name somebody or some place in common. */
function shareName(a: FigureStatement, b: FigureStatement): boolean {
  return intersect(a.bodies, b.bodies).length > 0 || intersect(a.entities, b.entities).length > 0
}

/** They share a word beside what is counted and what is said of it, or a place. */
function areToldAlike(a: FigureStatement, b: FigureStatement): boolean {
  const own = new Set([a, b].flatMap(({ row, head }) => [head, stemWord(row.measure ?? '')]))
  return intersect(a.stems, b.stems).some((stem) => !own.has(stem)) || intersect(a.entities, b.entities).length > 0
}

/** Both lead with a magnitude, and the two are near each other. */
export function isOneQuake(a: FigureStatement, b: FigureStatement): boolean {
  if (!a.isLeading || !b.isLeading || !(a.isOnly || b.isOnly)) return false
  const difference = Math.abs((a.row.low ?? 0) - (b.row.low ?? 0))
  return difference <= (a.isOnly && b.isOnly ? QUAKE : NEAR_QUAKE)
}

function findDifference(a: FigureStatement, b: FigureStatement): string | undefined {
  if (isOneSentence(a.row.sentence, b.row.sentence)) return 'one sentence gives both'
  if (a.quantity !== b.quantity && !isSameMany(a, b) && !isOneThing(a, b))
    return isUnsaid(a, b) ? (compareScopes(a, b) ?? UNRELATED) : OTHER_WORDS
  if (isPersonal(a) && b.quantity === a.quantity)
    return intersect(a.persons, b.persons).length === 0 ? 'they are told of other people' : undefined
  if (a.head !== b.head && !(a.head === '' || b.head === '') && !isSameMany(a, b) && !areSamePeople(a, b))
    return `other things are counted: “${a.row.counted ?? '?'}” and “${b.row.counted ?? '?'}”`
  if (isMoney(a.row) && a.row.measure !== b.row.measure) return 'other things are done with the money'
  if (a.row.unit === 'percent' && qualify(a.row) !== qualify(b.row))
    return `the shares are of different wholes: “${a.row.counted ?? '?'}” and “${b.row.counted ?? '?'}”`
  if (a.quantity === 'distance' && a.row.counted !== b.row.counted) return 'they are measured from other places'
  if (a.row.at.file === b.row.at.file && excludes(a.row, b.row))
    return isTakenBack(a.row, b.row) ? TWO_VOICES : 'one source gives both'
  return compareScopes(a, b) ?? (a.quantity === 'dwelling' ? undefined : comparePeriods(a, b))
}

/** "Twelve died, Vale said", "no one died, Berg said": a source that gives both tells of one thing. */
function isTakenBack(a: FigureRow, b: FigureRow): boolean {
  const isNone = [a, b].filter(({ high }) => high === 0).length === 1
  return isNone && !isOneSentence(a.sentence, b.sentence) && a.credited?.words !== b.credited?.words
}

/**
 * "Nine workers died" and "seven people died": each is the only number of its source, and either the narrower is the greater,
 * so that it is no part of the wider, or the wider is told of the narrower, too.
 */
function areSamePeople(a: FigureStatement, b: FigureStatement): boolean {
  const [wide, narrow] = a.head === PEOPLE ? [a, b] : [b, a]
  if (wide.head !== PEOPLE || a.quantity !== b.quantity || !countsPeople(a.quantity)) return false
  const isGreater = intervalOf(narrow.row).low > intervalOf(wide.row).high
  return a.isOnly && b.isOnly && (isGreater || wide.around.has(narrow.head)) && !narrow.isNamed
}

const PEOPLE = 'peopl'

/** Of the same things, one source says what became of them and the other nothing. */
function isUnsaid(a: FigureStatement, b: FigureStatement): boolean {
  return a.head !== '' && a.head === b.head && (a.quantity === 'count' || b.quantity === 'count')
}

/** What a source says of one person, whatever day it is and wherever that is. */
function isPersonal({ quantity }: FigureStatement): boolean {
  return quantity === 'age' || quantity === 'fall' || quantity === 'sentence'
}

/** One make of things ("AK-47 rifles"), of which each source gives one number, though only one says what became of them. */
function isOneThing(a: FigureStatement, b: FigureStatement): boolean {
  const isOpen = a.quantity === 'count' || b.quantity === 'count'
  const isMake = /^\p{L}+\d+$/u.test(a.head)
  return isOpen && isMake && a.head === b.head && a.isOnlyOfThing && b.isOnlyOfThing
}

/** A number from ten on that one story gives twice is of the same things, whatever they are called. */
function isSameMany({ row, head, story }: FigureStatement, other: FigureStatement): boolean {
  if (story !== other.story || row.unit !== 'count' || row.low !== other.row.low || row.high !== other.row.high)
    return false
  return (row.low ?? 0) >= TEN || (head !== '' && head === other.head)
}

const TEN = 10

/** In the words of the sources; where those are the same, by what they mean. */
function tellTimes({ scope: a }: FigureStatement, { scope: b }: FigureStatement): string {
  const key = a.timeWords === b.timeWords ? 'time' : 'timeWords'
  const [one, other] = [a[key], b[key]]
  return one && other
    ? `the times differ: “${one}” and “${other}”`
    : `the times differ: only one speaks of “${one ?? other}”`
}

function compareScopes(a: FigureStatement, b: FigureStatement): string | undefined {
  if (a.quantity === 'dwelling' && b.quantity === 'dwelling')
    return a.story === b.story ? undefined : 'they are of two stories'
  if (a.scope.time !== b.scope.time && !(isAnchored(a, b) && isWithinTime(a.scope.time, b.scope.time)))
    return tellTimes(a, b)
  for (const cue of CUES[a.row.unit === 'count' ? 'counted' : 'measured'])
    if (a.scope.cues.has(cue) !== b.scope.cues.has(cue) && !(cue === 'part' && areOfThings(a, b)))
      return `only one is told as ${cue}`
  if (a.story !== b.story && a.scope.time === undefined) return 'they are of two stories'
  if (a.scope.weekday !== undefined && b.scope.weekday !== undefined && a.scope.weekday !== b.scope.weekday)
    return 'they are of two days of the week'
  const [day, other] = [a.scope.weekday ?? a.leadDay, b.scope.weekday ?? b.leadDay]
  if (day !== undefined && other !== undefined && day !== other && excludes(a.row, b.row)) return OTHER_DAY
  return isOtherKind(a, b) && excludes(a.row, b.row) ? OTHER_KIND : undefined
}

/** "Weapons, including six rifles": of things, the number is a whole of its own, and of the gravely hurt it is always a part. */
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

function comparePlaces(a: FigureStatement, b: FigureStatement): string | undefined {
  if (a.quantity === 'dwelling') return areOfOnePlace(a.row, b.row) ? undefined : 'the places differ'
  if (isPersonal(a) || (a.row.unit === 'magnitude' && isOneQuake(a, b))) return undefined
  const isOther = a.row.place !== undefined && b.row.place !== undefined && a.row.place !== b.row.place
  const areLeading = a.isLeading && b.isLeading
  const areKnown = !isUnknown(a, b) && !isUnknown(b, a)
  if (isOther && !isSameNumber(a.row, b.row) && !(areLeading && areKnown)) return 'the places differ'
  if (!excludes(a.row, b.row)) return isPlacedApart(a, b) ? 'only one names a place' : undefined
  const areElsewhere = isElsewhere(a, b) && isElsewhere(b, a)
  return areElsewhere || (!areLeading && (isElsewhere(a, b) || isElsewhere(b, a)))
    ? 'one names a place that the other source does not'
    : undefined
}

const areOfOnePlace = (a: FigureRow, b: FigureRow) =>
  a.place !== undefined && settlementOf(a.place) === settlementOf(b.place)

/** A small number of a place is not that of a whole whose sentence does not name the place. */
function isPlacedApart(a: FigureStatement, b: FigureStatement): boolean {
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

/** Its sentence names a place, a person or a body that the other source never names. */
function isElsewhere({ entities }: FigureStatement, { known }: FigureStatement): boolean {
  return [...entities].some((entity) => !known.has(entity))
}

function compareActs(a: FigureStatement, b: FigureStatement): string | undefined {
  const isOtherAct = a.acts.size > 0 && b.acts.size > 0 && intersect(a.acts, b.acts).length === 0
  return isOtherAct && excludes(a.row, b.row) ? 'the sentences tell of different things' : undefined
}

function isMoney({ unit }: FigureRow): boolean {
  return /^[A-Z]{3}$/.test(unit)
}

function isOneSentence(a: SpanInFile, b: SpanInFile): boolean {
  return a.file === b.file && a.passage === b.passage && a.start === b.start
}

/** A share without its whole can be compared with nothing. */
function qualify({ counted, at }: FigureRow): string {
  return counted?.toLowerCase() ?? `${at.file}#${at.passage}:${at.start}`
}

/** "2004" and "December 2004". */
const isWithinTime = (a = '', b = '') => a !== '' && b !== '' && (a.startsWith(b) || b.startsWith(a))

function comparePeriods(one: FigureStatement, other: FigureStatement): string | undefined {
  const [a, b] = [one.row, other.row]
  if (!a.period || !b.period || arePeriodsAlike(a.period, b.period)) return undefined
  if (isAnchored(one, other) && isWithinTime(one.scope.time, other.scope.time)) return undefined
  return `the times differ: “${a.period.words}” and “${b.period.words}”`
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
