import type { Place, Provenance } from '../model/extracted.ts'
import type { CslItem } from './csl.ts'
import { cleanText, cleanUrl, parseDate, parseName } from './csl.ts'

/** The fields of a source that a citation needs. */
export interface CitedSource {
  readonly id: string
  readonly title: string
  /** Hash of the clipping; not known for an earlier version. */
  readonly sha256?: string | undefined
  readonly language: string
  readonly publisher?: string | undefined
  readonly authors: readonly string[]
  readonly date?: string | undefined
  /** Address of the original. */
  readonly url?: string | undefined
  /** Day on which the clipping was taken. */
  readonly accessed?: string | undefined
  /** The file's own provenance, such as the record of a web archive. */
  readonly provenance?: Provenance | undefined
  /** Which version of its text is cited, from 1. */
  readonly version: number
}

/** The dossier that is cited from, and how its pages' whole addresses begin. */
export interface CitingDossier {
  readonly title: string
  /** As `https://dossier.example/harbour`, without a slash at the end. */
  readonly site: string
}

/** A passage of a source, with its words where they may be shown. */
export interface CitedPassage {
  readonly id: string
  readonly ordinal: number
  readonly text?: string | undefined
  /** Page and paragraph in the original, if it has pages. */
  readonly place?: Place | undefined
}

/**
 * The citation of a source as a newspaper article, or of one passage of it. Its address names the version, so that it
 * keeps
 * showing this text; the source's own page shows the current text.
 *
 * @param address path of the source's page, as `/sources/board-votes-3k9m2p7x/`
 */
export function citeSource(
  source: CitedSource,
  dossier: CitingDossier,
  address: string,
  passage?: CitedPassage,
): CslItem {
  const { title, publisher, authors, date, accessed, language, url, provenance } = source
  const original = url === undefined ? undefined : cleanUrl(url)
  const text = passage?.text
  return present({
    id: passage ? `${source.id}-${passage.id}` : source.id,
    type: 'article-newspaper',
    title: cleanText(title),
    author: authors.length > 0 ? authors.map(parseName) : undefined,
    'container-title': publisher === undefined ? undefined : cleanText(publisher),
    issued: parseDate(date),
    accessed: parseDate(accessed),
    page: citedPage(passage?.place, provenance),
    URL: cleanUrl(`${dossier.site}${versionPath(address, source.version)}${passage ? `#${passage.id}` : ''}`),
    language,
    abstract: text === undefined ? undefined : cleanText(text),
    archive: cleanText(dossier.title),
    note: [
      original && `Original: ${original}`,
      ...evidenceOf(provenance),
      `Version ${source.version}`,
      passage && (passage.ordinal === 0 ? 'Headline' : `Paragraph ${passage.ordinal}`),
      passage?.place?.time && `Entry of ${passage.place.time}`,
      source.sha256 && `SHA-256 ${source.sha256}`,
    ]
      .filter(Boolean)
      .join('; '),
  })
}

/**
 * The same citation with the address of the original instead of ours, which moves to the note; `undefined` if no
 * address of the original is known.
 */
export function citeOriginal(item: CslItem, url: string | undefined): CslItem | undefined {
  const original = url === undefined ? undefined : cleanUrl(url)
  if (original === undefined) return undefined
  const note = item.note?.replace(`Original: ${original}; `, '')
  return present({
    ...item,
    id: `${item.id}-original`,
    URL: original,
    note: [item.URL && `Copy: ${item.URL}`, note].filter(Boolean).join('; '),
  })
}

/** The printed label of a passage's page, else its number, else the page of the paper that the file names. */
export function citedPage(place: Place | undefined, provenance: Provenance | undefined): string | undefined {
  const page = place?.pageLabel ?? place?.page?.toString() ?? provenance?.printedPage
  return page === undefined ? undefined : cleanText(page)
}

/** Where an archive or a mailbox holds the original. */
function evidenceOf({ archive, messageId }: Provenance = {}): string[] {
  return [
    ...(archive ? [`Archived from ${archive.target} at ${archive.datetime}, record ${archive.record}`] : []),
    ...(messageId ? [`Message-ID ${messageId}`] : []),
  ]
}

/** The permanent path of one version of a source. */
export function versionPath(address: string, version: number): string {
  return `${address}v${version}/`
}

/** The citation of a page that the dossier itself made: an entity, a quotation, a figure, a search. */
export function citePage(id: string, title: string, dossier: CitingDossier, address: string, quoted?: string): CslItem {
  return present({
    id,
    type: 'webpage',
    title: cleanText(title),
    'container-title': cleanText(dossier.title),
    URL: cleanUrl(dossier.site + address),
    abstract: quoted === undefined ? undefined : cleanText(quoted),
  })
}

/** The same without the fields that are not there. */
function present(item: { readonly [Key in keyof CslItem]: CslItem[Key] | undefined }): CslItem {
  return Object.fromEntries(
    Object.entries(item).filter(([, value]) => value !== undefined && value !== ''),
  ) as unknown as CslItem
}
