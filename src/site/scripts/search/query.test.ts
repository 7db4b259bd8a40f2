import { expect, test } from 'vitest'
import { MOST_TERMS, readTerms } from './query.ts'

const words = (text: string) => ({ text, words: text.toLowerCase().split(/[\s-]/), isPhrase: false })
const phrase = (text: string) => ({ ...words(text), isPhrase: true })

test.each([
  ['crane harbour', [words('crane'), words('harbour')]],
  ['"crane driver"', [phrase('crane driver')]],
  ['“crane driver” Northport', [phrase('crane driver'), words('Northport')]],
  ['«crane driver» "night shift"', [phrase('crane driver'), phrase('night shift')]],
  ['"crane driver', [words('crane'), words('driver')]],
  ['crane "', [words('crane')]],
  ['cease-fire', [words('cease-fire')]],
  ['crane Crane CRANE', [words('crane')]],
  ['"" — !', []],
])('%s', (typed, terms) => expect(readTerms(typed)).toEqual(terms))

test('a very long query is cut', () => {
  const typed = Array.from({ length: 5000 }, (_, index) => `word${index}`).join(' ')
  expect(readTerms(typed)).toHaveLength(MOST_TERMS)
})

test('markup is words', () =>
  expect(readTerms('<img onerror=alert(1)>').flatMap((term) => term.words)).toEqual(['img', 'onerror', 'alert', '1']))
