import type { PageAddress } from '../model/permalink.ts'
import type { DossierSettings } from '../model/dossier.ts'
import type { EntityEntry, FigureEntry, DatedEventEntry, QuotationEntry, SourceEntry } from '../model/entry.ts'
import type { WebAnnotation } from '../model/published-file.ts'
import type { MarkedPassage } from './vocabulary.ts'

/** A page of a content collection: its front matter and its marked-up passages, all of it free to be shown. */
export interface ComposedPage<Entry> {
  readonly entry: Entry
  readonly passages: readonly MarkedPassage[]
}

/** What a dossier publishes, as entries, for the formats made from them. Nothing in it is withheld by rights. */
export interface Published {
  readonly settings: DossierSettings
  /** By date, undated last; the headline is the first passage, as far as the words may be shown. */
  readonly sources: readonly ComposedPage<SourceEntry>[]
  readonly entities: readonly EntityEntry[]
  readonly quotations: readonly QuotationEntry[]
  /** By first day, then those that no source places. */
  readonly datedEvents: readonly DatedEventEntry[]
  readonly figures: readonly FigureEntry[]
  /** In the order of the sources and of their text. */
  readonly annotations: readonly WebAnnotation[]
  /** Every page by its id. */
  readonly pages: ReadonlyMap<string, PageAddress>
}
