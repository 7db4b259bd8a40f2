import type { JoinStep } from '../../../model/join-step.ts'
import { formatDay } from '../../../text/calendar.ts'
import type { Statement } from './collect-statements.ts'
import { compareStatements, NEAR } from './compare-statements.ts'
import { isWeakAct } from '../read-acts.ts'

/** Statements that tell of one happening. */
export interface Cluster {
  readonly first: Statement
  readonly others: { readonly statement: Statement; readonly step: JoinStep }[]
  /** Clusters that may tell of the same, with their weight of evidence. */
  readonly possibly: { readonly cluster: Cluster; readonly step: JoinStep; readonly weight: number }[]
}

/** A statement is compared with at most so many earlier ones that share an act, a name and a month. */
const CROWD = 60
/** Uncertain joins kept for one happening: those with most evidence. */
export const POSSIBLE = 6
/** Longest interval (days) that is looked up month by month; longer ones are too vague to be joined. */
const LONGEST = 366

/**
 * Groups statements that tell of the same happening. Each is compared with the first statements of clusters that share
 * an act, a name and a month, so the work grows with the number of statements, and chains never form.
 *
 * @param statements in the order in which they are to be read
 */
export function groupStatements(statements: readonly Statement[]): Cluster[] {
  const clusters: Cluster[] = []
  const index = new Map<string, Cluster[]>()
  for (const statement of statements) {
    const keys = blockKeys(statement)
    const likenesses = [...new Set(keys.flatMap((key) => (index.get(key) ?? []).slice(-CROWD)))].flatMap((cluster) => {
      const likeness = compareStatements(cluster.first, statement)
      return likeness ? [{ cluster, ...likeness }] : []
    })
    likenesses.sort((a, b) => b.weight - a.weight)
    const same = likenesses.find(({ kind }) => kind === 'same')
    if (same) {
      same.cluster.others.push({ statement, step: same.step })
      continue
    }
    const cluster: Cluster = { first: statement, others: [], possibly: [] }
    clusters.push(cluster)
    for (const key of keys) addTo(index, key, cluster)
    for (const { cluster: other, step, weight } of likenesses.slice(0, POSSIBLE)) {
      cluster.possibly.push({ cluster: other, step, weight })
      other.possibly.push({ cluster, step, weight })
    }
  }
  return clusters
}

/**
 * Act, name and month for each that the statement has; words stand in where it tells of no act.
 *
 * @param later days after the statement's own that are looked up as well
 */
export function blockKeys({ interval, acts, actors, places, stems }: Statement, later = 0): string[] {
  const months = monthsOf(interval.first, interval.last + later)
  const strong = [...acts].filter((act) => !isWeakAct(act))
  const subjects = strong.length > 0 ? strong : [...stems]
  return months.flatMap((month) => subjects.flatMap((subject) => [...new Set([...actors, ...places])].map((name) => `${month} ${subject} ${name}`)))
}

function monthsOf(first: number, last: number): string[] {
  const [from, to] = [Number.isFinite(first) ? first : last, Number.isFinite(last) ? last : first]
  if (to - from > LONGEST) return []
  const months = new Set<string>()
  for (let day = from - NEAR; day < to + NEAR; day += 28) months.add(formatDay(day).slice(0, 7))
  return [...months.add(formatDay(to + NEAR).slice(0, 7))]
}

function addTo(index: Map<string, Cluster[]>, key: string, cluster: Cluster): void {
  const clusters = index.get(key)
  if (clusters) clusters.push(cluster)
  else index.set(key, [cluster])
}
