import { citePage, citeSource, versionPath, type CitingDossier } from '../../cite/cite-source.ts'
import type { CslItem } from '../../cite/csl.ts'
import { writePlain } from '../../cite/write-plain.ts'
import type { SourceVersion } from '../../model/version.ts'
import { addressOf, withBase } from '../loader/addresses.ts'
import { versionOf } from './read-versions.ts'
import type { DossierView, SourcePage } from './dossier.ts'

/** The dossier as its citations name it; without a site, citations carry no address. */
function citing({ about }: DossierView, site: URL | undefined): CitingDossier {
  return { title: about.title, site: site?.origin ?? '' }
}

/** The citation of a source as the article it is. */
export function citeShownSource(source: SourcePage, dossier: DossierView, site: URL | undefined): CslItem {
  return citeSource({ ...source, version: versionOf(source.id) }, citing(dossier, site), addressOf(source.id))
}

/** The citation of an earlier text of a source; the clipping that it was read from is not at hand. */
export function citeEarlierText(
  source: SourcePage,
  { version, accessed }: SourceVersion,
  dossier: DossierView,
  site: URL | undefined,
): CslItem {
  return citeSource({ ...source, version, accessed, sha256: undefined }, citing(dossier, site), addressOf(source.id))
}

/** The link by which a version of a source is cited, the present one by default. */
export function citedPath(source: SourcePage, version = versionOf(source.id)): string {
  return versionPath(addressOf(source.id), version)
}

/** The citation of one passage of a source, as a line of plain text. */
export function citeShownPassage(
  source: SourcePage,
  passage: SourcePage['passages'][number],
  dossier: DossierView,
  site: URL | undefined,
): string {
  const { id, ordinal } = passage
  return writePlain(
    citeSource({ ...source, version: versionOf(source.id) }, citing(dossier, site), addressOf(source.id), {
      id,
      ordinal,
    }),
  )
}

/** The citation of a search; its address is completed with the query in the reader's browser. */
export function citeSearch(dossier: DossierView, site: URL | undefined): CslItem {
  return citePage('search', 'Search', citing(dossier, site), withBase('/search/'))
}

/** The citation of any other page of the dossier, with the words it quotes when it quotes some. */
export function citeShownPage(
  id: string,
  title: string,
  dossier: DossierView,
  site: URL | undefined,
  quoted?: string,
): CslItem {
  return citePage(id, title, citing(dossier, site), addressOf(id), quoted)
}
