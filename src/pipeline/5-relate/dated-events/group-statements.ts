import type { JoinStep } from '../../../model/evidence.ts'
import type { BlockIndex } from './blocks.ts'
import { putInBlocks, putKeys, seekBlocks, seekKeys } from './blocks.ts'
import type { DatedStatement } from './collect-statements.ts'
import type { StatementLikeness } from './compare-statements.ts'
import { compareStatements } from './compare-statements.ts'
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
