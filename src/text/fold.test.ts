import { expect, test } from 'vitest'
import { foldName } from './characters.ts'

const same: [string, string][] = [
  ['al-Vale', 'Al Vale'],
  ['El-Vale', 'al Vale'],
  ['U.N.', 'UN'],
  ['the Northport Council', 'Northport Council'],
  ["Da'ra", 'Dara'],
  ['Élan', 'Elan'],
  ['Okafor’s', 'Okafor'],
]
const different: [string, string][] = [
  ['Vale', 'Val'],
  ['Port North', 'North Port'],
  ['Alvale', 'al-Vale'],
]

test.each(same)('%j and %j fold to one', (a, b) => expect(foldName(a)).toBe(foldName(b)))
test.each(['constructor', 'toString', 'valueOf'])('%j, which every object has, folds like any word', (name) =>
  expect(foldName(name)).toBe(name.toLowerCase()),
)
test.each(different)('%j and %j stay apart', (a, b) => expect(foldName(a)).not.toBe(foldName(b)))
test('a text of punctuation alone folds to an empty string', () => expect(foldName('—!')).toBe(''))
