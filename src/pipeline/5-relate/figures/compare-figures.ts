import type { JoinStep } from '../../../model/evidence.ts'
import type { FigureRow } from '../../../model/figure.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import { intersect } from '../../../text/compare.ts'
import { compareActs, comparePeriods, comparePlaces, compareScopes } from './compare-scopes.ts'
import { excludes, isSameNumber } from './compare-values.ts'
import type { FigureStatement } from './figure-statement.ts'
import { isMoney, isPersonal } from './figure-statement.ts'
import type { Objection } from './evidence.ts'
import {
  areSamePeople,
  areWordedAlike,
  isAnchored,
  isFarApart,
  isOneQuake,
  isOneSum,
  isOneThing,
  isSameMany,
  isStoryThing,
  shareName,
  UNRELATED,
} from './evidence.ts'
import type { FigureScope } from '../../../lang/comparison.ts'

/** Numbers below this agree by chance. */
const SMALL = 5
/** Words that two statements must share where they say the same only in part, and where in nothing. */
const SHARED = 2
const MANY = 3
/** The same where they name nobody and no place in common. */
const VERY_MANY = 4

const ANCHORED = 'Each source gives one number for this, beside an equal number of the same thing.'
const ALIKE = 'Each source gives one number for this, and both tell one story.'

/** Result of comparing two figures: the step that joins them, or the objection. */
export type FigureComparison =
  | { readonly step: JoinStep; readonly objection?: never }
  | { readonly step?: never; readonly objection: Objection }

/** Decides whether two amounts of one unit are of the same quantity of the same event. */
export function compareFigures(a: FigureStatement, b: FigureStatement): FigureComparison {
  const objection =
    findFigureObjection(a, b) ?? (isAnchored(a, b) ? undefined : (comparePlaces(a, b) ?? compareActs(a, b)))
  if (objection) return { objection }
  const reason = isSameNumber(a.row, b.row) ? findAgreement(a, b) : findLikeness(a, b)
  return reason === undefined ? { objection: UNRELATED } : { step: { rule: 'figure/same-quantity', reason } }
}

/**
 * An equal number in one story: the thing counted, the measure, or the words around it show that it is one quantity.
 */
function findAgreement(a: FigureStatement, b: FigureStatement): string | undefined {
  const shared = intersect(a.stems, b.stems).length
  const isOneHead = a.head !== '' && a.head === b.head
  const isOneKind = a.quantity === b.quantity && a.quantity !== 'count'
  if (isOfUnnamed(a)) return undefined
  const needed = a.row.unit !== 'count' || (isOneHead && isOneKind) ? 0 : isOneHead || isOneKind ? SHARED : MANY
  const isSmall = a.row.unit === 'count' && (a.row.low ?? a.row.high ?? 0) < SMALL
  const isOfOtherKind = a.quantity !== b.quantity && [a, b].some(({ quantity }) => quantity === 'seizure')
  if (shared < needed + (isSmall ? 1 : 0) || (isSmall && (!isOneHead || isOfOtherKind))) return undefined
  return 'Both give the same number for it, in one story.'
}

/** Two numbers in one story that can only be of one event: sure enough to be shown as a difference. */
function findLikeness(a: FigureStatement, b: FigureStatement): string | undefined {
  if (isFarApart(a, b)) return undefined
  if (a.quantity === 'size' && isStoryThing(a, b)) return a.isOnly && b.isOnly ? ALIKE : undefined
  if (a.quantity === 'size' && (intersect(a.stems, b.stems).length <= MANY || !shareName(a, b))) return undefined
  if (a.quantity === 'sentence' && [a, b].some(isEarlier)) return undefined
  if (isPersonal(a.quantity) && a.quantity === b.quantity) return a.isOnly && b.isOnly ? ALIKE : undefined
  if (isAnchored(a, b)) return ANCHORED
  return isOneQuantity(a, b) ? ALIKE : undefined
}

function isOneQuantity(a: FigureStatement, b: FigureStatement): boolean {
  const shared = intersect(a.stems, b.stems).length
  const isVague = a.row.rule === 'amount/vague' || b.row.rule === 'amount/vague'
  if ((a.quantity !== b.quantity && !isOneThing(a, b)) || (isVague && shared < MANY)) return false
  if (a.quantity !== 'dwelling' && [a, b].some(isOfOther)) return false
  if (isOfUnnamed(a)) return false
  if (a.row.unit === 'magnitude') return isOneQuake(a, b)
  if (a.quantity !== b.quantity) return shared >= SHARED
  const areOnly = a.isOnly && b.isOnly
  const areLeading = a.isLeading && b.isLeading
  if (!areOnly && !(areLeading && (a.isOnly || b.isOnly) && areWordedAlike(a, b))) return false
  if (a.quantity !== 'count') return true
  if (isMoney(a.row)) return isOneSum(a, b)
  const needed = areLeading && !a.isWhere && !b.isWhere ? SHARED : shareName(a, b) ? MANY : VERY_MANY
  return a.head !== '' && b.head !== '' && areOnly && shared >= needed
}

