import { expect, test } from 'vitest'
import {
  classOfLength,
  lengthOfClass,
  packPages,
  packPlaces,
  packPostings,
  placeOf,
  readPlace,
  unpackPages,
  unpackPostings,
} from './pack-search.ts'

const NUMBERS = [0, 1, 57, 90, 300, 55_260, 55_261, 60_000, 500_000]
const travel = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T
const FACTS = { publisher: -1, hasHeadline: false, length: 0 }

test('a place is a part, whether it was left out, and an index, and places follow in that order', () => {
  const all = NUMBERS.slice(0, 5).flatMap((part) =>
    [false, true].flatMap((isLeftOut) => NUMBERS.map((at) => ({ part, isLeftOut, at }))),
  )
  const places = all.map(({ part, isLeftOut, at }) => placeOf(part, isLeftOut, at))
  expect(places.map(readPlace)).toEqual(all)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

test('postings travel without a loss: the first page, the first part and the first place are numbered 0', () => {
  const long = NUMBERS.flatMap((part) => [
    ...NUMBERS.map((at) => placeOf(part, false, at)),
    ...NUMBERS.map((at) => placeOf(part, true, at)),
  ])
  const hits = [
    { facts: FACTS, places: [placeOf(0, false, 0)] },
    { facts: { publisher: 90, hasHeadline: true, length: 66 }, places: long },
    { facts: { publisher: 60_000, hasHeadline: false, length: 1 }, places: [placeOf(2, true, 7), placeOf(2, true, 8)] },
  ]
  const packed = hits.map(({ facts, places }, at) => packPostings([1, 3, 60_000][at]!, facts, packPlaces(places)))
  expect(unpackPostings(travel(packed.join('')))).toEqual(
    new Map([
      [0, hits[0]],
      [3, hits[1]],
      [60_003, hits[2]],
    ]),
  )
  expect(unpackPostings('')).toEqual(new Map())
})

test('the facts of all pages travel without a loss', () => {
  const pages = NUMBERS.map((number) => ({ publisher: number - 1, hasHeadline: number % 2 === 0, length: number }))
  expect(unpackPages(travel(packPages(pages)))).toEqual(pages)
})

test.each([0, 1, 2, 10, 300, 5000, 1_000_000])('the class of %d words stands for nearly as many', (length) => {
  expect(Math.abs(lengthOfClass(classOfLength(length)) - length)).toBeLessThanOrEqual(length * 0.1)
})
