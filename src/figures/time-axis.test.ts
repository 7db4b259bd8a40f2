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
