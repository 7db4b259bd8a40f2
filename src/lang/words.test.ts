import { expect, test } from 'vitest'
import { stemWord } from './en/words/verb-forms.ts'
import { foldSpelling, splitWords } from './words.ts'

test.each([
  ['A cease-fire, at last', 'a ceasefire at last'],
  ["The U.N. didn't", 'the un didnt'],
  ['1,500 men; 3.5%', '1500 men 35'],
  ['Zoë’s café', 'zoes cafe'],
  ['“organised” labour', 'organized labor'],
  ['', ''],
])('words of %j', (text, expected) => {
  expect(
    splitWords(text)
      .map(({ key }) => key)
      .join(' '),
  ).toBe(expected)
})

test.each([
  ['centre', 'center'],
  ['defence', 'defense'],
  ['four', 'four'],
  ['hour', 'hour'],
])('%s is compared as %s', (word, expected) => expect(foldSpelling(word)).toBe(expected))

test.each([
  ['meetings', 'meeting'],
  ['parties', 'party'],
  ['announced', 'announce'],
  ['stopped', 'stop'],
  ['killing', 'killed'],
  ['attended', 'attend'],
])('%s and %s share a stem', (one, other) => expect(stemWord(one)).toBe(stemWord(other)))

test.each([
  ['govern', 'government'],
  ['red', 'r'],
  ['king', 'k'],
])('%s and %s do not', (one, other) => expect(stemWord(one)).not.toBe(stemWord(other)))
