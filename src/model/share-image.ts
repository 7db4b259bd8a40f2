/**
 * Where the image lies that stands for a page where its link is shared.
 *
 * @param page path of the page from the dossier's root: `/people/ines-okafor-3k9m2p7x/`
 * @returns path from the dossier's root: `/share/people/ines-okafor-3k9m2p7x.png`
 */
export function shareImagePath(page: string): string {
  return `/share/${page.replace(/^\/|\/$|\.html$/g, '') || 'index'}.png`
}
