import { expect, test } from 'vitest'
import { tokenise } from '../../../text/tokens.ts'
import { opensQuantity, readQuantity } from './read-quantity.ts'

test.each([
  ['at least nine boats', true],
  ['At Least 9 boats', true],
  ['between 3 and 5', true],
  ['from two to four', true],
  ['dozens of boats', true],
  ['half a million', true],
  ['a hundred boats', true],
  ['forty-five boats', true],
  ['nobody', true],
  ['no one', true],
  ['$41 million', true],
  ['US$41 million', true],
  ['€3', true],
  ['boats', false],
  ['noted', false],
  ['anthem', false],
  ['betweenness', false],
  ['.5', false],
])('%s may be a quantity: %s', (text, isOpen) => {
  const tokens = tokenise(text)
  expect(opensQuantity(tokens[0]!.text)).toBe(isOpen)
  expect(readQuantity(tokens, 0) !== undefined).toBe(isOpen)
})
