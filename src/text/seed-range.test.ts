import { expect, test } from 'vitest'
import type { Passage } from '../model/passage.ts'
import { seedRange } from './ranges.ts'

const seed = 'NAV\n\nThe deal \n\nwas si\u00ADgned.'
const passage: Passage = {
  ordinal: 1,
  kind: 'paragraph',
  text: 'The deal was signed.',
  segments: [
    { start: 5, end: 13, at: 0 },
    { start: 16, end: 22, at: 9 },
    { start: 23, end: 28, at: 15 },
  ],
}

const rows: [string, string][] = [
  ['The', 'The'],
  ['deal', 'deal'],
  ['deal was', 'deal \n\nwas'],
  ['signed', 'si\u00ADgned'],
  ['gned.', 'gned.'],
  ['The deal was signed.', 'The deal \n\nwas si\u00ADgned.'],
]

test.each(rows)('%s', (words, expected) => {
  const start = passage.text.indexOf(words)
  const range = seedRange(passage, { start, end: start + words.length })
  expect(seed.slice(range.start, range.end)).toBe(expected)
})
