import type { JoinStep } from '../../../model/evidence.ts'
import { isCommonAct } from '../../../lang/acts.ts'
import { intersect } from '../modes.ts'
import type { BlockIndex } from './blocks.ts'
import { putInBlocks, putKeys, seekBlocks, seekKeys } from './blocks.ts'
import type { DatedStatement } from './collect-statements.ts'
import { collectEvidence, ENOUGH, findObjection, isNearEnough, sayEvidence } from './find-objection.ts'
import { gapOfTimes } from './read-time.ts'

/** Statements that tell of one dated event. */
export interface StatementGroup {
  readonly first: DatedStatement
  readonly others: { readonly statement: DatedStatement; readonly step: JoinStep }[]
  /** Clusters that may tell of the same, with their weight of evidence. */
  readonly possibly: { readonly cluster: StatementGroup; readonly step: JoinStep; readonly weight: number }[]
}

/** A statement is compared with at most so many earlier ones that share an act, a name and a month. */
const CROWD = 60
/** Uncertain joins kept for one dated event: those with most evidence. */
export const POSSIBLE = 6

/**
 * Groups statements that tell of the same dated event. Each is compared with the first statements of clusters that share
 * an act, a name and a month, so the work grows with the number of statements, and chains never form.
 *
 * @param statements in the order in which they are to be read
 */
export function groupStatements(statements: readonly DatedStatement[]): StatementGroup[] {
  const clusters: StatementGroup[] = []
  const index: BlockIndex<StatementGroup> = new Map()
  for (const statement of statements) {
    const likenesses = [
      ...new Set(seekBlocks(index, seekKeys(statement)).flatMap((found) => found.slice(-CROWD))),
    ].flatMap((cluster) => {
      const likeness = compareWithCluster(cluster, statement)
      return likeness ? [{ cluster, ...likeness }] : []
    })
    likenesses.sort((a, b) => b.weight - a.weight)
    const same = likenesses.find(({ kind }) => kind === 'same')
    if (same) {
      same.cluster.others.push({ statement, step: same.step })
      continue
    }
    const cluster: StatementGroup = { first: statement, others: [], possibly: [] }
    clusters.push(cluster)
    putInBlocks(index, putKeys(statement), cluster)
    for (const { cluster: other, step, weight } of likenesses.slice(0, POSSIBLE)) {
      cluster.possibly.push({ cluster: other, step, weight })
      other.possibly.push({ cluster, step, weight })
    }
  }
  return clusters
}

/** Compares with the first statement; one that another member excludes (its sentence, or another day) is at most possibly the same. */
function compareWithCluster(
  { first, others }: StatementGroup,
  statement: DatedStatement,
): StatementLikeness | undefined {
  const likeness = compareStatements(first, statement)
  if (likeness?.kind !== 'same') return likeness
  const excluding = others.find(
    (other) =>
      other.statement.sentence === statement.sentence || gapOfTimes(other.statement.time, statement.time) !== 0,
  )
  return excluding ? compareStatements(excluding.statement, statement) : likeness
}

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
function compareStatements(a: DatedStatement, b: DatedStatement): StatementLikeness | undefined {
  if (a.sentence === b.sentence || isNumberedApart(a, b)) return undefined
  const evidence = collectEvidence(a, b)
  const { acts, actors, names, stems } = evidence
  const gap = gapOfTimes(a.time, b.time)
  if (names.length === 0 || (acts.length === 0 && stems.length < ENOUGH) || !isNearEnough(a, b, gap, evidence))
    return undefined
  const weight = acts.length * 2 + actors.length * 2 + names.length + stems.length
  const shown = sayEvidence(evidence, a.sentence.text)
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
