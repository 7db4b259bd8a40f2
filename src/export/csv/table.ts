import type { Published } from '../../markup/published.ts'

/** What a cell can hold; undefined is an empty cell. */
export type Cell = string | number | boolean | undefined

/** A column as Table Schema (Frictionless Data) describes it. */
export interface Field {
  readonly name: string
  readonly type: 'string' | 'integer' | 'number' | 'boolean' | 'date'
  readonly description: string
  /** Table whose `id` the cell holds. */
  readonly refersTo?: string
}

/** One CSV file: its columns and its rows, each with a cell a column. */
export interface Table {
  /** Name of the file without its ending. */
  readonly name: string
  readonly title: string
  readonly fields: readonly Field[]
  /** Whether the first column, `id`, is unique. */
  readonly hasKey: boolean
  readonly rows: (view: Published) => readonly (readonly Cell[])[]
}

/** Several values in one cell. */
export function joinValues(values: readonly string[]): string | undefined {
  return values.length > 0 ? values.join(' | ') : undefined
}