/** A distance without a place, or a speed without an object: its subject is unknown. */
const isOfUnnamed = ({ quantity, row }: FigureStatement) =>
  quantity === 'speed' || (quantity === 'distance' && row.counted === undefined)

const isEarlier = ({ scope }: FigureStatement) => scope.time !== undefined || scope.cues.has('background')

const isOfOther = ({ quantity, scope }: FigureStatement) =>
  scope.time !== undefined || [...scope.cues].some((cue) => !isOwnScope(quantity, scope, cue))

/** Cues that identify the thing counted, so that two statements with the same cues are of one quantity. */
function isOwnScope(quantity: string, { cues }: FigureScope, cue: string): boolean {
  return cue === 'severe' || (cue === 'part' && (quantity === 'seizure' || cues.has('severe')))
}

/** Finds the objection to comparing two figures: what is counted, of whom, by whom, when. */
function findFigureObjection(a: FigureStatement, b: FigureStatement): Objection | undefined {
  if (isOneSentence(a.row.sentence, b.row.sentence)) return { code: 'one-sentence', reason: 'one sentence gives both' }
  if (a.quantity !== b.quantity && !isSameMany(a, b) && !isOneThing(a, b))
    return isUnsaid(a, b)
      ? (compareScopes(a, b) ?? UNRELATED)
      : { code: 'other-words', reason: 'other things are said of it' }
  if (isPersonal(a.quantity) && b.quantity === a.quantity)
    return intersect(a.persons, b.persons).length === 0
      ? { code: 'person', reason: 'they are told of other people' }
      : undefined
  return (
    compareCounted(a, b) ??
    compareCredits(a.row, b.row) ??
    compareScopes(a, b) ??
    (a.quantity === 'dwelling' ? undefined : comparePeriods(a, b))
  )
}

function compareCounted(a: FigureStatement, b: FigureStatement): Objection | undefined {
  const quote = () => `“${a.row.counted ?? '?'}” and “${b.row.counted ?? '?'}”`
  if (a.head !== b.head && !(a.head === '' || b.head === '') && !isSameMany(a, b) && !areSamePeople(a, b))
    return { code: 'counted', reason: `other things are counted: ${quote()}` }
  if (isMoney(a.row) && a.row.measure !== b.row.measure)
    return { code: 'deed', reason: 'other things are done with the money' }
  if (a.row.unit === 'percent' && wholeOf(a.row) !== wholeOf(b.row))
    return { code: 'whole', reason: `the shares are of different wholes: ${quote()}` }
  if (a.quantity === 'distance' && a.row.counted !== b.row.counted)
    return { code: 'origin', reason: 'they are measured from other places' }
  return undefined
}

function compareCredits(a: FigureRow, b: FigureRow): Objection | undefined {
  if (a.at.file !== b.at.file || !excludes(a, b)) return undefined
  return isTakenBack(a, b)
    ? { code: 'two-credits', reason: 'one source gives both, each on the word of another' }
    : { code: 'one-source', reason: 'one source gives both' }
}

/** "Twelve died, Vale said", "no one died, Berg said": a source that credits both reports one dispute. */
function isTakenBack(a: FigureRow, b: FigureRow): boolean {
  const isNone = [a, b].filter(({ high }) => high === 0).length === 1
  return isNone && !isOneSentence(a.sentence, b.sentence) && a.credited?.words !== b.credited?.words
}

/** The same things, but only one source states a measure. */
function isUnsaid(a: FigureStatement, b: FigureStatement): boolean {
  return a.head !== '' && a.head === b.head && (a.quantity === 'count' || b.quantity === 'count')
}

function isOneSentence(a: SpanInFile, b: SpanInFile): boolean {
  return a.file === b.file && a.passage === b.passage && a.start === b.start
}

/** A share without its whole can be compared with nothing. */
function wholeOf({ counted, at }: FigureRow): string {
  return counted?.toLowerCase() ?? `${at.file}#${at.passage}:${at.start}`
}
