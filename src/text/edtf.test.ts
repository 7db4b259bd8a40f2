import { expect, test } from 'vitest'
import { spellEdtf } from './edtf.ts'

const rows: [string, string][] = [
  ['2017-02-13', '13 February 2017'],
  ['2017-02', 'February 2017'],
  ['2017', '2017'],
  ['0987', '987'],
  ['199X', 'the 1990s'],
  ['19XX', 'the 20th century'],
  ['20XX', 'the 21st century'],
  ['11XX', 'the 12th century'],
  ['2017-22', 'summer 2017'],
  ['2017-34', 'second quarter of 2017'],
  ['2017-40', 'first half of 2017'],
  ['2017-02-13T20:26:00Z', '13 February 2017, 20:26 UTC'],
  ['2017-02-13T20:26', '13 February 2017, 20:26'],
  ['2018-01-29/2018-01-30', '29–30 January 2018'],
  ['2024-05-30/2024-06-02', '30 May – 2 June 2024'],
  ['2016-12-30/2017-01-02', '30 December 2016 – 2 January 2017'],
  ['2017-01/2017-03', 'January–March 2017'],
  ['2011/2016', '2011–2016'],
  ['2018-01-29/2018-01-29', '29 January 2018'],
  ['XXXX-01-23', '23 January, year not given'],
  ['XXXX-01', 'January, year not given'],
  ['XXXX-01-29/XXXX-01-30', '29–30 January, year not given'],
  ['2017-XX-XX', '2017'],
  ['2017-01-XX', 'January 2017'],
  ['XX97', '’97, century not given'],
  ['XX9X', 'the ’90s, century not given'],
  ['1990~', 'about 1990'],
  ['2016-05?', 'possibly May 2016'],
  ['2016%', 'possibly about 2016'],
  ['../2016', '2016 or before'],
  ['2016-05-01/..', '1 May 2016 or after'],
  ['/2016-05', 'May 2016 or before'],
  ['[2024-06-12,2024-12-06]', '12 June 2024 or 6 December 2024'],
  ['../..', '../..'],
  ['2017-77', '2017-77'],
  ['last Tuesday', 'last Tuesday'],
  ['', ''],
]

test.each(rows)('%j', (edtf, words) => {
  expect(spellEdtf(edtf)).toBe(words)
})
