import type { HappeningPage } from './dossier.ts'

/** Happenings by the year in which they can first have been, in the given order. */
export function groupByYear(happenings: readonly HappeningPage[]): { year: string; happenings: HappeningPage[] }[] {
  const groups = Map.groupBy(happenings, ({ lo, hi }) => (lo ?? hi)?.slice(0, 4) ?? 'open')
  return [...groups].map(([year, of]) => ({ year, happenings: of }))
}
