import { expect, test } from 'vitest'
import { findDay } from './find-day.ts'

test.each([
  ['2021-03-09T07:15:00+01:00', '2021-03-09'],
  ['2019/10/22/', '2019-10-22'],
  ['20200214', '2020-02-14'],
  ['Tue, 09 Mar 2021 06:00:00 +0000', '2021-03-09'],
  ['March 9, 2021 Tuesday', '2021-03-09'],
  ['8 August 2017', '2017-08-08'],
  ['11 juin 2018', '2018-06-11'],
  ['3. März 2020', '2020-03-03'],
  ['13/02/2017', '2017-02-13'],
  ['13.02.2017', '2017-02-13'],
  ['2017年2月13日', '2017-02-13'],
  ['02/03/2017', undefined],
  ['30 February 2017', undefined],
  ['version 2017.13.45', undefined],
  ['1912345678', undefined],
  ['', undefined],
])('%s: %s', (words, day) => expect(findDay(words)).toBe(day))
