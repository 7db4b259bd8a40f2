import type { DateInterval } from '../model/date.ts'
import { daysInMonth } from '../text/calendar.ts'

/**
 * The interval as the one ISO date that means it: `2017-02-13`, `2017-02` or `2017`. Nothing for any other interval,
 * which a format without ranges cannot hold.
 */
export function datePrefix({ lo, hi }: DateInterval): string | undefined {
  if (lo === undefined || lo === hi) return lo
  const [year, month] = [lo.slice(0, 4), lo.slice(0, 7)]
  if (lo === `${year}-01-01` && hi === `${year}-12-31`) return year
  const last = daysInMonth(Number(year), Number(lo.slice(5, 7)))
  return lo === `${month}-01` && hi === `${month}-${last}` ? month : undefined
}
