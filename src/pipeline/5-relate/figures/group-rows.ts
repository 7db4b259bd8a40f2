import type { JoinStep } from '../../../model/join-step.ts'
import type { FigureStatement } from './collect-rows.ts'
import { compareFigures, UNRELATED } from './compare-figures.ts'

/** Statements about one quantity. */
export interface StatementTable {
  readonly first: FigureStatement
  readonly others: { readonly statement: FigureStatement; readonly step: JoinStep }[]
  readonly beside: { readonly table: StatementTable; readonly step: JoinStep }[]
}

/** Earlier tables of the same kind that a statement is compared with. */
const CROWD = 60
/** Tables shown beside one another. */
const BESIDE = 6

/**
 * Groups statements about the same quantity. Each is compared with the first rows of the latest tables of its kind,
 * those that count the same in the same place or month first, so the work grows with the number of statements.
 */
export function groupRows(statements: readonly FigureStatement[]): StatementTable[] {
  const tables: StatementTable[] = []
  const index = new Map<string, StatementTable[]>()
  for (const statement of statements) {
    const keys = blockKeys(statement)
    const candidates = [...new Set(keys.flatMap((key) => (index.get(key) ?? []).slice(-CROWD)))]
    const compared = candidates.map((table) => ({ table, ...compareWithTable(table, statement) }))
    const found = compared.find(({ step }) => step !== undefined)
    if (found?.step) {
      found.table.others.push({ statement, step: found.step })
      continue
    }
    const table: StatementTable = { first: statement, others: [], beside: [] }
    tables.push(table)
    for (const key of keys) index.set(key, [...(index.get(key) ?? []), table].slice(-CROWD))
    for (const { table: other, apart } of compared) setBeside(table, other, apart!)
  }
  return tables
}

/** Like the first statement or the last, and unlike none: the news of a toll goes on from week to week. */
function compareWithTable(
  { first, others }: StatementTable,
  statement: FigureStatement,
): ReturnType<typeof compareFigures> {
  const toFirst = compareFigures(first, statement)
  if (isDifferent(toFirst)) return toFirst
  const toOthers = others.slice(-CROWD).map((other) => compareFigures(other.statement, statement))
  return toOthers.find(isDifferent) ?? (toFirst.step ? toFirst : (toOthers.at(-1) ?? toFirst))
}

function isDifferent({ apart }: ReturnType<typeof compareFigures>): boolean {
  return apart !== undefined && apart !== UNRELATED
}

function setBeside(a: StatementTable, b: StatementTable, apart: string): void {
  if (a.beside.length >= BESIDE || b.beside.length >= BESIDE) return
  const step = { rule: 'relate/other-quantity', reason: `Kept apart: ${apart}.` }
  a.beside.push({ table: b, step })
  b.beside.push({ table: a, step })
}

/** From the narrowest block to the widest: a place, a month, the thing counted, the kind of quantity. */
function blockKeys({ quantity, head, row }: FigureStatement): string[] {
  const kind = `${quantity} ${row.unit}`
  const counted = `${kind} ${head}`
  const month = (row.period?.lo ?? row.period?.hi)?.slice(0, 7)
  return [
    ...(row.place === undefined ? [] : [`${counted} in ${row.place}`]),
    ...(month === undefined ? [] : [`${counted} on ${month}`]),
    counted,
    ...(quantity === 'count' ? [] : [kind]),
  ]
}
