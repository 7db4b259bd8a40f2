import fc from 'fast-check'
import { expect, test } from 'vitest'
import { stemWord } from './en/words/verb-forms.ts'
import { foldSpelling } from './word-key.ts'
import { findLast, hasPhrase, keysOf, keysWithin, splitWords } from './words.ts'

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

test.each<[string, number, number, string[]]>([
  ['the U.S. talks', 4, 8, ['us']],
  ['the U.S. talks', 0, 6, ['the', 'u']],
  ['pre-U.S. talks', 4, 14, ['us', 'talks']],
  ['rebuilt bridge', 2, 11, ['built', 'bri']],
  ['a cease-fire', 7, 7, []],
  ['one two', 3, 4, []],
])('the words of %j from %i to %i', (text, start, end, expected) =>
  expect(keysWithin(text, { start, end })).toEqual(expected),
)

const awkward = fc.string({ unit: fc.constantFrom(...'aBcé1.,-’’‐ \n\u00a0½𝒜') })

test('a part of a text has the words that it has by itself', () => {
  fc.assert(
    fc.property(awkward, fc.nat(20), fc.nat(20), (text, a, b) => {
      const [start, end] = [Math.min(a, b, text.length), Math.min(Math.max(a, b), text.length)]
      expect(keysWithin(text, { start, end })).toEqual(keysOf(text.slice(start, end)))
    }),
    { numRuns: 2_000 },
  )
})

test.each<[string, string[], number, string]>([
  ['we are due to meet', ['due', 'due to'], 3, 'due to'],
  ['due to rain it is due', ['due', 'due to'], 5, 'due'],
  ['not only not ever', ['not'], 2, 'not'],
  ['called off today', ['was called off', 'called off', 'off'], 1, 'called off'],
  ['due tomorrow', ['due to', 'to'], -1, ''],
  ['talks were called', ['called off'], -1, ''],
  ['', ['off'], -1, ''],
])('the last phrase in %j of %j ends at %i: %j', (text, phrases, at, phrase) => {
  const keys = text.split(' ')
  expect(findLast(keys, phrases)).toEqual({ at, phrase })
  expect(hasPhrase(keys, phrases)).toBe(at >= 0)
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

test.each([
  ['a long gap', `one${' '.repeat(70_000)}two three`],
  ['a long word', `one ${'a'.repeat(70_000)} two`],
  ['a gap and a word of exactly two bytes', `one${' '.repeat(65_535)}two ${'b'.repeat(65_535)} three`],
  ['more words than one array holds', 'one two three '.repeat(100_000)],
])('offsets are right after %s', (_, text) => {
  const words = splitWords(text).map(({ start, end }) => text.slice(start, end))
  expect(words.join(' ') === text.trim().replace(/ +/g, ' ')).toBe(true)
})
