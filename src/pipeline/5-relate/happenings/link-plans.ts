import type { JoinStep } from '../../../model/join-step.ts'
import type { Statement } from './collect-statements.ts'
import { isNumberedApart, NEAR, shared } from './compare-statements.ts'
import { gapBetween } from './day-interval.ts'
import type { Cluster } from './group-statements.ts'
import { blockKeys } from './group-statements.ts'
import { isWeakAct } from '../read-acts.ts'

/** What became of one plan. */
export interface Outcome {
  readonly kind: 'followedBy' | 'contradictedBy'
  readonly cluster: Cluster
  readonly step: JoinStep
}

/** Days after a plan within which a denial may speak of it. */
const LATER = 62
/** Outcomes looked at for one act, name and month. */
const CROWD = 40

/**
 * Links every plan to what the sources report of the same days, and to what later sources deny.
 * A link says "see also": plan and report stay two happenings.
 */
export function linkPlans(clusters: readonly Cluster[]): Map<Cluster, Outcome[]> {
  const told = new Map<string, Cluster[]>()
  for (const cluster of clusters) {
    if (cluster.first.mode.mode !== 'plan') for (const key of blockKeys(cluster.first)) told.set(key, [...(told.get(key) ?? []), cluster])
  }
  const plans = clusters.filter(({ first }) => first.mode.mode === 'plan')
  return new Map(plans.map((plan) => [plan, findOutcomes(plan, told)]))
}

function findOutcomes(plan: Cluster, told: ReadonlyMap<string, readonly Cluster[]>): Outcome[] {
  const keys = blockKeys(plan.first, LATER)
  const candidates = new Set(keys.flatMap((key) => (told.get(key) ?? []).slice(0, CROWD)))
  return [...candidates].flatMap((cluster) => judgeOutcome(plan, cluster) ?? [])
}

function judgeOutcome(plan: Cluster, cluster: Cluster): Outcome | undefined {
  const [first, other] = [plan.first, cluster.first]
  const acts = shared(first.acts, other.acts).filter((act) => !isWeakAct(act))
  if (acts.length === 0 || isNumberedApart(first, other) || isSameSentence(first, other)) return undefined
  const gap = gapBetween(first.interval, other.interval)
  const about = acts.map((act) => act.replaceAll('-', ' ')).join(', ')
  if (other.mode.mode === 'reported') return gap > 0 || !isLater(first, other) ? undefined : { kind: 'followedBy', cluster, step: { rule: 'relate/plan-reported', reason: `What is planned here (${about}) is reported for the same days.` } }
  if (gap > NEAR && acts.length < 2) return undefined
  const days = gap > 0 ? `, speaking of days ${gap} later: it may be another occasion` : ''
  return isLater(first, other) ? { kind: 'contradictedBy', cluster, step: { rule: 'relate/plan-denied', reason: `A later statement denies or doubts it (${about})${days}.` } } : undefined
}

/** Told by a source published later, or, where a date is missing, of a day that is not earlier. */
function isLater(plan: Statement, other: Statement): boolean {
  if (plan.published === undefined || other.published === undefined) return plan.file !== other.file && other.interval.first >= plan.interval.first
  return other.published > plan.published
}

function isSameSentence(a: Statement, b: Statement): boolean {
  return a.file === b.file && a.sentence.passage === b.sentence.passage && a.sentence.start === b.sentence.start
}
