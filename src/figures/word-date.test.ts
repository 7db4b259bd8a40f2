import { expect, test } from 'vitest'
import { firstDayNumber, formatDay, lastDayOf } from '../text/calendar.ts'
import { formatDate, formatInterval } from './word-date.ts'

test.each([
  ['2017-02-03', '3 February 2017'],
  ['2017-02', 'February 2017'],
  ['2017', '2017'],
])('%s', (date, words) => expect(formatDate(date)).toBe(words))

test.each([
  [{ lo: '2017-01-16', hi: '2017-01-16' }, '16 January 2017'],
  [{ lo: '2017-02-15', hi: '2017-02-16' }, '15–16 February 2017'],
  [{ lo: '2017-01-28', hi: '2017-02-02' }, '28 January – 2 February 2017'],
  [{ lo: '2016-12-30', hi: '2017-01-02' }, '30 December 2016 – 2 January 2017'],
  [{ lo: '2016-02-01', hi: '2016-02-29' }, 'February 2016'],
  [{ lo: '2017-02-01', hi: '2017-02-27' }, '1–27 February 2017'],
  [{ lo: '2016-01-01', hi: '2016-12-31' }, '2016'],
  [{ lo: '2017-05-03' }, '3 May 2017 or later'],
  [{ hi: '2017-05-03' }, '3 May 2017 or earlier'],
  [{}, 'date uncertain'],
])('%j', (interval, words) => expect(formatInterval(interval)).toBe(words))

test.each([
  ['2016-02', '2016-02-29'],
  ['2017-02', '2017-02-28'],
  ['2017', '2017-12-31'],
  ['2017-04-05', '2017-04-05'],
])('%s ends on %s', (date, last) => expect(lastDayOf(date)).toBe(last))

test('days are counted without time zones', () =>
  expect(formatDay(firstDayNumber('2017-03-26') + 1)).toBe('2017-03-27'))
