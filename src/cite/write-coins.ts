import type { CslItem } from './csl.ts'
import { givenNames, isoDate } from './csl.ts'

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
    ['rft.language', item.language],
    [isNews ? 'rft_id' : 'rft.identifier', item.URL],
  ]
  return fields.flatMap(([key, value]) => (value ? [`${key}=${encodeURIComponent(value)}`] : [])).join('&')
}
