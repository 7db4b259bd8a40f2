import type { PageType } from '../../model/permalink.ts'
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

/** The readable part of an address; empty when it has none. */
export function slugOf(address: string): string {
  return address.split('/')[2]!.split('-').slice(0, -1).join('-')
}
