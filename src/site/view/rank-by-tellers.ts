import type { HappeningPage } from './dossier.ts'

const countTellers = ({ tellings }: HappeningPage) => new Set(tellings.map(({ source }) => source)).size

/** The dated events that more than one source tells, those of most sources first. */
export function rankByTellers(happenings: readonly HappeningPage[]): HappeningPage[] {
  return happenings
    .filter((happening) => countTellers(happening) > 1)
    .toSorted((a, b) => countTellers(b) - countTellers(a))
}
