import { intersect } from '../intersect.ts'
import { isCommonAct } from '../read-acts.ts'
import type { Evidence } from './collect-evidence.ts'
import type { DatedStatement } from './collect-statements.ts'
import { lengthOf } from './day-interval.ts'
import { ENOUGH, SHORT } from './find-objection.ts'
import { isWeekdayPossible } from './read-time.ts'

/** Days by which two datings of one thing may differ. */
export const NEAR = 3
/** Score from which a statement without a known day may be the same as another. */
const LIKELY = 6

/**
 * Whether two statements are near enough in time, for what they share, to be shown beside one another.
 *
 * @param gap days between them; nothing when one is not known
 */
export function isNearEnough(
  a: DatedStatement,
  b: DatedStatement,
  gap: number | undefined,
  evidence: Evidence,
): boolean {
  if (gap === undefined) return isLikely(a, b, evidence)
  return gap === 0 || isNear(a, b, gap, evidence)
}

/** Where a day is not known, more must agree: uncommon acts, names, and the names that both sources open with. */
function isLikely(a: DatedStatement, b: DatedStatement, { acts, names, stems }: Evidence): boolean {
  if (acts.length === 0 || a.mode.mode !== b.mode.mode || !isWeekdayPossible(a.time, b.time)) return false
  const uncommon = acts.filter((act) => !isCommonAct(act)).length
  const openings = a.file === b.file ? 0 : Math.min(2, intersect(a.opening, b.opening).length)
  const score = acts.length + uncommon + Math.min(3, names.length) + openings + Math.min(1, stems.length)
  const isWide = [a, b].some(({ time }) => time.kind !== 'unknown' && lengthOf(time.interval) > SHORT)
  return score >= (isWide ? LIKELY + 2 : LIKELY)
}

/** What is told of the past has many neighbours of other days, so it takes more to call two of them one with two dates. */
function isNear(a: DatedStatement, b: DatedStatement, gap: number, { acts, names, stems }: Evidence): boolean {
  const areShort = [a, b].every(({ time }) => lengthOf(time.interval) <= SHORT)
  const enough = a.mode.mode === 'plan' ? ENOUGH : ENOUGH + 1
  return areShort && !a.isWide && !b.isWide && gap <= NEAR && acts.length + names.length + stems.length >= enough
}
