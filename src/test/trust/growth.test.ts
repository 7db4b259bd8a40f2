import { expect, test } from 'vitest'
import { sumTimes, timeStages } from './run-stages.fixture.ts'
import { WORST_TEXTS } from './worst-texts.ts'

/** The longer texts have ten times the length; noise of a busy machine and the collector's work are allowed for. */
const LENGTH = 3000
const MOST = 20
const NOISE = 500

/** A sample; `npm run bench:trust` measures them all, ten times longer. */
const SAMPLE = [
  'one line of news',
  'names in one sentence',
  'dated statements',
  'figures of deaths',
  'openings of quotations',
  'short lines',
  'speakers',
  'brackets',
]

timeStages(WORST_TEXTS['one line of news']!(LENGTH))

test.each(SAMPLE)('ten times as much takes ten times as long: %s', { timeout: 120_000 }, (name) => {
  const make = WORST_TEXTS[name]!
  const short = timeStages(make(LENGTH))
  const long = timeStages(make(10 * LENGTH))
  expect(sumTimes(long), JSON.stringify({ short, long })).toBeLessThan(MOST * sumTimes(short) + NOISE)
})
