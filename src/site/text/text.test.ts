import { expect, test } from 'vitest'
import { formatCount, formatList, formatNumber } from './text.ts'

test.each([
  [1, 'source', '1 source'],
  [0, 'source', '0 sources'],
  [6, 'person', '6 people'],
  [1, 'person', '1 person'],
  [1200, 'passage', '1,200 passages'],
])('%i %s', (count, noun, words) => expect(formatCount(count, noun)).toBe(words))
test.each([
  [7, '7'],
  [999, '999'],
  [1000, '1,000'],
  [1234567, '1,234,567'],
])('%i', (count, words) => expect(formatNumber(count)).toBe(words))
test.each([
  [[], ''],
  [['a'], 'a'],
  [['a', 'b'], 'a and b'],
  [['a', 'b', 'c'], 'a, b and c'],
])('%j', (words, text) => expect(formatList(words)).toBe(text))
