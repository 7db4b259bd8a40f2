import type { FigureRow, FigureTable } from '../../../model/figure.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import { areCompatible } from '../figures/compare-values.ts'
import { isOverlapping } from '../is-overlapping.ts'
import type { Decisions } from './decisions.ts'

const RULE = 'editor/comparison'

/** Puts figures into one table or into two, as a person says. */
export function decideComparisons(tables: readonly FigureTable[], decisions: Decisions): FigureTable[] {
  return decisions.of('comparison').reduce(
    (held, written) => {
      const { figures, is } = written.correction
      const reason = `An editor says so: ${written.correction.reason}`
      const places = figures.map((place) => decisions.locate(written, place))
      if (places.some((place) => !place)) return held
      const found = places.map((place) => held.find(({ rows }) => rows.some((row) => isAt(row, place!))))
      const [a, b] = found
      if (!a || !b) {
        const words = figures[a ? 1 : 0].exact
        decisions.tell(
          written,
          'not-applicable',
          `Unexpected words “${words}”, which no table holds`,
          'Write the words of a figure.',
        )
        return held
      }
      const isOne = a === b
      const isAsSaid = is === 'not-comparable' ? !isOne : isOne && a.isCompatible === (is === 'compatible')
      if (isAsSaid) {
        decisions.tell(written, 'no-change', 'Unexpected correction that changes nothing', 'Take it out.', 'warning')
        return held
      }
      if (is === 'not-comparable') return part(held, a, places[1]!, reason)
      const joined = isOne ? a : join(a, b, reason)
      return held
        .filter((table) => isOne || table !== b)
        .map((table) => (table === a ? { ...joined, isCompatible: is === 'compatible' } : point(table, b.key, a.key)))
    },
    [...tables],
  )
}

function isAt({ at }: FigureRow, place: SpanInFile): boolean {
  return at.file === place.file && isOverlapping(at, place)
}

function join(a: FigureTable, b: FigureTable, reason: string): FigureTable {
  return {
    ...a,
    rows: [...a.rows, ...b.rows.map((row) => ({ ...row, joined: { rule: RULE, reason } }))],
    beside: a.beside.filter(({ key }) => key !== b.key),
  }
}

/** Takes one row out of its table into one beside it. */
function part(tables: readonly FigureTable[], table: FigureTable, place: SpanInFile, reason: string): FigureTable[] {
  const key = `${table.key} | ${place.file}#${place.passage}:${place.start}`
  const [own, others] = [table.rows.filter((row) => isAt(row, place)), table.rows.filter((row) => !isAt(row, place))]
  const start = (rows: readonly FigureRow[]) =>
    rows.map(({ joined, ...row }, at) => (at === 0 || !joined ? row : { ...row, joined }))
  const step = { rule: RULE, reason }
  const { adjudication, ...rest } = table
  const made: FigureTable = {
    ...rest,
    key,
    rows: start(own),
    isCompatible: true,
    beside: [{ key: table.key, ...step }],
  }
  const left: FigureTable = {
    ...table,
    rows: start(others),
    isCompatible: areCompatible(others),
    beside: [...table.beside, { key, ...step }],
  }
  return [...tables.map((one) => (one === table ? left : one)), made]
}

function point(table: FigureTable, from: string, to: string): FigureTable {
  return { ...table, beside: table.beside.map((one) => (one.key === from ? { ...one, key: to } : one)) }
}
