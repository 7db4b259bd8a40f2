import { expect, test } from 'vitest'
import { compareWords } from './compare-words.ts'

/** The second text with what differs in brackets. */
const marked = (first: string, second: string) =>
  compareWords(first, second).map(({ words, isDifferent }) => (isDifferent ? `[${words}]` : words)).join(' ')

test.each([
  ['the same words', 'the same words', 'the same words'],
  ['we kept the cease-fire', 'we kept the ceasefire', 'we kept the ceasefire'],
  ['we kept the truce', 'we broke the truce', 'we [broke] the truce'],
  ['one two', 'one and a half two', 'one [and a half] two'],
  ['', 'all new', '[all new]'],
  ['gone', '', ''],
  ['“Never,” he said', 'Never he said', 'Never he said'],
])('%s / %s', (first, second, expected) => expect(marked(first, second)).toBe(expected))
