import { shiftedPeriod } from './calendar-unit.ts'
import { expect, test } from 'vitest'
import { parseDay } from '../../text/calendar.ts'
import {
  centuryPeriod,
  decadePeriod,
  halfPeriod,
  monthPeriod,
  quarterPeriod,
  rangePeriod,
  seasonPeriod,
  weekPeriod,
  weekendPeriod,
  yearPeriod,
} from './period.ts'
import type { Period } from './period.ts'
import { boundsOf } from './place.ts'

const day = parseDay('2017-01-31')!
const rows: [Period, string, string, string, string][] = [
  [weekPeriod(parseDay('2017-01-01')!), '2016-W52', '2016-12-26/2017-01-01', '2016-12-26', '2017-01-01'],
  [weekendPeriod(day), '2017-W05-WE', '2017-02-04/2017-02-05', '2017-02-04', '2017-02-05'],
  [monthPeriod(2016, 14), '2017-02', '2017-02', '2017-02-01', '2017-02-28'],
  [quarterPeriod(2017, 0), '2016-Q4', '2016-36', '2016-10-01', '2016-12-31'],
  [halfPeriod(2017, 2), '2017-H2', '2017-41', '2017-07-01', '2017-12-31'],
  [seasonPeriod(2017, 'SU'), '2017-SU', '2017-22', '2017-06-01', '2017-08-31'],
  [seasonPeriod(2017, 'WI'), '2017-WI', '2017-24', '2016-12-01', '2018-02-28'],
  [decadePeriod(1994), '199', '199X', '1990-01-01', '1999-12-31'],
  [centuryPeriod(1900), '19', '19XX', '1900-01-01', '1999-12-31'],
  [rangePeriod(yearPeriod(2011), yearPeriod(2016)), '2011/2016', '2011/2016', '2011-01-01', '2016-12-31'],
  [shiftedPeriod(day, 'month', 1), '2017-02', '2017-02', '2017-02-01', '2017-02-28'],
  [shiftedPeriod(day, 'quarter', -1), '2016-Q4', '2016-36', '2016-10-01', '2016-12-31'],
  [shiftedPeriod(day, 'day', 1), '2017-02-01', '2017-02-01', '2017-02-01', '2017-02-01'],
]

test.each(rows)('%o', (period, timex, edtf, lo, hi) => {
  expect([period.timex, period.edtf]).toEqual([timex, edtf])
  expect(boundsOf(period)).toEqual({ lo, hi })
})
