import { addressOf } from '../loader/addresses.ts'
import type { DossierView, HappeningPage, SourcePage } from './dossier.ts'
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
  /** Dated events that the matrix leaves out, those that fewest sources tell. */
  readonly leftOut: number
}

/** The matrix of dated events by sources, in the order of the timeline; of too many events, those that most sources tell. */
export function coverHappenings({ sources, happenings }: DossierView): EventCoverage {
  const telling = sources.filter(({ id }) => happenings.some(({ tellings }) => tellings.some(({ source }) => source === id))).slice(0, MOST_COLUMNS)
  const chosen = new Set(happenings.toSorted((a, b) => countSources(b) - countSources(a)).slice(0, MOST_ROWS))
  return {
    columns: telling.map((source) => ({ source, name: nameColumn(source, telling.length) })),
    rows: happenings
      .filter((happening) => chosen.has(happening))
      .map((happening) => ({ happening, cells: telling.map(({ id }) => cellOf(happening, id)) })),
    leftOut: happenings.length - chosen.size,
  }
}

const countSources = ({ tellings }: HappeningPage) => new Set(tellings.map(({ source }) => source)).size

function cellOf({ tellings }: HappeningPage, id: string): EventCell {
  return tellings.filter(({ source }) => source === id).map(({ passage, ordinal }) => ({ href: addressOf(passage), ordinal }))
}

function nameColumn({ position, publisher, title }: SourcePage, columns: number): string {
  return columns > MOST_NAMED ? `${position}` : `${position} ${publisher ?? shortenTitle(title, 22)}`
}
