import { expect, test } from 'vitest'
import type { GramSet } from './alignable.ts'
import { containmentOf, gramsOf, similarityOf, sketchText } from './alignable.ts'

/** Hashes on record were made this way; with another hash none would be recognised. */
test('a text is the hashes of its runs of five characters', () => {
  expect(gramsOf('Crane, “sold”')).toEqual({
    grams: new Set([3501443237, 462731910, 1138818283, 2479294456, 1981261438, 1582143514, 1756634969, 2067360301]),
    limit: 2 ** 32,
  })
  expect([...gramsOf('ox').grams]).toEqual([3142698472])
  expect([...gramsOf('').grams]).toEqual([2982523533])
})

test('a sketch keeps the smallest third, and the first that it does not keep', () => {
  expect(sketchText('crane sold')).toEqual({ grams: [462731910, 1138818283], limit: 1582143514, names: [] })
  expect(sketchText('crane sold to Vale for 15, Vale')).toMatchObject({ names: [33170, 58921] })
})

test('a sketch keeps 48 at most', () => {
  expect(sketchText(Array.from({ length: 40 }, (_, at) => `w${at}ord`).join(' ')).grams).toHaveLength(48)
})

/** Characters as a set of grams: 1 for `a` and so on. */
const set = (letters: string, limit = 100): GramSet => ({
  grams: new Set([...letters].map((letter) => letter.charCodeAt(0) - 96)),
  limit,
})

test.each([
  ['abcd', 100, 'abcd', 100, 1],
  ['abcd', 100, 'cdef', 100, 0.5],
  ['ab', 100, 'abcdef', 100, 0.5],
  ['abcdef', 100, 'ab', 100, 0.5],
  ['abcd', 100, 'wxyz', 100, 0],
  ['ab', 3, 'abcdef', 100, 1],
  ['abcdef', 100, 'ab', 3, 1],
  ['cd', 3, 'cd', 100, 0],
  ['', 0, 'abc', 100, 0],
])('%s below %i and %s below %i', (a, limit, b, other, similarity) => {
  expect(similarityOf(set(a, limit), set(b, other))).toBe(similarity)
})

test.each([
  ['abcd', 100, 'abcdef', 100, '', 1],
  ['abcd', 100, 'cdef', 100, '', 0.5],
  ['abcd', 100, 'abcdef', 100, 'ab', 0.5],
  ['abcd', 100, 'abcdef', 100, 'xyz', 1],
  ['abcd', 3, 'ab', 100, '', 1],
  ['abcd', 100, 'ab', 3, '', 1],
  ['cd', 100, 'abcd', 3, '', 0],
  ['', 0, 'abcd', 100, '', 0],
])('%s below %i in %s below %i, apart from %s', (part, limit, whole, other, but, share) => {
  expect(containmentOf(set(part, limit), set(whole, other), set(but))).toBe(share)
  if (but === '') expect(containmentOf(set(part, limit), set(whole, other))).toBe(share)
})
