import type { PassageReference } from '../model/entry.ts'
import type { Published } from '../markup/published.ts'

/** How every address begins: the site as `https://dossier.example/harbour`, or nothing where none is set. */
export function siteOf({ settings }: Published): string {
  return settings.site?.replace(/\/$/, '') ?? ''
}

/** The path of a page from the dossier's root. */
export function pathOf({ pages }: Published, id: string): string {
  const page = pages.get(id)
  if (!page) throw new Error(`Unexpected id ${id}, expected that of a page`)
  return page.address
}

/** The address of a page: whole when the dossier says where it is hosted, else from its root. */
export function fullAddressOf(view: Published, id: string): string {
  return siteOf(view) + pathOf(view, id)
}

/** The address of a passage. */
export function addressOfPassage(
  view: Published,
  { source, passage }: Pick<PassageReference, 'source' | 'passage'>,
): string {
  return `${fullAddressOf(view, source)}#${passage}`
}
