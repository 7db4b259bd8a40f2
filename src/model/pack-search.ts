import type { PageFacts } from './search-index.ts'

/*
 * Most of the index is small numbers. One character each, they take half the bytes that digits take after gzip.
 */

/** The first character that JSON does not escape; surrogates are skipped. */
const [FIRST, SURROGATES, AFTER] = [0x23, 0xd800, 0xe000]

const packNumber = (number: number) => {
  const code = number + FIRST
  return String.fromCodePoint(code < SURROGATES ? code : code + AFTER - SURROGATES)
}
const unpackNumber = (character: string) => {
  const code = character.codePointAt(0)!
  return (code < SURROGATES ? code : code - AFTER + SURROGATES) - FIRST
}

const packNumbers = (numbers: readonly number[]) => numbers.map(packNumber).join('')
const unpackNumbers = (packed: string) => Array.from(packed, unpackNumber)

/** Lengths of a class differ by less than a fifth: enough for a score, and a small number. */
const CLASSES_PER_DOUBLING = 4

/** The class of a number of words. */
export const classOfLength = (length: number): number => Math.round(CLASSES_PER_DOUBLING * Math.log2(length + 1))
/** The number of words that a class stands for. */
export const lengthOfClass = (of: number): number => 2 ** (of / CLASSES_PER_DOUBLING) - 1

const FACTS = 2
const packFacts = ({ publisher, hasHeadline, length }: PageFacts): string =>
  packNumbers([2 * (publisher + 1) + Number(hasHeadline), length])
const unpackFacts = (value: number, length: number): PageFacts => ({
  publisher: (value >> 1) - 1,
  hasHeadline: value % 2 === 1,
  length,
})

/** The facts of all pages in order, for a search without words. */
export const packPages = (pages: readonly PageFacts[]): string => pages.map(packFacts).join('')

/** The facts that `packPages` packed. */
export function unpackPages(packed: string): PageFacts[] {
  const numbers = unpackNumbers(packed)
  return Array.from({ length: numbers.length / FACTS }, (_, page) =>
    unpackFacts(numbers[page * FACTS]!, numbers[page * FACTS + 1]!),
  )
}

/** More words than a part has. */
const PART = 2 ** 24

/** A word's place in a page, as one number: words that follow each other in a part have places that do. */
export const placeOf = (part: number, isLeftOut: boolean, at: number): number =>
  (2 * part + Number(isLeftOut)) * PART + at

/** The part of a place, whether it is text left out, and the index among the words of the part. */
export function readPlace(place: number): { readonly part: number; readonly isLeftOut: boolean; readonly at: number } {
  const code = Math.floor(place / PART)
  return { part: Math.floor(code / 2), isLeftOut: code % 2 === 1, at: place % PART }
}

/**
 * Packs the places of a word in one page: of each, the step from the part of the last one, and in the same part the step
 * from it, else the index in the part.
 *
 * @param places from `placeOf`, ascending
 */
export function packPlaces(places: readonly number[]): string {
  let last = 0
  const steps = places.flatMap((place) => {
    const step = Math.floor(place / PART) - Math.floor(last / PART)
    const at = step === 0 ? place - last : place % PART
    last = place
    return [step, at]
  })
  return packNumbers([places.length, ...steps])
}

/**
 * Packs the positions of a word in one page.
 *
 * @param step number of pages since the last one with the word, or since page -1
 * @param places from `packPlaces`
 */
export const packPostings = (step: number, facts: PageFacts, places: string): string =>
  packNumber(step) + packFacts(facts) + places

/** A word in one page. */
export interface PageHit {
  readonly facts: PageFacts
  /** From `placeOf`, ascending. */
  readonly places: readonly number[]
}

/** The positions of a word by page, from the concatenated results of `packPostings`. */
export function unpackPostings(packed: string): Map<number, PageHit> {
  const numbers = unpackNumbers(packed)
  const pages = new Map<number, PageHit>()
  let page = -1
  for (let at = 0; at < numbers.length; ) {
    page += numbers[at]!
    const facts = unpackFacts(numbers[at + 1]!, numbers[at + 2]!)
    const first = at + 4
    at = first + 2 * numbers[at + 3]!
    pages.set(page, { facts, places: unpackPlaces(numbers, first, at) })
  }
  return pages
}

function unpackPlaces(numbers: readonly number[], from: number, to: number): number[] {
  const places: number[] = []
  let [code, within] = [0, 0]
  for (let at = from; at < to; at += 2) {
    const [step, index] = [numbers[at]!, numbers[at + 1]!]
    within = step === 0 ? within + index : index
    code += step
    places.push(code * PART + within)
  }
  return places
}
