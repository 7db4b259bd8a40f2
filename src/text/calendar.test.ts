import { expect, test } from 'vitest'
import {
  daysInMonth,
  easterSunday,
  formatDay,
  fromDayNumber,
  isoWeek,
  isoWeekday,
  parseDay,
  toDayNumber,
} from './calendar.ts'

test('a day number and its calendar day agree with the platform over eight centuries', () => {
  for (let number = -200_000; number < 100_000; number += 37) {
    const iso = new Date(number * 86_400_000).toISOString().slice(0, 10)
    const { year, month, day } = fromDayNumber(number)
    expect(formatDay(number)).toBe(iso)
    expect(toDayNumber(year, month, day)).toBe(number)
    expect(isoWeekday(number) % 7).toBe(new Date(number * 86_400_000).getUTCDay())
  }
})

const weeks: [string, number, number][] = [
  ['2017-01-01', 2016, 52],
  ['2017-01-02', 2017, 1],
  ['2015-12-31', 2015, 53],
  ['2021-01-03', 2020, 53],
  ['2024-12-30', 2025, 1],
]

test.each(weeks)('%s lies in ISO week %i-W%i', (day, year, week) => {
  expect(isoWeek(parseDay(day)!)).toEqual({ year, week })
})

const notDays = ['2017-02-29', '2017-13-01', '2017-00-10', '2017-1-1', '17-01-01', '']

test.each(notDays)('%j is no day', (text) => {
  expect(parseDay(text)).toBeUndefined()
})

const easters: [number, string][] = [
  [1818, '1818-03-22'],
  [1954, '1954-04-18'],
  [1981, '1981-04-19'],
  [2000, '2000-04-23'],
  [2017, '2017-04-16'],
  [2024, '2024-03-31'],
  [2038, '2038-04-25'],
]

test.each(easters)('Easter of %i', (year, day) => {
  expect(formatDay(easterSunday(year))).toBe(day)
})

test('months run on into the neighbouring years', () => {
  expect(formatDay(toDayNumber(2017, 13, 1))).toBe('2018-01-01')
  expect(formatDay(toDayNumber(2017, 0, 1))).toBe('2016-12-01')
  expect([daysInMonth(2016, 2), daysInMonth(2100, 2), daysInMonth(2000, 2)]).toEqual([29, 28, 29])
})
