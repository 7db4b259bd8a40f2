import { expect, test } from 'vitest'
import { packCatalogue, packPlaces, packPostings, unpackCatalogue, unpackPostings } from './search-index.ts'

const NUMBERS = [0, 1, 57, 90, 300, 55_260, 55_261, 60_000, 1_000_000]
const travel = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T

test('a catalogue travels without a loss, also with parts of any length', () => {
  const pages = [{ kind: 0, publisher: -1, year: 0, shown: 9, hasHeadline: true, lengths: NUMBERS }]
  const catalogue = { kinds: ['Source'], publishers: [], years: ['2020'], vocabulary: ['able'], postings: [], pages }
  expect(unpackCatalogue(travel(packCatalogue(catalogue)))).toEqual(catalogue)
})

test('postings travel without a loss: the first page and the first place are numbered 0', () => {
  const packed = [
    packPostings(1, packPlaces([0])),
    packPostings(3, packPlaces(NUMBERS)),
    packPostings(60_000, packPlaces([7, 8])),
  ].join('')
  expect(unpackPostings(travel(packed))).toEqual(
    new Map([
      [0, [0]],
      [3, NUMBERS],
      [60_003, [7, 8]],
    ]),
  )
  expect(unpackPostings('')).toEqual(new Map())
})
