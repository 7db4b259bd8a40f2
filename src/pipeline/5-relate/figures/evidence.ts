import { countsPeople } from '../../../lang/kinds.ts'
import { intersect } from '../../../text/compare.ts'
import { intervalOf } from './compare-values.ts'
import type { FigureStatement } from './figure-statement.ts'

/** How much an objection weighs, by its code. */
const FORCE = {
  /** Decisive: another time, another story, two numbers of one source. */
  'one-sentence': 'firm',
  'one-source': 'firm',
  person: 'firm',
  counted: 'firm',
  deed: 'firm',
  whole: 'firm',
  origin: 'firm',
  time: 'firm',
  scope: 'firm',
  story: 'firm',
  weekday: 'firm',
  /** Two wordings, which may still be of one thing: others that give the same numbers can show it. */
  'two-credits': 'answerable',
  'other-words': 'answerable',
  'other-kind': 'answerable',
  part: 'answerable',
  'lead-day': 'answerable',
  /** Weak: two of several statements may differ so and yet be of one quantity. */
  place: 'weak',
  'place-named-once': 'weak',
  act: 'weak',
  /** No objection, but no evidence either. */
  unrelated: 'none',
} as const

/** Why two figures are not compared: `time` is that they are of two times, `whole` that they are shares of two wholes. */
export type ObjectionCode = keyof typeof FORCE

/** Why two figures are not compared, in words that end a sentence. */
export interface Objection {
  readonly code: ObjectionCode
  readonly reason: string
}

export const UNRELATED: Objection = {
  code: 'unrelated',
  reason: 'neither a place nor a time shows that they are about the same',
}

/** How much the objection weighs against one quantity. */
export function forceOf({ code }: Objection): (typeof FORCE)[ObjectionCode] {
  return FORCE[code]
}

/*
 * Evidence that two statements are of one quantity.
 */

/** Each is the only number that its source gives for this, and the two sentences share another number of the same thing. */
export function isAnchored(a: FigureStatement, b: FigureStatement): boolean {
  const isOne = a.isOnly && b.isOnly && a.head !== '' && a.head === b.head && a.quantity === b.quantity
  return isOne && a.row.at.file !== b.row.at.file && intersect(a.anchors, b.anchors).length > 0
}

/** Both sources open with the thing that is measured. */
export function isStoryThing(a: FigureStatement, b: FigureStatement): boolean {
  const isOpening = [a, b].every(({ isLeading, around, head }) => isLeading && around.has(head))
  return a.head !== '' && a.head === b.head && isOpening
}

/** Each source gives one sum with the same act, and the sentences share the actor or most words. */
export function isOneSum(a: FigureStatement, b: FigureStatement): boolean {
  const isSameDeed = a.row.measure !== undefined || intersect(a.acts, b.acts).length > 0
  const areAlike = intersect(a.stems, b.stems).length >= WORDS || intersect(a.bodies, b.bodies).length >= BODIES
  return a.isOnly && b.isOnly && isSameDeed && areAlike
}

/** Words or names that two sentences about a sum must share. */
const WORDS = 3
const BODIES = 2

/** Both sentences name somebody or some place in common. */
export function shareName(a: FigureStatement, b: FigureStatement): boolean {
  return intersect(a.bodies, b.bodies).length > 0 || intersect(a.entities, b.entities).length > 0
}

/** They share a word besides the thing counted and the measure, or a place. */
export function areWordedAlike(a: FigureStatement, b: FigureStatement): boolean {
  const isOwn = (stem: string) => a.own.has(stem) || b.own.has(stem)
  return intersect(a.stems, b.stems).some((stem) => !isOwn(stem)) || intersect(a.entities, b.entities).length > 0
}

/** Magnitudes that differ more are of two earthquakes; the limit is lower if one source gives other magnitudes too. */
export const QUAKE = 0.5
const NEAR_QUAKE = 0.25

/** Both lead with a magnitude, and the two are near each other. */
export function isOneQuake(a: FigureStatement, b: FigureStatement): boolean {
  if (!a.isLeading || !b.isLeading || !(a.isOnly || b.isOnly)) return false
  const difference = Math.abs((a.row.low ?? 0) - (b.row.low ?? 0))
  return difference <= (a.isOnly && b.isOnly ? QUAKE : NEAR_QUAKE)
}

/**
 * "Nine workers died" and "seven people died": each is the only number of its source, and either the narrower is the greater,
 * so that it is no part of the wider, or the wider is stated of the narrower as well.
 */
export function areSamePeople(a: FigureStatement, b: FigureStatement): boolean {
  const [wide, narrow] = a.isOfPeople ? [a, b] : [b, a]
  if (!wide.isOfPeople || a.quantity !== b.quantity || !countsPeople(a.quantity)) return false
  const isGreater = intervalOf(narrow.row).low > intervalOf(wide.row).high
  return a.isOnly && b.isOnly && (isGreater || wide.around.has(narrow.head)) && !narrow.isNamed
}

/** One make of things ("AK-47 rifles"), of which each source gives one number, though only one says what became of them. */
export function isOneThing(a: FigureStatement, b: FigureStatement): boolean {
  const isOpen = a.quantity === 'count' || b.quantity === 'count'
  const isMake = /^\p{L}+\d+$/u.test(a.head)
  return isOpen && isMake && a.head === b.head && a.isOnlyOfThing && b.isOnlyOfThing
}

/** A number from ten on that a story gives twice counts the same things, even if they are called differently. */
export function isSameMany({ row, head, story }: FigureStatement, other: FigureStatement): boolean {
  if (story !== other.story || row.unit !== 'count' || row.low !== other.row.low || row.high !== other.row.high)
    return false
  return (row.low ?? 0) >= TEN || (head !== '' && head === other.head)
}

const TEN = 10

/** One number is a multiple of the other that no early toll reaches: they are of a raid and of a war. */
export function isFarApart(a: FigureStatement, b: FigureStatement): boolean {
  const [less, more] = [a, b].map(({ row }) => row.low ?? row.high ?? 0).sort((x, y) => x - y) as [number, number]
  return a.row.unit === 'count' && more / Math.max(1, less) > FAR
}

const FAR = 50
