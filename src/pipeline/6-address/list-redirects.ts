import type { PagePermalink, PassagePermalink, PermalinkRecord, RedirectEntry } from '../../model/permalink.ts'
import { splitRecord } from './split-record.ts'

const WITHHELD = 'The earlier text of this source is not shown.'

/**
 * Lists every address that is no page of its own: former addresses, merged and moved pages, tombstones, the earlier
 * versions of sources whose text is not shown, and the present version of every source. A citation names that one by
 * `…/v2/`, so that its address shows the text cited for good: it leads to the source's page as long as that holds this
 * text, and is the page of this text afterwards.
 * A fragment of each leads where its passage is now, so that a link to a passage holds too.
 *
 * @returns entries sorted by address
 */
export function listRedirects(record: PermalinkRecord): RedirectEntry[] {
  const { pages: lines, passages } = splitRecord(record)
  const pages = new Map(lines.map((line) => [line.id, line]))
  const entries = lines.flatMap((line) => entriesOf(line, pages, passages.get(line.id) ?? []))
  return entries.sort((a, b) => (a.from < b.from ? -1 : 1))
}

/** The text of `_redirects`, which common static hosts read: old path, new path, "moved permanently". Present versions have not moved. */
export function writeRedirects(entries: readonly RedirectEntry[], base = ''): string {
  return entries
    .flatMap(({ from, to, version }) => (to && !version ? [`${base}${from} ${base}${to} 301\n`] : []))
    .join('')
}

/** The page at which a merged or moved one ends; itself when it leads nowhere else. */
export function followPage(line: PagePermalink, pages: ReadonlyMap<string, PagePermalink>): PagePermalink {
  const seen = new Set<PagePermalink>()
  let at: PagePermalink | undefined = line
  while (at && (at.state === 'merged' || at.state === 'moved') && !seen.has(at)) {
    seen.add(at)
    at = pages.get(at.to[0] ?? '')
  }
  return at ?? line
}

function entriesOf(
  line: PagePermalink,
  pages: ReadonlyMap<string, PagePermalink>,
  passages: readonly PassagePermalink[],
): RedirectEntry[] {
  const end = followPage(line, pages)
  const isLive = line.state === 'live'
  const { id } = line
  const fragmentsAt = (address: string | undefined) =>
    passages.map((passage) => ({ id: passage.id, ...(address && { to: `${address}#${passage.id}` }) }))
  const old = isLive ? line.formerly : [...line.formerly, line.address]
  const reason = line.reason ?? end.reason
  const candidates = end.state === 'tombstone' ? end.to.flatMap((other) => liveAddress(other, pages)) : []
  const moved = old.map(
    (from): RedirectEntry => ({
      from,
      id,
      ...(end.state === 'live' && { to: end.address }),
      ...(candidates.length > 0 && { candidates }),
      ...(reason && { reason }),
      fragments: fragmentsAt(isLive ? line.address : undefined),
    }),
  )
  const versions = listVersions(line).flatMap((version) => {
    const isPresent = isLive && version === line.versions?.length
    const isKept = line.kept?.includes(version)
    const to = isPresent ? line.address : isKept ? `${line.address}v${version}/` : undefined
    const from = [...line.formerly, ...(isKept ? [] : [line.address])].map((address) => `${address}v${version}/`)
    return from.map(
      (path): RedirectEntry => ({
        from: path,
        id,
        ...(to ? { to } : { reason: reason ?? WITHHELD }),
        ...(isPresent && { version }),
        fragments: fragmentsAt(to),
      }),
    )
  })
  return [...moved, ...versions]
}

function liveAddress(id: string, pages: ReadonlyMap<string, PagePermalink>): string[] {
  const line = pages.get(id)
  const end = line && followPage(line, pages)
  return end?.state === 'live' ? [end.address] : []
}

/** Numbers of all versions of a source, the present one last. */
export function listVersions({ versions = [] }: PagePermalink): number[] {
  return versions.map((_, at) => at + 1)
}
