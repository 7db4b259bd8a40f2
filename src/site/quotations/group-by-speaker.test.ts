import { expect, test } from 'vitest'
import { describeDifference, markDifferences } from './group-by-speaker.ts'

const spelling = { kind: 'spelling', start: 4, end: 8, first: 'gray' } as const

test.each([
  ['a grey day', [{ ...spelling, start: 2, end: 6 }], ['a ', '<grey>', ' day']],
  ['the grey', [spelling], ['the ', '<grey>']],
  ['no change', [], ['no change']],
  ['we left', [{ kind: 'wording', start: 3, end: 3, first: 'all ' }], ['we ', '<>', 'left']],
  [
    'one two six',
    [
      { ...spelling, start: 8, end: 11 },
      { ...spelling, start: 0, end: 3 },
    ],
    ['<one>', ' two ', '<six>'],
  ],
] as const)('%s', (words, differs, expected) => {
  expect(markDifferences(words, differs).map((run) => (run.difference ? `<${run.words}>` : run.words))).toEqual(
    expected,
  )
})

test.each([
  [spelling, 'spelling: “gray” in the first appearance'],
  [{ ...spelling, first: '' }, 'not in the first appearance'],
])('%#', (difference, words) => expect(describeDifference(difference)).toBe(words))
