import type { Lane, Mark } from '../../figures/strip.ts'
import { addressOf } from '../loader/addresses.ts'
import type { DossierView, HappeningPage } from './dossier.ts'
import { wordWhen } from './word-when.ts'

const MOST_LANES = 12

/** A happening as a mark on a time strip. */
export function markHappening(happening: HappeningPage, here?: string): Mark {
  const { id, lo, hi, isPlaced, summary, certainty, mode } = happening
  return {
    ...(isPlaced && { lo, hi }),
    label: `${wordWhen(happening)}: ${summary}`,
    href: addressOf(id),
    kind: 'event',
    isInferred: certainty === 'inferred',
    isPlanned: mode !== 'reported',
    isHere: id === here,
  }
}

/** One lane a source that dates something, at most a dozen; with more sources, one lane for all. */
export function listTimelineLanes(
  { sources, happenings }: { readonly sources: DossierView['sources']; readonly happenings: readonly HappeningPage[] },
  here?: string,
): Lane[] {
  const lanes = sources
    .map((source) => ({
      name: `${source.position} ${source.publisher ?? source.title}`,
      href: addressOf(source.id),
      marks: happenings
        .filter(({ tellings }) => tellings.some((telling) => telling.source === source.id))
        .map((happening) => markHappening(happening, here)),
    }))
    .filter((lane) => lane.marks.some(({ lo, hi }) => lo ?? hi))
  if (lanes.length <= MOST_LANES) return lanes
  return [{ name: '', marks: happenings.map((happening) => markHappening(happening, here)) }]
}
