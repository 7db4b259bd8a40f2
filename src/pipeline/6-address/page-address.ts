import { isAnchor, type PageType } from '../../model/permalink.ts'
import { COLLECTION_OF } from '../../model/kind.ts'
import { makeSlug } from './make-slug.ts'

/** First segment of the addresses of each type of page. */
export const FOLDER_OF: Record<PageType, string> = {
  source: 'sources',
  ...COLLECTION_OF,
  quotation: 'quotations',
  happening: 'timeline',
  figure: 'figures',
}

/**
 * The path of a page from the dossier's root. The id after the last hyphen says which page it is; what stands before
 * it is for the reader and may change.
 *
 * @param name title or name; absent for quotations and dated events, whose address is the id alone
 */
export function pageAddress(type: PageType, id: string, name: string | undefined): string {
  const readable = name === undefined ? id : `${makeSlug(name, type)}-${id}`
  return `/${FOLDER_OF[type]}/${readable}/`
}

/** What the fragment of each type begins with; an entity keeps its anchor when its kind changes. */
const ANCHOR_OF: Partial<Record<PageType, string>> = { quotation: 'q', happening: 'd', figure: 'f' }

/** The address of what stands on the page of the one source that gives it. */
export function anchorAddress(type: PageType, id: string, source: string): string {
  return `${source}#${ANCHOR_OF[type] ?? 'n'}-${id}`
}

/** The readable part of an address; empty when it has none. */
export function slugOf(address: string): string {
  if (isAnchor(address)) return ''
  return address.split('/')[2]!.split('-').slice(0, -1).join('-')
}
