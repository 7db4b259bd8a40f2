import type { JoinStep } from '../../../model/evidence.ts'
import type { FigureComparison } from './compare-figures.ts'
import { compareFigures } from './compare-figures.ts'
import { areOfTwoStories } from './compare-scopes.ts'
import { isSameNumber } from './compare-values.ts'
import type { FigureStatement } from './figure-statement.ts'
import { isPersonal } from './figure-statement.ts'
import type { Objection } from './evidence.ts'
import { forceOf } from './evidence.ts'

/** Statements about one quantity. */
export interface StatementTable {
  readonly first: FigureStatement
  readonly others: { readonly statement: FigureStatement; readonly step: JoinStep }[]
  readonly beside: { readonly table: StatementTable; readonly step: JoinStep }[]
}

/** Earlier tables of the same kind that a statement is compared with. */
const CROWD = 60
/** Names that two sources must share for their figures to be shown beside one another. */
const NAMES = 2
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
    const candidates = [...new Set(keys.flatMap((key) => index.get(key) ?? []))]
    const compared: ({ readonly table: StatementTable } & FigureComparison)[] = []
    for (const table of candidates) {
      if (areOfTwoStories(table.first, statement) && !shareKnown(table.first, statement)) continue
      compared.push({ table, ...compareWithTable(table, statement) })
      if (compared.at(-1)!.step) break
    }
    const found = compared.at(-1)
    if (found?.step) {
      found.table.others.push({ statement, step: found.step })
      continue
    }
    const table: StatementTable = { first: statement, others: [], beside: [] }
    tables.push(table)
    for (const key of keys) putLatest(index, key, table)
    for (const { table: other, objection } of compared)
      if (objection && isWorthShowing(table.first, other.first, objection)) setBeside(table, other, objection)
  }
  return mergeTables(tables)
}

/** Puts a table under a key, where the latest are kept. */
export function putLatest(index: Map<string, StatementTable[]>, key: string, table: StatementTable): void {
  const held = index.get(key)
  if (!held) index.set(key, [table])
  else if (held.push(table) > CROWD) held.shift()
}

/**
 * Joins tables of which a statement of one is like a statement of the other, where every objection between them is
 * answered: those who object give the same numbers as two that are alike.
 */
function mergeTables(tables: readonly StatementTable[]): StatementTable[] {
  const merged: StatementTable[] = []
  const index = new Map<string, StatementTable[]>()
  for (const table of tables) {
    const keys = mergingKeys(table.first)
    const candidates = [...new Set(keys.flatMap((key) => index.get(key) ?? []))].slice(-CROWD)
    const home = findHome(candidates, table)
    if (home) home.other.others.push({ statement: table.first, step: home.step }, ...table.others)
    else merged.push(table)
    for (const key of keys) putLatest(index, key, home?.other ?? table)
  }
  return merged
}

function findHome(candidates: readonly StatementTable[], table: StatementTable) {
  for (const other of candidates) {
    const step = areOfTwoStories(other.first, table.first) ? undefined : joinTables(other, table)
    if (step) return { other, step }
  }
  return undefined
}

function joinTables(a: StatementTable, b: StatementTable): JoinStep | undefined {
  const [ours, theirs] = [membersOf(a), membersOf(b)]
  const pairs: ({ readonly one: FigureStatement; readonly other: FigureStatement } & FigureComparison)[] = []
  for (const one of ours)
    for (const other of theirs) {
      const pair = { one, other, ...compareFigures(one, other) }
      if (pair.objection && forceOf(pair.objection) === 'firm') return undefined
      pairs.push(pair)
    }
  const alike = pairs.filter(({ step }) => step !== undefined)
  const isAnswered = ({ one, other }: (typeof pairs)[number]) =>
    alike.some((pair) => isSameNumber(pair.one.row, one.row) && isSameNumber(pair.other.row, other.row))
  const isOpen = (pair: (typeof pairs)[number]) => {
    const force = pair.objection && forceOf(pair.objection)
    return force !== undefined && force !== 'none' && !isAnswered(pair)
  }
  return pairs.some(isOpen) ? undefined : alike[0]?.step
}

