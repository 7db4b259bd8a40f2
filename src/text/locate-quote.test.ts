import { expect, test } from 'vitest'
import { locateQuote, type Quote, selectQuote } from './locate-quote.ts'

const TEXTS = [
  'The mayor of Northport said on Monday that 40 boats were lost.',
  'The mayor left. “It is safe,” the mayor said – and the harbour opened.',
].map((text, index) => ({ ordinal: index + 1, text }))

const ROWS: [string, Quote, string][] = [
  ['as printed', { exact: '40 boats' }, 'found 1 40 boats'],
  [
    'other quotation marks, dashes and spaces',
    { exact: '"It is  safe," the mayor said - and' },
    'found 2 “It is safe,” the mayor said – and',
  ],
  ['part of a word', { exact: 'North' }, 'gone'],
  ['another number', { exact: 'said on Monday that 41 boats were lost' }, 'gone'],
  ['a typo', { exact: 'said on Mondy that 40 boats were lost' }, 'changed 1 said on Monday that 40 boats were lost'],
  ['a typo in few words', { exact: 'Nortport' }, 'gone'],
  [
    'a typo in few words with context',
    { exact: 'Nortport', prefix: 'The mayor of', suffix: 'said on Monday' },
    'changed 1 Northport',
  ],
  [
    'a word more',
    { exact: 'and the harbour was opened', prefix: 'It is safe, the mayor said' },
    'changed 2 and the harbour opened',
  ],
  ['several places', { exact: 'The mayor' }, 'several 2'],
  ['told apart by what follows', { exact: 'The mayor', suffix: 'left' }, 'found 2 The mayor'],
  ['told apart by what precedes', { exact: 'said', prefix: 'the mayor' }, 'found 2 said'],
  ['context that changed', { exact: 'said', prefix: 'the mayor of Norport' }, 'changed 1 said'],
  ['context that fits nowhere', { exact: 'said', prefix: 'nobody ever' }, 'several 2'],
  ['one place with other context', { exact: '40 boats', prefix: 'the union counted', suffix: 'in the bay' }, 'gone'],
  ['one place with a typo in its context', { exact: '40 boats', prefix: 'on Mondy that' }, 'found 1 40 boats'],
  [
    'many words with other context',
    { exact: 'that 40 boats were lost', prefix: 'He said' },
    'found 1 that 40 boats were lost',
  ],
  ['nothing alike', { exact: 'Snow fell in the hills all night' }, 'gone'],
]

test.each(ROWS)('%s', (_, quote, expected) => {
  const found = locateQuote(TEXTS, quote)
  const told =
    found.state === 'several'
      ? `several ${found.places.length}`
      : found.state === 'gone'
        ? 'gone'
        : `${found.state} ${found.at.passage} ${TEXTS[found.at.passage - 1]!.text.slice(found.at.start, found.at.end)}`
  expect(told).toBe(expected)
})

test('the quote of every word leads back to that word', () => {
  for (const { ordinal, text } of TEXTS)
    for (const { 0: word, index } of text.matchAll(/[\p{L}\p{N}]+/gu)) {
      const at = { passage: ordinal, start: index, end: index + word.length }
      expect(locateQuote(TEXTS, selectQuote(TEXTS, at))).toEqual({ state: 'found', at })
    }
})
