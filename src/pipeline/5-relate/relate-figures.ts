import type { FigureTable } from '../../model/figure.ts'
import type { Findings } from '../../model/dossier.ts'
import type { Adjudication } from '../../model/register.ts'
import type { Source } from '../../model/source.ts'
import { compare } from '../../text/compare.ts'
import type { Sentences } from './sentences.ts'
import { collectRows } from './figures/collect-rows.ts'
import { areCompatible, areSeries } from './figures/compare-values.ts'
import type { Stories } from './stories/group-stories.ts'
import type { LikelyDifference } from './figures/find-likely-pairs.ts'
import { findLikelyPairs } from './figures/find-likely-pairs.ts'
import type { StatementTable } from './figures/group-rows.ts'
import { groupRows } from './figures/group-rows.ts'
import { isToll } from '../../lang/kinds.ts'

/**
 * Makes the claim ledger: every numeric statement is a row, and the rows about one quantity are a table.
 * Other periods, places, things counted and wholes are other tables, set beside it with the difference.
 *
 * @param sources cleaned sources
 * @param findings what stage 3 found in them
 * @param sentences those of these sources with their mentions
 * @param stories the story of each source
 * @param adjudications those of an editor, by the key of the table
 * @returns tables by key
 */
export function relateFigures(
  sources: readonly Source[],
  findings: readonly Findings[],
  sentences: Sentences,
  stories: Stories,
  adjudications: readonly Adjudication[] = [],
): FigureTable[] {
  const grouped = groupRows(collectRows(sources, findings, sentences, stories))
  const likely = findLikelyPairs(grouped)
  const asked = new Set([...likely].flatMap(([table, pairs]) => [table, ...pairs.map(({ otherTable }) => otherTable)]))
  const tables = grouped.filter((table) => isShown(table) || asked.has(table))
  const keys = keyTables(tables)
  const settled = new Map(adjudications.map(({ figure, ...rest }) => [figure, rest]))
  return tables
    .map((table) => composeTable(table, likely.get(table) ?? [], keys, settled))
    .sort((a, b) => compare(a.key, b.key))
}

/** A bare count of a noun gets a table only when a second statement gives it too, or when review asks about it. */
function isShown({ first, others }: StatementTable): boolean {
  return others.length > 0 || first.row.rule !== 'amount/counted'
}

/** Key of a quantity in words; a number is added where two would be the same. */
function keyTables(tables: readonly StatementTable[]): Map<StatementTable, string> {
  const taken = new Map<string, number>()
  return new Map(
    tables.map((table) => {
      const { quantity, row, noun } = table.first
      const parts = [
        quantity,
        row.unit === 'count' ? undefined : row.unit,
        noun,
        nameOf(row.place),
        row.period?.words.toLowerCase(),
      ]
      const plain = parts.filter((part) => part !== undefined).join(' | ')
      const count = (taken.get(plain) ?? 0) + 1
      taken.set(plain, count)
      return [table, count === 1 ? plain : `${plain} | ${count}`]
    }),
  )
}

function nameOf(key: string | undefined): string | undefined {
  return key?.slice(key.indexOf(':') + 1)
}

function composeTable(
  table: StatementTable,
  likely: readonly LikelyDifference[],
  keys: ReadonlyMap<StatementTable, string>,
  settled: ReadonlyMap<string, Omit<Adjudication, 'figure'>>,
): FigureTable {
  const rows = [table.first.row, ...table.others.map(({ statement, step }) => ({ ...statement.row, joined: step }))]
  const key = keys.get(table)!
  const [counted, place, period] = [
    rows.find((row) => row.counted)?.counted,
    rows.find((row) => row.place)?.place,
    rows.find((row) => row.period)?.period,
  ]
  const adjudication = settled.get(key)
  const isSeries = isToll(table.first.quantity) && areSeries(rows, table.first.quantity === 'missing' ? 'any' : 'up')
  return {
    key,
    quantity: table.first.quantity,
    unit: table.first.row.unit,
    ...(counted !== undefined && { counted }),
    ...(place !== undefined && { place }),
    ...(period && { period }),
    rows,
    isCompatible: isSeries || areCompatible(rows),
    ...(isSeries && { isSeries }),
    beside: table.beside.flatMap(({ table: other, step }) =>
      keys.has(other) ? [{ key: keys.get(other)!, ...step }] : [],
    ),
    ...(likely.length > 0 && {
      likely: likely.map(({ own, other, objection }) => ({
        figures: [other.row.at, own.row.at],
        rule: 'figure/likely-quantity',
        reason: `Both may count the same in one story, but ${objection.reason}.`,
      })),
    }),
    ...(adjudication && { adjudication }),
  }
}
