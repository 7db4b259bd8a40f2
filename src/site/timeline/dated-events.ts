import { t } from '../text/text.ts'
import type { DatedEventEntry } from '../../model/entry.ts'
import { formatInterval } from '../../figures/word-date.ts'

/** The group of what no source fixes to a day or a year. */
export const OPEN = 'open'

/** Dated events by the year in which they can first have been, in the given order. */
export function groupByYear(
  datedEvents: readonly DatedEventEntry[],
): { year: string; datedEvents: DatedEventEntry[] }[] {
  const groups = Map.groupBy(
    datedEvents,
    ({ lo, hi, isPlaced }) => (isPlaced ? (lo ?? hi)?.slice(0, 4) : undefined) ?? OPEN,
  )
  return [...groups].map(([year, of]) => ({ year, datedEvents: of }))
}

/** A group as its heading names it. */
export function formatYear(year: string): string {
  return year === OPEN ? t.timeline.open : year
}

const countTellers = ({ tellings }: DatedEventEntry) => new Set(tellings.map(({ source }) => source)).size

/** The dated events that more than one source tells, those of most sources first. */
export function rankByTellers(datedEvents: readonly DatedEventEntry[]): DatedEventEntry[] {
  return datedEvents
    .filter((datedEvent) => countTellers(datedEvent) > 1)
    .toSorted((a, b) => countTellers(b) - countTellers(a))
}

/** When something was, in words; the source's own words in quotation marks when they do not fix a day or year. */
export function formatWhen({ lo, hi, isPlaced, tellings }: DatedEventEntry): string {
  const words = tellings[0]?.words
  return isPlaced || !words ? formatInterval({ lo, hi }) : `“${words}”`
}
