import type { PageAddress } from '../model/addresses.ts'
import type { DossierSettings } from '../model/dossier.ts'
import type { EntityEntry, FigureEntry, HappeningEntry, PassageReference, QuotationEntry, SourceEntry } from '../model/entry.ts'
import type { WebAnnotation } from '../model/web-annotation.ts'
import type { Inline } from '../markup/nest-annotations.ts'

/** A source with the words of its passages, the headline first, as far as they may be shown. */
export interface ExportedSource {
  readonly entry: SourceEntry
  readonly passages: readonly { readonly id: string; readonly words: readonly Inline[] }[]
}

/** What a dossier publishes, as the exports read it: nothing in it is withheld by rights. */
export interface ExportView {
  readonly settings: DossierSettings
  /** By date, undated last. */
  readonly sources: readonly ExportedSource[]
  readonly entities: readonly EntityEntry[]
  readonly quotations: readonly QuotationEntry[]
  /** By first day, then those that no source places. */
  readonly happenings: readonly HappeningEntry[]
  readonly figures: readonly FigureEntry[]
  /** In the order of the sources and of their text. */
  readonly annotations: readonly WebAnnotation[]
  /** Every page by its id. */
  readonly pages: ReadonlyMap<string, PageAddress>
}

/** How every address begins: the site as `https://dossier.example/harbour`, or nothing where none is set. */
export function siteOf({ settings }: ExportView): string {
  return settings.site?.replace(/\/$/, '') ?? ''
}

/** The path of a page from the dossier's root. */
export function pathOf({ pages }: ExportView, id: string): string {
  const page = pages.get(id)
  if (!page) throw new Error(`Unexpected id ${id}, expected that of a page`)
  return page.address
}

/** The address of a page: whole when the dossier says where it is hosted, else from its root. */
export function addressOf(view: ExportView, id: string): string {
  return siteOf(view) + pathOf(view, id)
}

/** The address of a passage. */
export function addressOfPassage(view: ExportView, { source, passage }: Pick<PassageReference, 'source' | 'passage'>): string {
  return `${addressOf(view, source)}#${passage}`
}
