import { expect, test } from 'vitest'
import { makeRandom } from './random.ts'
import type { AnnotatedSentence } from './corpora.ts'
import { makeNameMaker, raiseCase, swapNames } from './swap-names.ts'

const SENTENCE: AnnotatedSentence = {
  tokens: ['Ada', 'Vale', 'of', 'the', 'Lake', 'Fund', 'left', 'Northport'],
  origins: [0, 1, 2, 3, 4, 5, 6, 7],
  names: [
    { first: 0, last: 1, type: 'PER' },
    { first: 4, last: 5, type: 'ORG' },
    { first: 7, last: 7, type: 'LOC' },
  ],
}

test('names are replaced by others, and the names after them are shifted', () => {
  const makeName = (type: string) => ({ ORG: ['UFO'], LOC: ['New', 'Eastfield'] })[type]
  const [[swapped]] = swapNames([[SENTENCE]], 1, makeName, makeRandom(1)) as [[AnnotatedSentence]]
  expect(swapped.tokens.join(' ')).toBe('Ada Vale of the UFO left New Eastfield')
  expect(swapped.names.map(({ first, last }) => swapped.tokens.slice(first, last + 1).join(' '))).toEqual([
    'Ada Vale',
    'UFO',
    'New Eastfield',
  ])
})

test('a sentence in which nothing was swapped is not learnt twice', () => {
  expect(swapNames([[SENTENCE]], 1, () => undefined, makeRandom(1))).toEqual([])
})

test('names are drawn from the lists of their type; half the organisations are acronyms', () => {
  const makeName = makeNameMaker([
    ['known-organisation', 'Vale Trust'],
    ['country', 'Northport'],
    ['known-event', 'Christmas Day'],
    ['known-event', 'Vale Cup'],
  ])
  const random = makeRandom(5)
  const drawn = Array.from({ length: 40 }, () => makeName('ORG', 1, random)!.join(' '))
  expect(drawn).toContain('Vale Trust')
  expect(drawn.filter((name) => /^[A-Z]{2,4}$/.test(name)).length).toBeGreaterThan(5)
  expect(makeName('LOC', 1, random)).toEqual(['Northport'])
  expect(new Set(Array.from({ length: 9 }, () => makeName('MISC', 1, random)!.join(' ')))).toEqual(
    new Set(['Vale Cup']),
  )
  expect(makeName('PER', 1, random)).toBeUndefined()
})

test('some demonyms get a prefix with a hyphen', () => {
  const makeName = makeNameMaker([['demonym', 'Northporter']])
  const random = makeRandom(5)
  const drawn = Array.from({ length: 60 }, () => makeName('MISC', 1, random)!.join(''))
  expect(drawn).toContain('Northporter')
  expect(drawn.filter((name) => /^\p{L}+-Northporter$/u.test(name)).length).toBeGreaterThan(2)
})

test('raised sentences keep their names', () => {
  const raised = raiseCase([[SENTENCE]], 1, makeRandom(1))
  expect(raised[0]![0]!.tokens.join(' ')).toBe('ADA VALE OF THE LAKE FUND LEFT NORTHPORT')
  expect(raised[0]![0]!.names).toEqual(SENTENCE.names)
})