/** The first statement and the latest others of a table. */
export const membersOf = ({ first, others }: StatementTable) => [
  first,
  ...others.slice(-CROWD).map(({ statement }) => statement),
]

const UNLIKE: ReadonlySet<string> = new Set(['firm', 'answerable'])

/**
 * Unlike no statement of the table, and like one; or like those of more sources than it names other places than, as the news of
 * one toll goes on from source to source.
 */
function compareWithTable(table: StatementTable, statement: FigureStatement): FigureComparison {
  const members = membersOf(table)
  const compared: FigureComparison[] = []
  for (const member of members) {
    const one = compareFigures(member, statement)
    if (one.objection && UNLIKE.has(forceOf(one.objection))) return one
    compared.push(one)
  }
  const isWeak = ({ objection }: FigureComparison) => objection !== undefined && forceOf(objection) === 'weak'
  const fileOf = (at: number) => members[at]!.row.at.file
  const alike = compared.filter(({ step }) => step !== undefined)
  const like = new Set(compared.flatMap(({ step }, at) => (step === undefined ? [] : [fileOf(at)])))
  const weak = compared.flatMap((one, at) => (isWeak(one) && !like.has(fileOf(at)) ? [{ one, file: fileOf(at) }] : []))
  return (like.size > new Set(weak.map(({ file }) => file)).size ? alike[0] : (weak[0]?.one ?? compared[0]))!
}

/** The same count of another time, place or whole, by sources that mention the same names: a reader may take it for this one. */
function isWorthShowing(a: FigureStatement, b: FigureStatement, { code }: Objection): boolean {
  const isSameCount = a.quantity === b.quantity && a.quantity !== 'count' && a.head === b.head
  if (!isSameCount || (code !== 'time' && code !== 'place' && code !== 'whole')) return false
  return a.story === b.story || shareKnown(a, b)
}

/** Their sources name enough of the same. */
function shareKnown({ known: a }: FigureStatement, { known: b }: FigureStatement): boolean {
  let shared = 0
  for (const one of a) if (b.has(one) && ++shared >= NAMES) return true
  return false
}

function setBeside(a: StatementTable, b: StatementTable, { reason: apart }: Objection): void {
  if (a.beside.length >= BESIDE || b.beside.length >= BESIDE) return
  const step = { rule: 'figure/other-quantity', reason: `Not compared: ${apart}.` }
  a.beside.push({ table: b, step })
  b.beside.push({ table: a, step })
}

/**
 * Keys shared by statements that can be of one quantity: a story or another time, with the kind, the thing or the
 * number; and the kind alone, for those that are shown beside one another.
 */
export function blockKeys(statement: FigureStatement): string[] {
  return listKeys(statement, statement.quantity !== 'count')
}

/** The same for tables that are merged, which are of one story, time or person. */
function mergingKeys(statement: FigureStatement): string[] {
  return listKeys(statement, isPersonal(statement.quantity))
}

function listKeys({ quantity, head, row, story, scope }: FigureStatement, isKindEnough: boolean): string[] {
  const kind = `${row.unit} ${quantity}`
  const things = head === '' ? [] : [`${row.unit} of ${head}`]
  const number = row.low ?? row.high
  const equal = number === undefined ? [] : [`${row.unit} = ${number}`]
  // Of two stories, counts of other things are never of one quantity.
  const atTime = quantity === 'count' ? [...equal, ...things] : [...equal, kind, ...things]
  return [
    ...(isKindEnough ? [[kind, ...things].join(' ')] : []),
    ...[...equal, kind, ...things].map((key) => `${key} in ${story}`),
    ...(scope.time === undefined ? [] : atTime.map((key) => `${key} at ${scope.time}`)),
  ]
}
