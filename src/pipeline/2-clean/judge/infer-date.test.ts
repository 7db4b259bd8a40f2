import { expect, test } from 'vitest'
import { cleanSeed } from '../clean-seed.ts'

const HEAD = 'Harbour of Northport closes after storm'
const REST = 'Two ships sank at the mouth of the river, and nine people were killed by the waves.'

const clean = (text: string) =>
  cleanSeed(
    { file: 'a.txt', sha256: '', encoding: 'utf-8', format: 'text', text, sidecar: {} },
    { language: 'en', rights: 'full' },
  ).value.metadata

/** A seed whose first sentence names a day. */
const page = (above: string, told: string, below = ''): string =>
  [HEAD, above, `The council of Northport voted ${told} to close the harbour for a month.`, REST, below].join('\n\n')

test.each<[what: string, text: string, date: string | undefined, rule?: string]>([
  [
    'a place and a day in a line of their own',
    'Harbour closed after storm\n\nNorthport, 24 October 2018\n\nThe council closed the harbour on Monday, it said.',
    '2018-10-24',
    'metadata/timestamp',
  ],
  [
    'a day between a headline and a byline in small letters',
    'Water seen on a planet far away\n\n12 September 2019\n\nby Ada Vale\n\nThe council met on Monday, it said.',
    '2019-09-12',
    'metadata/timestamp',
  ],
  [
    'two orders, one on the weekday told',
    page('Northport | 12/10/2016 14:05', 'on Wednesday'),
    '2016-10-12',
    'metadata/date-from-weekday',
  ],
  [
    'two orders, a bar before the hour',
    page('07/08/2018 - 16:40', 'on Tuesday'),
    '2018-08-07',
    'metadata/date-from-weekday',
  ],
  ['two orders, month first', page('Posted 10/12/2016', 'on Wednesday'), '2016-10-12', 'metadata/date-from-weekday'],
  ['two orders, none on the weekday told', page('Posted 10/12/2016', 'on Friday'), undefined],
  [
    'two orders, both on the weekday told',
    page('Posted 10/12/2019', 'on Saturday'),
    '2019-10-12',
    'metadata/date-from-weekday',
  ],
  ['two orders, no weekday told', page('Posted 10/12/2016', 'in secret'), undefined],
  ['two orders, another week’s day', page('Posted 10/12/2016', 'last Wednesday'), undefined],
  ['two orders of a change', page('Updated 10/12/2016', 'on Wednesday'), undefined],
  ['one order', page('Posted 13/10/2016', 'on Wednesday'), '2016-10-13', 'metadata/timestamp'],
  [
    'a dateline without a year',
    page('NORTHPORT, Sept 20 (Reuters) -', 'on Wednesday', 'The last such storm was in 2023.'),
    '2023-09-20',
    'metadata/date-from-weekday',
  ],
  [
    '… of the year after',
    page('NORTHPORT, Jan 3 (Reuters) -', 'on Wednesday', 'The last such storm was in 2023.'),
    '2024-01-03',
    'metadata/date-from-weekday',
  ],
  [
    '… on no such weekday',
    page('NORTHPORT, Sept 20 (Reuters) -', 'on Tuesday', 'The last such storm was in 2023.'),
    undefined,
  ],
  [
    '… with the year of the copyright',
    page('NORTHPORT, Nov 17 (AP) —', 'Thursday', 'Copyright 2022 The Associated Press. All rights reserved.'),
    '2022-11-17',
    'metadata/date-from-weekday',
  ],
  ['… and no year at all', page('NORTHPORT, Sept 20 (Reuters) -', 'on Wednesday'), undefined],
  [
    'a time of publication at the very end',
    page(
      'By Ada Vale',
      'Thursday',
      'Copyright 2022 The Associated Press. All rights reserved.\n\nNov. 17, 2022 9:41 PM EST',
    ),
    '2022-11-17',
    'metadata/timestamp',
  ],
  [
    'a day in a list of other articles',
    page('By Ada Vale', 'Thursday', 'More on this story\n\nHarbour opens again\n\nNov. 17, 2022'),
    undefined,
  ],
  ['a time that a page printed twice', page('04/03/2022April 3, 2022', 'Thursday'), '2022-04-03', 'metadata/timestamp'],
  ['a time that ends as a film does', page('20 Sep 2023, 08:15', 'Thursday'), '2023-09-20', 'metadata/timestamp'],
  ['the length of a film', page('How the harbour broke 08:15', 'Thursday'), undefined],
])('day of publication: %s', (_, text, date, rule) => {
  const fact = clean(text).date
  expect(fact?.value).toBe(date)
  if (rule) expect(fact?.rule).toBe(rule)
})

test.each<[lead: string, dateline: string | undefined, credits: string[] | undefined]>([
  ['NORTHPORT, October 12, 2016. /TASS/. ', 'NORTHPORT, October 12, 2016. /TASS/.', ['TASS']],
  [
    'NORTHPORT, Lund, January 15, 2024 /PRNewswire/ -- ',
    'NORTHPORT, Lund, January 15, 2024 /PRNewswire/',
    ['PRNewswire'],
  ],
  ['NORTHPORT--(BUSINESS WIRE)--', 'NORTHPORT--(BUSINESS WIRE)', ['BUSINESS WIRE']],
  ['NORTHPORT /Lund/ ', undefined, undefined],
  ['Northport (Lund)--', undefined, undefined],
])('dateline %j', (lead, dateline, credits) => {
  const metadata = clean(
    [HEAD, `${lead}The council of Northport voted to close the harbour for a month.`, REST].join('\n\n'),
  )
  expect(metadata.dateline?.value).toBe(dateline)
  expect(metadata.credits?.value).toEqual(credits)
})

test.each<[above: string, authors: string[] | undefined]>([
  ['Ada Vale\nSenior Reporter', ['Ada Vale']],
  ['Ada Vale and Femi Okafor\nThu 17 Nov 2022 19.44 GMT', ['Ada Vale', 'Femi Okafor']],
  ['Ada Vale, Femi Okafor and Marta Lund\nHealth Correspondents', ['Ada Vale', 'Femi Okafor', 'Marta Lund']],
  ['By Ada Vale For Northport Mail', ['Ada Vale']],
  ['New Estmere\nThu 17 Nov 2022 19.44 GMT', undefined],
  ['Northport News\nEditor', undefined],
  ['Ada Vale\nThe editor of the Gazette resigned.', undefined],
])('names above the text: %j', (above, authors) => {
  expect(clean(page(above, 'on Thursday')).authors?.value).toEqual(authors)
})
