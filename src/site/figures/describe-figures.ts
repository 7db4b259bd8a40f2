import type { FigureEntry } from '../../model/entry.ts'
import { byText } from '../dossier/by-text.ts'
import { formatNumber, t } from '../text/text.ts'

/** How much a statement allows, as far as its words bound it. */
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

/** What a table of figures is about: "Death: civilians, Northport, 2016". */
export function titleOfFigure({ quantity, counted, unit, place, period, rows }: FigureEntry): string {
  if (unit === 'date') return t.figures.oneThing([...new Set(rows.map(({ words }) => words))].join(` ${t.grammar.or} `))
  const what = counted ?? (unit === 'percent' ? t.figures.percent : unit === 'count' ? t.figures.number : unit)
  const isSaidTwice = quantity === 'count' || what.startsWith(quantity)
  const done = t.figures.done[quantity]
  const subject = isSaidTwice ? what : done ? `${what} ${done}` : t.figures.ofQuantity(what, quantity)
  const words = [subject, place?.name, period?.words].filter(Boolean).join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** How the statements of a table stand to each other, and whether a person has settled it. */
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

/** Tables of one kind of quantity; they stand together and are not the same. */
export interface QuantityGroup {
  readonly quantity: string
  readonly name: string
  readonly figures: readonly FigureEntry[]
}

/** The claim ledger by kind of quantity: those whose statements differ first, then those with most statements. */
export function groupByQuantity(figures: readonly FigureEntry[]): QuantityGroup[] {
  const groups = [...Map.groupBy(rankFigures(figures), ({ quantity }) => quantity)].map(([quantity, of]) => ({
    quantity,
    name: nameQuantity(quantity),
    figures: of,
  }))
  const statements = ({ figures: of }: QuantityGroup) => of.reduce((sum, { rows }) => sum + rows.length, 0)
  return groups.sort((a, b) => statements(b) - statements(a) || byText(({ name }: QuantityGroup) => name)(a, b))
}

function nameQuantity(quantity: string): string {
  const words = t.figures.kinds[quantity] ?? t.figures.done[quantity] ?? quantity.replaceAll('-', ' ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}
