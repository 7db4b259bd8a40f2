import { expect, test } from 'vitest'
import { isAtStart, observeDocument } from './document.ts'
import { emitJoint, emitWord, styleOf, type Scene } from './features.ts'
import { hashPhrase, LISTS, matchLists } from './lexicon.ts'
import { describeWord, type TaggerWord } from './word.ts'

const wordsOf = (text: string): TaggerWord[] => text.split(' ').map((token) => describeWord(token, () => []))

test.each([
  ['Okafor', 'okafor', true],
  ['OKAFOR', 'okafor', true],
  ['Okafor', 'Okafors', false],
  ['2016', '1999', true],
  ['2016', '199', false],
])('%s and %s have the same lower hash: %s', (a, b, expected) => {
  const [first, second] = wordsOf(`${a} ${b}`)
  expect(first!.lower === second!.lower).toBe(expected)
})

test.each([
  ['Vale', 'Okafor', true],
  ['Vale', 'VALE', false],
  ['U.N.', 'U.S.', true],
  ['A320', 'B52', true],
  ['x-1', 'x1', false],
])('%s and %s have the same short shape: %s', (a, b, expected) => {
  const [first, second] = wordsOf(`${a} ${b}`)
  expect(first!.shortShape === second!.shortShape).toBe(expected)
})

test.each([
  ['Rebels took Northport', 0, true],
  ['“ Rebels left', 1, true],
  ['He said “ We go', 3, true],
  ['Rebels took Northport', 2, false],
])('%s: word %i stands at a start: %s', (text, at, expected) => {
  expect(isAtStart(wordsOf(text), at)).toBe(expected)
})

test.each([
  ['Vale went to Northport', 0],
  ['VALE IN NORTHPORT', 1],
  ['Vale Meets Okafor in Northport', 2],
  ['he went', 0],
])('%s has style %i', (text, style) => {
  expect(styleOf(wordsOf(text))).toBe(style)
})

test('a document records how a word is written elsewhere', () => {
  const usages = observeDocument([wordsOf('Vale spoke to Ada Vale'), wordsOf('the vale was green')])
  const vale = wordsOf('vale')[0]!.lower
  expect(usages.get(vale)).toMatchObject({
    count: 3,
    inLowerCase: 1,
    capitalisedInside: 1,
    afterCapital: 1,
    beforeCapital: 0,
  })
})

test('phrases of the lists are found whatever the case, but not in small letters', () => {
  const key = hashPhrase(wordsOf('north vale'))
  const listsOf = (phrase: number): number => (phrase === key ? 1 << LISTS.indexOf('country') : 0)
  const within = (text: string): number[] => [...matchLists(wordsOf(text), listsOf).within]
  expect(within('in North Vale now')).toEqual([0, 1, 1, 0])
  expect(within('in NORTH VALE now')).toEqual([0, 1, 1, 0])
  expect(within('in north vale now')).toEqual([0, 0, 0, 0])
})

function featuresOf(text: string, at: number): number[] {
  const words = wordsOf(text)
  const scene: Scene = {
    words,
    usages: observeDocument([words]),
    matches: matchLists(words, () => 0),
    style: styleOf(words),
  }
  const features: number[] = []
  emitWord(words[at]!, 0, (feature) => features.push(feature))
  emitJoint(scene, at, (feature) => features.push(feature))
  return features
}

test('features depend on the word and its neighbours, each once', () => {
  const features = featuresOf('Ada Vale spoke there', 1)
  expect(new Set(features).size).toBe(features.length)
  expect(featuresOf('Ada Vale spoke there', 1)).toEqual(features)
  expect(featuresOf('Ada Vale left there', 1)).not.toEqual(features)
})
