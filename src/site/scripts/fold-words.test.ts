import { expect, test } from 'vitest'
import { findRuns, foldWords } from './fold-words.ts'

test.each([
  ['Çelik’s cease-fire', ['celik', 'cease', 'fire']],
  ["Shi'ite O’Neill's", ['shiite', 'oneill']],
  ['Straße, ÉTÉ (2021)', ['straße', 'ete', '2021']],
  ['…—“”', []],
])('%s', (text, folded) => expect(foldWords(text).map((word) => word.folded)).toEqual(folded))

test('places are those of the text', () =>
  expect(foldWords('“Vale’s boat”')[0]).toEqual({ folded: 'vale', start: 1, end: 7 }))

test.each([
  [
    ['a', 'b', 'a', 'b'],
    ['a', 'b'],
    [0, 2],
  ],
  [['a', 'b'], ['b', 'a'], []],
  [['a'], ['a', 'b'], []],
  [['a'], [], []],
])('%j holds %j at %j', (words, run, at) => expect(findRuns(words, run)).toEqual(at))
