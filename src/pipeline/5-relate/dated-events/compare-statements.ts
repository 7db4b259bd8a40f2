import type { JoinStep } from '../../../model/evidence.ts'
import { intersect, isCommonAct } from '../read-acts.ts'
import type { DatedStatement } from './collect-statements.ts'
import { collectEvidence, ENOUGH, findObjection, isNearEnough, sayEvidence } from './find-objection.ts'
import { gapOfTimes } from './read-time.ts'

/** How two dated statements stand to one another; the weight grows with what they share. */
export interface StatementLikeness {
  readonly kind: 'same' | 'possibly'
  readonly step: JoinStep
  readonly weight: number
}

/**
 * Compares two dated statements by time, participants and wording.
 *
 * @returns `same` when all three agree, `possibly` when they tell of the same kind of thing about the same names at
 *   nearly the same time, nothing otherwise
 */
export function compareStatements(a: DatedStatement, b: DatedStatement): StatementLikeness | undefined {
  if (a.sentence === b.sentence || isNumberedApart(a, b)) return undefined
  const evidence = collectEvidence(a, b)
  const { acts, actors, names, stems } = evidence
  const gap = gapOfTimes(a.time, b.time)
  if (names.length === 0 || (acts.length === 0 && stems.length < ENOUGH) || !isNearEnough(a, b, gap, evidence))
    return undefined
  const weight = acts.length * 2 + actors.length * 2 + names.length + stems.length
  const shown = sayEvidence(evidence)
  const objection = findObjection(a, b, gap, evidence)
  if (objection === undefined)
    return {
      kind: 'same',
      weight,
      step: { rule: 'event/same', reason: `The days agree and both mention ${shown}.` },
    }
  const isOtherDay = gap !== undefined && gap > 0 && isOnce(a, b, acts)
  const rule = isOtherDay ? 'event/near-dates' : 'event/possibly-same'
  return { kind: 'possibly', weight, step: { rule, reason: `Both mention ${shown}, but ${objection}.` } }
}

/** Can only have been on one day: a plan, or an act that is not told of every day, as attacks and meetings are. */
function isOnce(a: DatedStatement, b: DatedStatement, acts: readonly string[]): boolean {
  if (a.mode.mode !== b.mode.mode) return false
  return a.mode.mode === 'plan' || acts.some((act) => !isCommonAct(act))
}

/** Both number what they tell of, and not alike. */
export function isNumberedApart(a: DatedStatement, b: DatedStatement): boolean {
  return a.ordinals.size > 0 && b.ordinals.size > 0 && intersect(a.ordinals, b.ordinals).length === 0
}
