import type { HappeningPage } from './dossier.ts'

/** The group of what no source fixes to a day or a year. */
export const OPEN = 'open'

/** Happenings by the year in which they can first have been, in the given order. */
export function groupByYear(happenings: readonly HappeningPage[]): { year: string; happenings: HappeningPage[] }[] {
  const groups = Map.groupBy(
    happenings,
    ({ lo, hi, isPlaced }) => (isPlaced ? (lo ?? hi)?.slice(0, 4) : undefined) ?? OPEN,
  )
  return [...groups].map(([year, of]) => ({ year, happenings: of }))
}

/** A group as its heading names it. */
export function wordYear(year: string): string {
  return year === OPEN ? 'Date open' : year
}
