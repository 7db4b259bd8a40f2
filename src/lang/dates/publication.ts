import type { Source } from '../../model/source.ts'
import { parseDay } from '../../text/calendar.ts'
import { dayPeriod, monthPeriod, yearPeriod } from './period.ts'
import type { Period } from './period.ts'
import type { Anchor } from './reading.ts'

/** The source's publication date as an anchor, as exact as its metadata gives it. */
export function readPublication(source: Source): Anchor | undefined {
  const period = readPartialDate(source.metadata.date?.value ?? '')
  return period && { kind: 'publication', period }
}

function readPartialDate(text: string): Period | undefined {
  const [year, month] = [Number(text.slice(0, 4)), Number(text.slice(5, 7))]
  const day = parseDay(text)
  if (day !== undefined) return dayPeriod(day)
  if (/^\d{4}-(?:0[1-9]|1[0-2])$/.test(text)) return monthPeriod(year, month)
  return /^\d{4}$/.test(text) ? yearPeriod(year) : undefined
}
