import { expect, test } from 'vitest'
import { toHtml } from 'hast-util-to-html'
import { firstDayNumber } from '../text/calendar.ts'
import { drawAxis, layAxis } from './time-axis.ts'

const labels = (...days: string[]) =>
  drawAxis(layAxis(days.map(firstDayNumber), 0, 500), 0, 100).map((tick) => toHtml(tick).replace(/<[^>]*>/g, ''))

test.each([
  [
    ['2016-01-10', '2016-04-20'],
    ['Feb 2016', 'Mar', 'Apr'],
  ],
  [
    ['2009-12-01', '2014-03-01'],
    ['2010', '2011', '2012', '2013', '2014'],
  ],
  [
    ['1990-03-01', '2016-03-01'],
    ['1990', '1995', '2000', '2005', '2010', '2015'],
  ],
  [
    ['1300-01-01', '2050-01-01'],
    ['1300', '1400', '1500', '1600', '1700', '1800', '1900', '2000'],
  ],
])('from %j ticks stand at round years or months', (days, expected) => expect(labels(...days)).toEqual(expected))

test.each([
  ['one early date', ['1887-01-01', '2016-01-10', '2016-02-01', '2016-04-20'], ['Feb 2016', 'Mar', 'Apr', 'earlier']],
  ['one late date', ['2016-01-10', '2016-02-01', '2016-04-20', '2050-01-01'], ['Feb 2016', 'Mar', 'Apr', 'later']],
  [
    'one of each',
    ['1887-01-01', '2016-01-10', '2016-02-01', '2016-03-03', '2016-03-20', '2016-04-20', '2050-01-01'],
    ['Feb 2016', 'Mar', 'Apr', 'earlier', 'later'],
  ],
  [
    'near miss: not far',
    ['2015-11-10', '2016-01-10', '2016-02-01', '2016-04-20'],
    ['Dec 2015', '2016', 'Feb', 'Mar', 'Apr'],
  ],
  ['near miss: two dates', ['1990-03-01', '2016-03-01'], ['1990', '1995', '2000', '2005', '2010', '2015']],
  [
    'near miss: not few',
    ['1990-03-01', '1990-04-01', '1990-05-01', '2015-03-01', '2016-03-01'],
    ['1990', '1995', '2000', '2005', '2010', '2015'],
  ],
])('%s does not press the others together: %j', (_, days, expected) => expect(labels(...days)).toEqual(expected))

test('days in the bin are before the axis, and the rest in order', () => {
  const days = ['1887-01-01', '2016-01-10', '2016-02-01', '2016-04-20'].map(firstDayNumber)
  const { place, earlier = 0 } = layAxis(days, 0, 500)
  const [bin = 0, ...places] = days.map(place)
  expect(bin).toBeLessThan(earlier)
  expect(places.toSorted((a, b) => a - b)).toEqual(places)
  expect(places.at(-1)! - places[0]!).toBeGreaterThan(300)
})
