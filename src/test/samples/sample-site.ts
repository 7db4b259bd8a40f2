import { indexAnchors, isAnchor, type PermalinkRecord } from '../../model/permalink.ts'
import type { BuiltPage } from '../../pipeline/6-address/check-promises.ts'
import { listRedirects } from '../../pipeline/6-address/list-redirects.ts'
import { splitRecord } from '../../pipeline/6-address/record-file.ts'

/** The pages that a site of this record has when all goes well, for tests. */
export function sampleSite(record: PermalinkRecord): BuiltPage[] {
  const { pages, passages } = splitRecord(record)
  const ids = (source: string) => new Set((passages.get(source) ?? []).map(({ id }) => id))
  const anchors = indexAnchors(pages)
  const live = pages.filter(({ state }) => state === 'live')
  return [
    ...live
      .filter(({ address }) => !isAnchor(address))
      .map(({ id, address }) => ({
        path: address,
        ids: new Set([...ids(id), ...(anchors.get(id) ?? []).map(({ fragment }) => fragment)]),
      })),
    ...live.flatMap(({ id, address, kept = [] }) =>
      kept.map((version) => ({ path: `${address}v${version}/`, ids: ids(id) })),
    ),
    ...listRedirects(record).map(({ from, fragments }) => ({
      path: from,
      ids: new Set(fragments.map(({ id }) => id)),
    })),
  ]
}
