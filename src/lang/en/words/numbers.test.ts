import { expect, test } from 'vitest'
import { readNumber } from './numbers.ts'
import { tokenise } from '../../../text/tokens.ts'

// Text, value, and the words the number takes.
const rows: [string, number | undefined, string][] = [
  ['50,000 people', 50000, '50,000'],
  ['3.5 percent', 3.5, '3.5'],
  ['1.1 million voters', 1100000, '1.1 million'],
  ['41m in cash', 41000000, '41m'],
  ['2 bn', 2000000000, '2 bn'],
  ['5 m away', 5, '5'],
  ['forty-five men', 45, 'forty-five'],
  ['forty men', 40, 'forty'],
  ['two hundred and ten', 210, 'two hundred and ten'],
  ['two hundred thousand', 200000, 'two hundred thousand'],
  ['three and four', 3, 'three'],
  ['a dozen eggs', 12, 'a dozen'],
  ['half a million', 500000, 'half a million'],
  ['a man', undefined, ''],
  ['half of them', undefined, ''],
  ['3,5', undefined, ''],
  ['dozens', undefined, ''],
  ['someone', undefined, ''],
]

test.each(rows)('%j', (text, value, words) => {
  const tokens = tokenise(text)
  const read = readNumber(tokens, 0)
  expect(read?.value).toBe(value)
  expect(read ? text.slice(0, tokens[read.end - 1]!.end) : '').toBe(words)
})
