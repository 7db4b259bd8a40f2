import { expect, test } from 'vitest'
import type { QuotationEntry } from '../../model/entry.ts'
import { describeDifference, markDifferences, putPartialLast } from './group-by-speaker.ts'

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

test.each([
  ['a partial quotation after whole and reported ones', ['fragment 1', 'direct 2', 'reported 3'], '2 3 1'],
  ['whole ones in their order', ['direct 1', 'reported 2', 'direct 3'], '1 2 3'],
  ['partial ones in their order', ['fragment 1', 'direct 2', 'fragment 3'], '2 1 3'],
  ['nothing but partial ones', ['fragment 1', 'fragment 2'], '1 2'],
])('%s', (_, marked, expected) => {
  const quotations = marked.map((one) => {
    const [mode, words] = one.split(' ')
    return { mode, words } as QuotationEntry
  })
  expect(
    putPartialLast(quotations)
      .map(({ words }) => words)
      .join(' '),
  ).toBe(expected)
})
