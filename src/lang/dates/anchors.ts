import type { Source } from '../../model/source.ts'
import { parseDay } from '../../text/calendar.ts'
import type { CalendarUnit } from './calendar-unit.ts'
import type { Period } from './period.ts'
import { dayPeriod, monthPeriod, yearPeriod } from './period.ts'
import { isExactEnough } from './place.ts'
import type { Anchor, Reading } from './reading.ts'

/** Dates that are remembered; an older one is too far away to count from. */
const MEMORY = 12

/** The dates told so far in one source, newest last. */
export interface Narrative {
  remember(reading: Reading): void
  /** Lets go of quarters: what follows compares other spans. */
  forgetQuarters(): void
  /** The newest date exact enough to count such units from. */
  recall(unit: CalendarUnit, isFit?: (period: Period) => boolean): Anchor | undefined
}

/** Starts a narrative without any date. */
export function startNarrative(): Narrative {
  let told: Anchor[] = []
  return {
    remember({ period, isAside }) {
      if (!period || isAside) return
      told.push({ kind: 'narrative', period })
      if (told.length > MEMORY) told.shift()
    },
    forgetQuarters() {
      told = told.filter(({ period }) => period.precision !== 'quarter')
    },
    recall: (unit, isFit = () => true) => told.findLast(({ period }) => isExactEnough(period, unit) && isFit(period)),
  }
}

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
