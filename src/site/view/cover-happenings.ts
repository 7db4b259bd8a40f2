import { addressOf } from '../loader/addresses.ts'
import type { DossierView, HappeningPage, SourcePage } from './dossier.ts'
import { rankByTellers } from './rank-by-tellers.ts'
import { shortenTitle } from './shorten-title.ts'

const MOST_ROWS = 60
const MOST_COLUMNS = 40
/** With more sources than this their numbers head the columns without names. */
const MOST_NAMED = 8

/** The passages of one source that tell of one dated event; none when it is silent. */
export type EventCell = readonly { readonly href: string; readonly ordinal: number }[]

/** Which source tells of which dated event. */
export interface EventCoverage {
  readonly columns: readonly { readonly source: SourcePage; readonly name: string }[]
  readonly rows: readonly { readonly happening: HappeningPage; readonly cells: readonly EventCell[] }[]
  /** Dated events that the matrix leaves out: those that one source alone tells, and of the others those of fewest. */
  readonly leftOut: number
}

/** The matrix of sources by the dated events that more than one of them tells, in the order of the timeline; of too many, those of most. */
export function coverHappenings({ sources, happenings }: DossierView): EventCoverage {
  const chosen = new Set(rankByTellers(happenings).slice(0, MOST_ROWS))
  const tellers = new Set([...chosen].flatMap(({ tellings }) => tellings.map(({ source }) => source)))
  const telling = sources.filter(({ id }) => tellers.has(id)).slice(0, MOST_COLUMNS)
  return {
    columns: telling.map((source) => ({ source, name: nameColumn(source, telling.length) })),
    rows: happenings
      .filter((happening) => chosen.has(happening))
      .map((happening) => ({ happening, cells: telling.map(({ id }) => cellOf(happening, id)) })),
    leftOut: happenings.length - chosen.size,
  }
}

function cellOf({ tellings }: HappeningPage, id: string): EventCell {
  return tellings
    .filter(({ source }) => source === id)
    .map(({ passage, ordinal }) => ({ href: addressOf(passage), ordinal }))
}

function nameColumn({ position, publisher, title }: SourcePage, columns: number): string {
  return columns > MOST_NAMED ? `${position}` : `${position} ${publisher ?? shortenTitle(title, 22)}`
}
