import { isCommonAct, isWeakAct, nameAct } from '../../../lang/kinds.ts'
import type { JoinStep } from '../../../model/evidence.ts'
import { intersect } from '../../../text/compare.ts'
import type { DatedStatement } from './collect-statements.ts'
import { NEAR, sharedStems } from './find-objection.ts'
import type { BlockIndex, BlockKeys, StatementGroup } from './group-statements.ts'
import {
  haveOtherOrdinals,
  looseKeys,
  keepPairs,
  putInBlocks,
  putKeys,
  seekBlocks,
  seekKeys,
} from './group-statements.ts'
import { gapOfTimes, lengthOf } from './read-time.ts'

/** The outcome of one plan. */
export interface PlanOutcome {
  readonly kind: 'followedBy' | 'contradictedBy'
  readonly cluster: StatementGroup
  readonly step: JoinStep
}

/** Days after a plan within which a denial of another day may still speak of it. */
const LATER = 62
/** Days beyond which a period is too long for a report of it to be of a plan for it. */
const MONTH = 31
/** Outcomes looked at under one key. */
const CROWD = 40
/** Outcomes kept for one plan. */
const KEPT = 6

/**
 * Links every plan to reports of the same days, and to denials and doubts of later sources.
 * A link says "see also": plan and report stay two dated events.
 */
export function linkPlans(clusters: readonly StatementGroup[]): Map<StatementGroup, PlanOutcome[]> {
  const plans = clusters.filter(({ first }) => first.mode.mode === 'plan')
  const reported = indexClusters(clusters, 'reported', putKeys, pairsOf(plans, seekKeys))
  const denied = indexClusters(clusters, 'denied', looseKeys, pairsOf(plans, looseKeys))
  return new Map(
    plans.map((plan) => [
      plan,
      [
        ...lookUp(seekKeys(plan.first), reported)
          .flatMap((cluster) => judgeReport(plan, cluster) ?? [])
          .slice(0, KEPT),
        ...lookUp(looseKeys(plan.first), denied)
          .flatMap((cluster) => judgeDenial(plan, cluster) ?? [])
          .slice(0, KEPT),
      ],
    ]),
  )
}

type KeysOf = (statement: DatedStatement) => BlockKeys

/** The pairs under which plans look. */
function pairsOf(plans: readonly StatementGroup[], keysOf: KeysOf): Set<number> {
  return new Set(plans.flatMap(({ first }) => keysOf(first).pairs))
}

/** Few pairs are looked for, and all would be most of the memory of this stage. */
function indexClusters(
  clusters: readonly StatementGroup[],
  mode: DatedStatement['mode']['mode'],
  keysOf: KeysOf,
  sought: ReadonlySet<number>,
): BlockIndex<StatementGroup> {
  const index: BlockIndex<StatementGroup> = new Map()
  const isSought = (pair: number) => sought.has(pair)
  for (const cluster of clusters)
    if (cluster.first.mode.mode === mode) putInBlocks(index, keepPairs(keysOf(cluster.first), isSought), cluster)
  return index
}

function lookUp(keys: BlockKeys, index: BlockIndex<StatementGroup>): StatementGroup[] {
  return [...new Set(seekBlocks(index, keys).flatMap((found) => found.slice(0, CROWD)))]
}

function judgeReport(plan: StatementGroup, cluster: StatementGroup): PlanOutcome | undefined {
  const [first, other] = [plan.first, cluster.first]
  const acts = strongActs(first, other)
  if (isLong(first) || isLong(other)) return undefined
  if (acts.length === 0 || gapOfTimes(first.time, other.time) !== 0 || isUnlike(first, other) || !isLater(first, other))
    return undefined
  if (!areOfOneMatter(first, other, acts)) return undefined
  return {
    kind: 'followedBy',
    cluster,
    step: {
      rule: 'event/plan-reported',
      reason: `What is planned here (${say(acts)}) is reported for the same days.`,
    },
  }
}

function judgeDenial(plan: StatementGroup, cluster: StatementGroup): PlanOutcome | undefined {
  const [first, other] = [plan.first, cluster.first]
  const acts = strongActs(first, other)
  const gap = gapOfTimes(first.time, other.time)
  const known = intersect(new Set([...first.names, ...first.opening]), new Set([...other.names, ...other.opening]))
  if (acts.length === 0 || known.length === 0 || isUnlike(first, other) || !isLater(first, other) || (gap ?? 0) > LATER)
    return undefined
  if ((gap === undefined || gap > NEAR) && (acts.length < 2 || known.length < 2)) return undefined
  if (!areOfOneMatter(first, other, acts)) return undefined
  const days =
    gap === undefined
      ? '; the day of one cannot be placed'
      : gap > 0
        ? `, speaking of ${gap} days later: it may be another occasion`
        : ''
  return {
    kind: 'contradictedBy',
    cluster,
    step: { rule: 'event/plan-denied', reason: `A later statement denies or doubts it (${say(acts)})${days}.` },
  }
}

/**
 * One participant in common, and beside a common act two shared words or names: many talk on one day. An
 * event alone is no participant: many meet at one congress, and many are vaccinated in one epidemic.
 */
function areOfOneMatter(a: DatedStatement, b: DatedStatement, acts: readonly string[]): boolean {
  if (intersect(a.names, b.names).every((name) => name.startsWith('event:'))) return false
  const actors = intersect(a.subjects, b.subjects).length
  const beside = sharedStems(a, b).length + intersect(a.names, b.names).length - actors
  const needed = acts.every(isCommonAct) ? 2 : 0
  return actors > 0 && beside >= needed
}

/** A year is often part of a name ("the 2015 deal"), and says too little of when. */
const isLong = ({ time }: DatedStatement) => time.kind === 'placed' && lengthOf(time.interval) > MONTH

function strongActs(a: DatedStatement, b: DatedStatement): string[] {
  return intersect(a.acts, b.acts).filter((act) => !isWeakAct(act))
}

function say(acts: readonly string[]): string {
  return acts.map(nameAct).join(', ')
}

function isUnlike(a: DatedStatement, b: DatedStatement): boolean {
  return haveOtherOrdinals(a, b) || a.sentence === b.sentence
}

/** From a source published later, or, where a date is missing, from another source that is not known to be earlier. */
function isLater(plan: DatedStatement, other: DatedStatement): boolean {
  if (plan.published !== undefined && other.published !== undefined) return other.published > plan.published
  const isEarlier =
    plan.time.kind === 'placed' && other.time.kind === 'placed' && other.time.interval.first < plan.time.interval.first
  return plan.file !== other.file && !isEarlier
}
