import { expect, test } from 'vitest'
import { formatDay, parseDay } from '../../../../text/calendar.ts'
import { HOLIDAYS, INAUGURATIONS, dayOfHoliday, findInaugurations } from './holiday.ts'

const rows: [string, number, string][] = [
  ['christmas eve', 2023, '2023-12-24'],
  ['good friday', 2024, '2024-03-29'],
  ['thanksgiving', 2023, '2023-11-23'],
  ['memorial day', 2024, '2024-05-27'],
  ['labor day', 2024, '2024-09-02'],
]

test.each(rows)('%s %i', (name, year, day) => {
  expect(formatDay(dayOfHoliday(HOLIDAYS[name]!, year))).toBe(day)
})

test('every day on which somebody took office is in the calendar', () => {
  expect(
    Object.values(INAUGURATIONS)
      .flat()
      .filter((day) => parseDay(day) === undefined),
  ).toEqual([])
})

test.each<[text: string, days: string[]]>([
  ['after President-elect Joe Biden takes office on [January 20]', ['2021-01-20']],
  ['Emmanuel Macron was sworn in as president on [May 14]', ['2017-05-14', '2022-05-14']],
  ['until Theresa May, the home secretary, took office as prime minister on [July 13]', ['2016-07-13']],
  ['before President Obama’s inauguration on [January 20]', ['2009-01-20', '2013-01-20']],
  ['from [January 20], when U.S. President-elect Joe Biden is sworn in', ['2021-01-20']],
  ['from [January 20], when the snow fell. Joe Biden sleeps', []],
  ['Ben Obama took office on [January 20]', []],
  ['Joe Biden took a train on [January 20]', []],
  ['Joe Biden took office. The guests left on [January 20]', []],
])('%s', (marked, days) => {
  const start = marked.indexOf('[')
  expect(findInaugurations(marked.replace(/[[\]]/g, ''), { start, end: marked.indexOf(']') - 1 })).toEqual(days)
})
