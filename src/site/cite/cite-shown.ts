import type { CitingDossier } from '../../cite/cite-source.ts'
import { citedPage, citePage, citeSource, versionPath } from '../../cite/cite-source.ts'
import type { CslItem } from '../../cite/csl.ts'
import type { FormattedCitation } from '../../cite/format-citations.ts'
import { formatCitation, formatCitations } from '../../cite/format-citations.ts'
import { writeBiblatex, writeBibtex, writePlain, writeRis, writeWikipedia } from '../../cite/write-references.ts'
import type { FigureEntry, QuotationEntry, SourceEntry, SourceVersion } from '../../model/entry.ts'
import type { DossierView } from '../dossier/dossier.ts'
import { addressOf, versionOf, withBase } from '../loader/addresses.ts'
import { t } from '../text/text.ts'

/** The dossier as its citations name it; without a site, citations carry no address. */
function citing({ about }: DossierView, site: URL | undefined): CitingDossier {
  return { title: about.title, site: site?.origin ?? '' }
}

/** Only the fields of a source that its citation needs, as each read field is recorded for the page. */
function pickCited({ id, title, sha256, language, publisher, authors, date, url, accessed, provenance }: SourceEntry) {
  const version = versionOf(id)
  return { id, title, sha256, language, publisher, authors, date, url, accessed, provenance, version }
}

/** The citation of a source as the article it is. */
export function citeShownSource(source: SourceEntry, dossier: DossierView, site: URL | undefined): CslItem {
  return citeSource(pickCited(source), citing(dossier, site), addressOf(source.id))
}

/** The citation of an earlier text of a source; the clipping that it was read from is not at hand. */
export function citeEarlierText(
  source: SourceEntry,
  { version, accessed }: SourceVersion,
  dossier: DossierView,
  site: URL | undefined,
): CslItem {
  return citeSource(
    { ...pickCited(source), version, accessed, sha256: undefined },
    citing(dossier, site),
    addressOf(source.id),
  )
}

/** The link by which a version of a source is cited, the present one by default. */
export function citedPath(source: SourceEntry, version = versionOf(source.id)): string {
  return versionPath(addressOf(source.id), version)
}

type Passage = SourceEntry['passages'][number]

/**
 * The citation of one passage of a source, or of words quoted there.
 *
 * @param quoted words of the passage
 */
export function citePassageOf(
  source: SourceEntry,
  { id, ordinal, place }: Passage,
  dossier: DossierView,
  site: URL | undefined,
  quoted?: string,
): CslItem {
  return citeSource(pickCited(source), citing(dossier, site), addressOf(source.id), {
    id,
    ordinal,
    place,
    text: quoted,
  })
}

/** The citation of each passage of a source in the first style, APA: that of the article, with the passage's number and address. */
export function citeShownPassages(
  source: SourceEntry,
  dossier: DossierView,
  site: URL | undefined,
): { readonly passage: Passage; readonly text: string }[] {
  const item = citeShownSource(source, dossier, site)
  const article = formatCitation(item).text
  return source.passages.map((passage) => {
    const page = citedPage(passage.place, source.provenance)
    const place = passage.ordinal === 0 ? t.cite.headline : t.cite.paragraph(passage.ordinal, page)
    const own = `${item.URL ?? citedPath(source)}#${passage.id}`
    const text = item.URL === undefined ? `${article} ${own}` : article.replace(item.URL, own)
    return { passage, text: `${text} [${place}]` }
  })
}

/** The citation of a figure: the article where one alone states it, else the dossier's table. */
export function citeFigure(
  { id, rows }: FigureEntry,
  title: string,
  dossier: DossierView,
  site: URL | undefined,
): CslItem {
  const [first, ...others] = rows
  const item = first && others.length === 0 && citeStatement(first, first.words, dossier, site)
  return item || citeShownPage(id, title, dossier, site)
}

/** The citation of words that a passage states. */
function citeStatement(
  at: { readonly source: string; readonly passage: string },
  words: string,
  dossier: DossierView,
  site: URL | undefined,
): CslItem | undefined {
  const source = dossier.sourceOf.get(at.source)
  const passage = source?.passages.find(({ id }) => id === at.passage)
  return source && passage && citePassageOf(source, passage, dossier, site, words)
}

/** The citation of a quotation: the article that has it first, with the passage and the words. */
export function citeQuotation(
  { id, words, occurrences }: QuotationEntry,
  title: string,
  dossier: DossierView,
  site: URL | undefined,
): CslItem {
  const item = occurrences[0] && citeStatement(occurrences[0], words, dossier, site)
  return item ?? citePage(id, title, citing(dossier, site), addressOf(id), words)
}

/** The citation of a search; its address is completed with the query in the reader's browser. */
export function citeSearch(dossier: DossierView, site: URL | undefined): CslItem {
  return citePage('search', t.search.title, citing(dossier, site), withBase('/search/'))
}

/** The citation of any other page of the dossier. */
export function citeShownPage(id: string, title: string, dossier: DossierView, site: URL | undefined): CslItem {
  return citePage(id, title, citing(dossier, site), addressOf(id))
}

/** A citation in a format that programs read. */
export interface MachineFormat {
  readonly name: string
  readonly text: string
}

/** One page's citation in the styles that people write and the formats that programs read. */
export function writeCitations(item: CslItem): { styles: FormattedCitation[]; formats: MachineFormat[] } {
  return {
    styles: formatCitations(item),
    formats: [
      { name: t.cite.plain, text: writePlain(item) },
      { name: 'BibLaTeX', text: writeBiblatex(item) },
      { name: 'BibTeX', text: writeBibtex(item) },
      { name: 'RIS', text: writeRis(item) },
      { name: 'CSL-JSON', text: JSON.stringify([item], null, 1) },
      { name: 'Wikipedia', text: writeWikipedia(item) },
    ],
  }
}
