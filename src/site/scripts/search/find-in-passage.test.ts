import { expect, test } from 'vitest'
import { findInPassage, isAskedFor } from './find-in-passage.ts'
import { readTerms } from './query.ts'
import type { PagePart } from './split-page.ts'

const TEXT = 'The crane driver of Northport, Ms Vale, said the night-shift had ended; the crane stood still.'
const words = TEXT.split(' ')
const passage: PagePart = {
  url: '/sources/a/#p-aaaaaa',
  number: '¶ 1',
  words,
  space: ' ',
  from: 40,
  named: new Set(['qzqvale']),
}
const term = (typed: string) => readTerms(typed)[0]!
const found = (typed: string, hits: readonly number[] = []) =>
  findInPassage(passage, term(typed), new Set(hits.map((hit) => hit + passage.from)))?.map((index) => words[index])

test.each([
  ['"crane driver"', ['crane', 'driver']],
  ['“Crane Driver”', ['crane', 'driver']],
  ['"Northport, Ms Vale"', ['Northport,', 'Ms', 'Vale,']],
  ['"night shift had"', ['night-shift', 'night-shift', 'had']],
  ['"crane"', ['crane', 'crane']],
])('the phrase %s', (typed, expected) => expect(found(typed)).toEqual(expected))

test.each([
  '"driver crane"',
  '"crane drivers"',
  '"crane of Northport"',
  '"still crane"',
  '"cran"',
  '"the crane stood still and"',
])('the near miss %s', (typed) => expect(found(typed)).toBeUndefined())

test('a word is what the engine found, where it has the same beginning', () => {
  expect(found('end', [11])).toEqual(['ended;'])
  expect(found('ashes', [12])).toBeUndefined()
})

test.each([
  ['Russian-backed', 'russia', true],
  ['negotiations', 'negotiate', true],
  ['ceasefire,', 'cease-fire', true],
  ['all', 'Allouche', false],
  ['al-Qaeda.', 'Aloush', false],
  ['one', 'onerror', false],
  ['attend', 'a', false],
])('%s for %s: %s', (word, asked, is) => expect(isAskedFor(word, term(asked))).toBe(is))

test.each([
  [
    ['Marta Vale', 'Ms Vale'],
    ['Ms', 'Vale,'],
  ],
  [['the chair'], []],
])('a name is held however it is written: %j', (wordings, expected) => {
  const indexes = findInPassage(
    passage,
    { text: 'Vale', names: [{ token: 'qzqvale', name: 'Marta Vale', wordings }] },
    new Set(),
  )
  expect(indexes?.map((index) => words[index])).toEqual(expected)
})

test('another name is not', () =>
  expect(
    findInPassage(
      passage,
      { text: 'Okafor', names: [{ token: 'qzqokafor', name: 'Ines Okafor', wordings: ['Vale'] }] },
      new Set(),
    ),
  ).toBeUndefined())
