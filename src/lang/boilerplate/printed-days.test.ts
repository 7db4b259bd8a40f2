import { expect, test } from 'vitest'
import { boilerplate } from '../en/index.ts'

const { findPrintedDays, isTimeLine, readTimeLine } = boilerplate

const days: [text: string, expected: string[]][] = [
  ['on 4 March 2019 and May 5, 2020', ['2019-03-04', '2020-05-05']],
  ['Sept. 9, 2001', ['2001-09-09']],
  ['the 1st of June 1999', ['1999-06-01']],
  ['2019-03-04T10:00Z', ['2019-03-04']],
  ['14/02/2017', ['2017-02-14']],
  ['04/02/2017', []],
  ['31 February 2019', []],
  ['March 2019', []],
  ['May 4', []],
]
test.each(days)('%j', (text, expected) => {
  expect(findPrintedDays(text).map(({ day }) => day)).toEqual(expected)
})

const lines: [line: string, isTime: boolean, day?: string][] = [
  ['Monday, 4 March 2019 20:26 GMT', true, '2019-03-04'],
  ['Published: 4 March 2019 | Updated: 5 March 2019', true, '2019-03-04'],
  ['Updated 5 March 2019, published 4 March 2019', true, '2019-03-04'],
  ['Last updated on March 5, 2019 at 3:05 p.m. EST', true],
  ['3 hours ago', true],
  ['Updated 9:15 am', true],
  ['4 March', true],
  ['March 4, 2019 was a Monday.', false],
  ['1945', false],
  ['May', false],
  ['On Friday', false],
  ['The dam broke on 4 March 2019.', false],
]
test.each(lines)('line %j', (line, isTime, day) => {
  expect(isTimeLine(line)).toBe(isTime)
  if (isTime) expect(readTimeLine(line)?.day).toBe(day)
})
