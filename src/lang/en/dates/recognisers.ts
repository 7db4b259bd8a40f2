import { AGO_RECOGNISERS } from './recognise/ago.ts'
import { CLOCK_RECOGNISERS } from './recognise/clock.ts'
import { DAY_RECOGNISERS } from './recognise/day.ts'
import { DURATION_RECOGNISERS } from './recognise/duration.ts'
import { HOLIDAY_RECOGNISERS } from './recognise/holiday.ts'
import { MONTH_RECOGNISERS } from './recognise/month.ts'
import { NUMERIC_RECOGNISERS } from './recognise/numeric.ts'
import { QUARTER_RECOGNISERS } from './recognise/quarter.ts'
import { RELATIVE_RECOGNISERS } from './recognise/relative.ts'
import { SET_RECOGNISERS } from './recognise/set.ts'
import { SPAN_TO_RECOGNISERS } from './recognise/span-to.ts'
import { TODAY_RECOGNISERS } from './recognise/today.ts'
import { VAGUE_RECOGNISERS } from './recognise/vague.ts'
import { WEEKDAY_RECOGNISERS } from './recognise/weekday.ts'
import { YEAR_RECOGNISERS } from './recognise/year.ts'
import type { Recogniser } from './recogniser.ts'

/** Every recogniser; of two matches of the same length the earlier one here wins. */
export const RECOGNISERS: readonly Recogniser[] = [
  ...CLOCK_RECOGNISERS,
  ...NUMERIC_RECOGNISERS,
  ...DAY_RECOGNISERS,
  ...MONTH_RECOGNISERS,
  ...HOLIDAY_RECOGNISERS,
  ...QUARTER_RECOGNISERS,
  ...YEAR_RECOGNISERS,
  ...TODAY_RECOGNISERS,
  ...WEEKDAY_RECOGNISERS,
  ...SET_RECOGNISERS,
  ...SPAN_TO_RECOGNISERS,
  ...AGO_RECOGNISERS,
  ...RELATIVE_RECOGNISERS,
  ...DURATION_RECOGNISERS,
  ...VAGUE_RECOGNISERS,
]
