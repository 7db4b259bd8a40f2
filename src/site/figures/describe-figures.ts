import type { FigureEntry } from '../../model/entry.ts'
import { byText, formatNumber, t } from '../text/text.ts'

/** The range of a statement, as its words bound it. */
type Bounds = Pick<FigureEntry['rows'][number], 'low' | 'high' | 'unit'>

/** Bounds in words: "9 or more", "up to 13,000", "2 to 9", "41,000,000 USD"; a date bounds no number. */
export function formatBounds({ low, high, unit }: Bounds): string {
  const suffix = unit === 'count' ? '' : unit === 'percent' ? '%' : ` ${unit}`
  const number = (value: number) => `${Number.isInteger(value) ? formatNumber(value) : value}${suffix}`
  if (unit === 'date') return t.figures.date
  if (low === undefined) return high === undefined ? t.figures.open : t.figures.upTo(number(high))
  if (high === undefined) return t.figures.orMore(number(low))
  return low === high ? number(low) : t.figures.range(number(low), number(high))
}

/** Dates that a title names. */
const MOST_DATES = 3

/** The subject of a table of figures: "Civilians killed, Northport, 2016". */
export function titleOfFigure(figure: FigureEntry): string {
  const { unit, counted, place, period, isCompatible } = figure
  const words = wordsOf(figure)
  if (unit === 'date')
    return capitalise((isCompatible ? t.figures.onDay : t.figures.whichDay)(counted, words.slice(0, MOST_DATES)))
  const when = words.includes(period?.words ?? '') ? undefined : period?.words
  return capitalise([describeCounted(figure), place?.name, when].filter(Boolean).join(', '))
}

function wordsOf({ rows }: FigureEntry): string[] {
  return [...new Set(rows.map(({ words }) => words))]
}

/** The thing counted or measured in a table, without its place and time. */
function describeCounted(figure: FigureEntry): string {
  const { quantity, unit } = figure
  const what = shortenCounted(figure.counted)
  const [measure, done] = [t.figures.measured[quantity], t.figures.done[quantity]]
  if (unit === 'percent') return t.figures.share(what)
  if (measure && (unit !== 'count' || !what)) return what ? t.figures.ofMeasure(measure, what) : measure
  if (!what) return (done && t.figures.kinds[quantity]) || t.figures.uncounted(wordsOf(figure))
  return done && !t.figures.plain[quantity]?.includes(what.split(' ').at(-1)!.toLowerCase()) ? `${what} ${done}` : what
}

/** The words for the thing counted, up to the first that is not part of its name. */
function shortenCounted(counted: string | undefined): string | undefined {
  const words = counted?.split(' ') ?? []
  const end = words.findIndex((word) => t.figures.ends.includes(word.toLowerCase()))
  return words.slice(0, end < 0 ? undefined : end).join(' ') || undefined
}

function capitalise(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** Status of a table: how its statements compare, and whether it was adjudicated. */
export function describeStatus({ rows, isCompatible, isSeries, adjudication }: FigureEntry): string {
  const settled = adjudication ? t.figures.settled(adjudication.status) : t.figures.notSettled
  if (rows.length === 1) return t.figures.single(settled)
  if (isSeries) return t.figures.series(rows.length, settled)
  return t.figures.several(rows.length, isCompatible, settled)
}

/** The tables worth looking at first: those whose statements exclude each other, then those with most statements. */
export function rankFigures(figures: readonly FigureEntry[]): FigureEntry[] {
  return figures.toSorted((a, b) => Number(a.isCompatible) - Number(b.isCompatible) || b.rows.length - a.rows.length)
}

/** Tables of one kind of quantity; they are grouped but are not the same quantity. */
export interface QuantityGroup {
  readonly quantity: string
  readonly name: string
  readonly figures: readonly FigureEntry[]
}

/** The claim ledger by kind of quantity: those whose statements differ first, then those with most statements. */
export function groupByQuantity(figures: readonly FigureEntry[]): QuantityGroup[] {
  const groups = [...Map.groupBy(rankFigures(figures), headingOf)].map(([quantity, of]) => ({
    quantity,
    name: t.figures.kinds[quantity]!,
    figures: of,
  }))
  const statements = ({ figures: of }: QuantityGroup) => of.reduce((sum, { rows }) => sum + rows.length, 0)
  return groups.sort(
    (a, b) =>
      Number(a.quantity === 'count') - Number(b.quantity === 'count') ||
      statements(b) - statements(a) ||
      byText(({ name }: QuantityGroup) => name)(a, b),
  )
}

/** The kind of quantity of the table. */
function headingOf({ quantity }: FigureEntry): string {
  return t.figures.kinds[quantity] === undefined ? 'count' : quantity
}
