import type { FigureEntry } from '../../model/entry.ts'
import { groupDigits } from './word-count.ts'

/** How much a statement allows, as far as its words bound it. */
type Bounds = Pick<FigureEntry['rows'][number], 'low' | 'high' | 'unit'>

/** Bounds in words: "9 or more", "up to 13,000", "2 to 9", "41,000,000 USD". */
export function wordBounds({ low, high, unit }: Bounds): string {
  const suffix = unit === 'count' ? '' : unit === 'percent' ? '%' : ` ${unit}`
  const number = (value: number) => `${Number.isInteger(value) ? groupDigits(value) : value}${suffix}`
  if (low === undefined) return high === undefined ? 'open' : `up to ${number(high)}`
  if (high === undefined) return `${number(low)} or more`
  return low === high ? number(low) : `${number(low)} to ${number(high)}`
}

/** What a table of figures is about: "Death: civilians, Northport, 2016". */
export function wordFigure({ quantity, counted, unit, place, period }: FigureEntry): string {
  const what = counted ?? (unit === 'percent' ? 'percent' : unit === 'count' ? 'number' : unit)
  const isSaidTwice = quantity === 'count' || what.startsWith(quantity)
  const subject = isSaidTwice ? what : `${quantity}: ${what}`
  const words = [subject, place?.name, period?.words].filter(Boolean).join(', ')
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** How the statements of a table stand to each other, in words. */
export function wordStatus({ rows, isCompatible, settlement }: FigureEntry): string {
  if (settlement) return `settled by an editor: ${settlement.status}`
  if (rows.length === 1) return 'one statement only'
  return isCompatible ? `${rows.length} statements that do not exclude each other; unsettled` : `${rows.length} statements that differ; unsettled`
}

/** The tables worth looking at first: those whose statements exclude each other, then those with most statements. */
export function rankFigures(figures: readonly FigureEntry[]): FigureEntry[] {
  return figures.toSorted((a, b) => Number(a.isCompatible) - Number(b.isCompatible) || b.rows.length - a.rows.length)
}
