import type { CslItem, CslName } from './csl.ts'
import { givenNames, isoDate } from './csl.ts'

/** One `<meta>` element of a page's head: `name` or `property`, and `content`. */
export type MetaTag =
  | { readonly name: string; readonly content: string }
  | { readonly property: string; readonly content: string }

/** The `prefix` attribute that `<html>` needs for `z:itemType`. */
export const ZOTERO_PREFIX = 'z: http://www.zotero.org/namespaces/export#'

const ITEM_TYPE = { 'article-newspaper': 'newspaperArticle', webpage: 'webpage' } as const

/**
 * The metadata from which reference managers read a page. Zotero's Embedded Metadata translator takes the type from
 * `z:itemType`, takes our site for the newspaper unless `prism:publicationName` names it, and splits an author tag at
 * semicolons, so each author has a tag, family name first. `citation_journal_title` is left out, because it makes
 * everything a journal article.
 *
 * @param original address of the original, which reference managers then save instead of ours; ours stays the
 * identifier
 */
export function embedMetadata(item: CslItem, original?: string): MetaTag[] {
  const isNews = item.type === 'article-newspaper'
  const container = paperName(item['container-title'])
  const date = item.issued && isoDate(item.issued)
  const named: [string, string | undefined][] = [
    ['citation_title', item.title],
    ...(item.author ?? []).map((name): [string, string] => ['citation_author', indexName(name)]),
    ['citation_publication_date', date],
    ['citation_public_url', original ?? item.URL],
    ['citation_language', item.language],
    ['dc:title', item.title],
    ['dc:source', container],
    ['dc:date', date],
    ['dc:language', item.language],
    ['dc:identifier', item.URL],
    ['prism:publicationName', isNews ? container : undefined],
    ['prism:publicationDate', isNews ? date : undefined],
  ]
  const properties: [string, string][] = [
    ['z:itemType', ITEM_TYPE[item.type]],
    ['og:type', isNews ? 'article' : 'website'],
    ['og:title', item.title],
  ]
  return [
    ...named.flatMap(([name, content]) => (content ? [{ name, content }] : [])),
    ...properties.map(([property, content]) => ({ property, content })),
  ]
}

/**
 * "Family, Given Suffix". A semicolon would make two people of it, and so would a comma with a space on either side of it in
 * both parts: the spaces of such a family name are written as no-break spaces.
 */
function indexName(name: CslName): string {
  const plain = (part: string) => part.replace(/ ?; ?/g, ' · ')
  if ('literal' in name) return plain(name.literal)
  const [given, family] = [plain(givenNames(name)), plain(name.family)]
  return `${given.includes(' ') ? family.replaceAll(' ', '\u00a0') : family}, ${given}`
}

/** The paper's name; the translator makes a regular expression of it, and fails on half a pair of brackets. */
function paperName(name: string | undefined): string | undefined {
  return name
    ?.replace(/[()[\]{}*+?\\|^$]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
}

/**
 * The `title` of a COinS span (`class="Z3988"`), an OpenURL 1.0 context object in key-encoded values. For pages that
 * list several citations; on a source's own page it would hide the embedded metadata from Zotero.
 */
export function writeCoins(item: CslItem): string {
  const names = (item.author ?? []).map((name): [string, string] => [
    'rft.au',
    'literal' in name ? name.literal : `${name.family}, ${givenNames(name)}`,
  ])
  const isNews = item.type === 'article-newspaper'
  const fields: (readonly [string, string | undefined])[] = [
    ['ctx_ver', 'Z39.88-2004'],
    ['rft_val_fmt', isNews ? 'info:ofi/fmt:kev:mtx:journal' : 'info:ofi/fmt:kev:mtx:dc'],
    ['rft.genre', isNews ? 'article' : undefined],
    ['rft.type', isNews ? 'newspaperArticle' : 'webpage'],
    [isNews ? 'rft.atitle' : 'rft.title', item.title],
    [isNews ? 'rft.jtitle' : 'rft.source', item['container-title']],
    ...names,
    ['rft.date', item.issued && isoDate(item.issued)],
    ['rft.pages', isNews ? item.page : undefined],
    ['rft.language', item.language],
    [isNews ? 'rft_id' : 'rft.identifier', item.URL],
  ]
  return fields.flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : [])).join('&')
}
