import { expect, test } from 'vitest'
import { cleanSeed } from '../clean-seed.ts'

const HEAD = 'Harbour of Northport closes after storm'
const FIRST = 'The council of Northport voted on Monday to close the harbour for a month.'
const SECOND = 'Two ships sank at the mouth of the river last week, and nine people were killed.'

const keptOf = (lines: readonly string[]): string[] =>
  cleanSeed(
    { file: 'a.txt', sha256: '', encoding: 'utf-8', format: 'text', text: lines.join('\n\n'), sidecar: {} },
    { language: 'en', rights: 'full' },
  ).value.passages.map(({ text }) => text)

test.each<[what: string, lines: string[]]>([
  ['a list of the hurt', ['The injured:', 'Ana Lopes, 31, a crane driver', 'Wim Kok, 44, a welder', 'two sailors']],
  ['a list with bullets', ['• Ana Lopes, a crane driver', '• Wim Kok, a welder']],
  ['ages without a lead-in', ['Ana Lopes, 31', 'Wim Kok, 44', 'Ines Okafor, 9']],
  ['votes', ['Votes cast: 412', 'For: 300', 'Against: 112']],
  ['a roll of names', ['For: Ana Lopes, Wim Kok, Nell Birch', 'Against: Tom Reid, Ines Okafor']],
  ['results', ['Standings', '1 A. Lopes 47:12', '2 W. Kok 48:30', '3 N. Birch 48:31']],
  ['questions and answers', ['Who won?', 'The union.', 'Who lost?', 'Everybody.']],
  ['verse', ['It ends:', 'Forty men went down that day', 'Within a mile of Dunmore Bay']],
  [
    'verse without a lead-in',
    ['The hill keeps what the hill is told,', 'The river what it hears;', 'The bell is cold'],
  ],
  ['a letter’s end', ['Yours truly,', 'M. Okello, Kassel Street']],
])('short lines at the end are text: %s', (_, lines) => {
  expect(keptOf([HEAD, FIRST, SECOND, ...lines])).toEqual([HEAD, FIRST, SECOND, ...lines])
  expect(keptOf([HEAD, FIRST, SECOND, ...lines, 'Share this article', 'Storm in pictures'])).toEqual([
    HEAD,
    FIRST,
    SECOND,
    ...lines,
  ])
})

test.each<[what: string, lines: string[]]>([
  ['below a label', ['Read more', 'Storm shuts the coast road', 'Ships wait outside Northport']],
  ['below a button', ['Share this article', 'Storm shuts the coast road', 'Ships wait outside Northport']],
  ['above a button', ['Storm shuts the coast road', 'Ships wait outside Northport', 'Subscribe now']],
  ['with a score below a label', ['More football', 'Rovers 3, Saltpond 1', 'Keeper, 41, to retire']],
])('headlines of other articles are not: %s', (_, lines) => {
  expect(keptOf([HEAD, FIRST, SECOND, ...lines])).toEqual([HEAD, FIRST, SECOND])
})

test.each<[what: string, lines: string[], kept: string[]]>([
  [
    'behind a line with a colon',
    [
      'Strike demands',
      '4 May 2018',
      'The union listed its demands:',
      '\uF0B7\tHigher pay',
      '\uF0B7\tA new canteen',
      FIRST,
    ],
    ['Strike demands', 'The union listed its demands:', '\uF0B7 Higher pay', '\uF0B7 A new canteen', FIRST],
  ],
  [
    'numbered',
    [HEAD, '4 May 2018', '1. Higher pay', '2. A new canteen for all', FIRST, SECOND],
    [HEAD, '1. Higher pay', '2. A new canteen for all', FIRST, SECOND],
  ],
  [
    'the salutation of a letter',
    ['Letter to the editor', '4 May 2018', 'Dear Sir,', FIRST, SECOND],
    ['Letter to the editor', 'Dear Sir,', FIRST, SECOND],
  ],
])('short lines below the headline are text: %s', (_, lines, kept) => expect(keptOf(lines)).toEqual(kept))

test('bullets below the headline without a lead-in are key points, not the standfirst', () => {
  const lines = [HEAD, '4 May 2018', '\uF0B7\tHigher pay for night shifts at the quay', '\uF0B7\tA new canteen', FIRST]
  const seed = {
    file: 'a.txt',
    sha256: '',
    encoding: 'utf-8',
    format: 'text',
    text: lines.join('\n\n'),
    sidecar: {},
  } as const
  const { metadata, setAside } = cleanSeed(seed, { language: 'en', rights: 'full' }).value
  expect(metadata.standfirst).toBeUndefined()
  expect(setAside.filter(({ kind }) => kind === 'bullet')).toHaveLength(2)
})

const HALF = 'The court said on Friday that the firm knew of'
const REST = 'the leak and did not tell anyone in the town.'
test.each([
  'THE DUNMORE COURIER, 3 May 2019, page 4',
  'Dunmore Courier - www.courier.example - All rights reserved',
  'Continued on next page',
  'LOUGH LIFE | Autumn 2003 | 17',
  'Page 4 of 12',
  'THE DUNMORE COURIER',
  'HISTORY OF THE LOWER TOWN',
])('a running head between two halves of a sentence: %s', (head) => {
  expect(keptOf([HEAD, HALF, head, REST])).toEqual([HEAD, `${HALF} ${REST}`])
})

test.each<[what: string, lines: string[], kept: string[]]>([
  [
    'a link inside a sentence',
    [HALF, 'Northport Water', 'and kept silent.'],
    [`${HALF} Northport Water and kept silent.`],
  ],
  [
    'a page that the sentence names',
    [`${HALF} it on`, 'page four', 'of its report.'],
    [`${HALF} it on page four of its report.`],
  ],
])('no running head: %s', (_, lines, kept) => expect(keptOf([HEAD, FIRST, ...lines])).toEqual([HEAD, FIRST, ...kept]))
