import type { OriginLink, WordingRow, Wordings } from '../../../model/comparison.ts'
import type { FigureRow, FigureTable } from '../../../model/figure.ts'
import type { JointCorrection, WrittenJointCorrection } from '../../../model/correction.ts'
import type { SpanInFile } from '../../../model/passage.ts'
import type { Source } from '../../../model/source.ts'
import { isOverlapping } from '../../../text/ranges.ts'
import { areCompatible } from '../figures/compare-values.ts'
import type { Decisions } from './decisions.ts'

const RULE = 'editor/comparison'

type Written = WrittenJointCorrection<Extract<JointCorrection, { kind: 'comparison' }>>

/** A figure that a correction speaks of, with the table that holds it. */
interface Figure {
  readonly place: SpanInFile
  readonly table: FigureTable
  readonly row: FigureRow
}

/** Applies corrections that join figures into one table or split them. */
export function decideComparisons(tables: readonly FigureTable[], decisions: Decisions): FigureTable[] {
  return decisions.of('comparison').reduce(
    (current, written) => {
      const found = written.correction.figures.map((words) => findFigure(current, written, words, decisions))
      const [a, b] = found
      if (!a || !b || !decisions.isFirst(written, [keyOf(a), keyOf(b)])) return current
      const { is } = written.correction
      const was = a.table === b.table ? (a.table.isCompatible ? 'compatible' : 'differ') : 'not comparable'
      const now = is === 'not-comparable' ? 'not comparable' : is
      if (was === now) {
        decisions.addNoChange(written, now)
        return current
      }
      const rule = b.row.joined?.rule ?? a.row.joined?.rule
      decisions.note(written, { places: [a.place, b.place], was, now, ...(rule && { rule }) })
      return compareAsSaid(current, a.table, b, written)
    },
    [...tables],
  )
}

const keyOf = ({ row: { at } }: Figure) => `${at.file}#${at.passage}:${at.start}`

function compareAsSaid(
  current: readonly FigureTable[],
  a: FigureTable,
  { table: b, place }: Figure,
  { correction: { is, reason } }: Written,
): FigureTable[] {
  const said = `An editor says so: ${reason}`
  if (is === 'not-comparable') return split(current, a, place, said)
  const joined = a === b ? a : join(a, b, said)
  return current
    .filter((table) => table === a || table !== b)
    .map((table) => (table === a ? { ...joined, isCompatible: is === 'compatible' } : point(table, b.key, a.key)))
}

/** The figure at the words; undefined, with a problem, if there is none. */
function findFigure(
  current: readonly FigureTable[],
  written: Written,
  words: Written['correction']['figures'][number],
  decisions: Decisions,
): Figure | undefined {
  const place = decisions.locate(written, words)
  if (!place) return undefined
  const found = current.flatMap((table) =>
    table.rows.flatMap((row) => (isAt(row, place) ? [{ place, table, row }] : [])),
  )
  if (found.length > 0) return found[0]
  const near = current
    .flatMap(({ rows }) => rows)
    .filter(({ at }) => at.file === place.file)
    .map((row) => `“${row.words}”`)
  decisions.addProblem(
    written,
    'not-applicable',
    `Unexpected words “${words.exact}”, which no table holds`,
    near.length > 0 ? `Figures of the article: ${[...new Set(near)].join(', ')}` : 'Write the words of a figure.',
  )
  return undefined
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
function split(tables: readonly FigureTable[], table: FigureTable, place: SpanInFile, reason: string): FigureTable[] {
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

/** Removes labels that a correction rejects. */
export function decideLabels(wordings: Wordings, decisions: Decisions): Wordings {
  return decisions.of('label').reduce((current, written) => {
    const at = decisions.locate(written, written.correction.at)
    if (!at || !decisions.isFirst(written, [`${at.file}#${at.passage}:${at.start}`])) return current
    const after: Wordings = {
      entities: current.entities.map((one) => ({ ...one, rows: withoutUse(one.rows, at) })),
      choices: current.choices
        .map((one) => ({ ...one, rows: withoutUse(one.rows, at) }))
        .filter(({ rows }) => rows.length > 0),
    }
    if (JSON.stringify(after) === JSON.stringify(current)) decisions.addNoChange(written, 'no label')
    else decisions.note(written, { places: [at], was: `label “${written.correction.at.exact}”`, now: 'none' })
    return after
  }, wordings)
}

function withoutUse(rows: readonly WordingRow[], at: SpanInFile): WordingRow[] {
  return rows.flatMap((row) => {
    if (row.form !== 'label') return [row]
    const sources = row.sources
      .map(({ file, uses }) => ({ file, uses: uses.filter((use) => file !== at.file || !isOverlapping(use.at, at)) }))
      .filter(({ uses }) => uses.length > 0)
    return sources.length > 0 ? [{ ...row, sources }] : []
  })
}

/** Adds and removes links between sources as corrected. */
export function decideOrigins(
  links: readonly OriginLink[],
  sources: readonly Source[],
  decisions: Decisions,
): OriginLink[] {
  const describe = (isOne: boolean) => (isOne ? 'one source' : 'two sources')
  return decisions.of('origin').reduce(
    (current, written) => {
      const { articles, is, reason } = written.correction
      if (!articles.every((file) => decisions.hasArticle(written, file))) return current
      if (articles[0] === articles[1]) {
        decisions.addProblem(
          written,
          'not-applicable',
          'Unexpected article twice, expected two articles',
          'articles: […, …]',
        )
        return current
      }
      if (!decisions.isFirst(written, articles)) return current
      const own = current.filter(({ files }) => articles.every((file) => files.includes(file)))
      const was = describe(own.length > 0)
      if ((is === 'one') === own.length > 0) {
        decisions.addNoChange(written, was)
        return current
      }
      const now = describe(is === 'one')
      const places = sources
        .filter(({ file }) => articles.includes(file))
        .flatMap(({ file, passages: [first] }) =>
          first ? [{ file, passage: first.ordinal, start: 0, end: first.text.length }] : [],
        )
      decisions.note(written, { places, was, now, ...(own[0] && { rule: own[0].rule }) })
      if (is === 'not-one') return current.filter((link) => !own.includes(link))
      return [
        ...current,
        { rule: 'editor/origin', reason: `An editor says so: ${reason}`, files: articles, passages: [] },
      ]
    },
    [...links],
  )
}
