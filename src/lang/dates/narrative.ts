import type { CalendarUnit } from './calendar-unit.ts'
import type { Period } from './period.ts'
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
