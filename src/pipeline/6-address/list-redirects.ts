import type { PagePermalink, PermalinkRecord, RedirectEntry } from '../../model/permalink.ts'
import { type GivenAnchor, indexAnchors, isAnchor } from '../../model/permalink.ts'
import type { Problem } from '../../model/problem.ts'
import { splitRecord } from './record-file.ts'

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
  const anchors = indexAnchors(lines)
  const entries = lines.flatMap((line) => {
    const fragments = [
      ...(passages.get(line.id) ?? []).map(({ id }) => ({ id })),
      ...(line.state === 'live' ? [] : (anchors.get(line.id) ?? [])).map((anchor) => fragmentOf(anchor, pages)),
    ]
    return entriesOf(line, pages, fragments)
  })
  return entries.sort((a, b) => (a.from < b.from ? -1 : 1))
}

function fragmentOf({ fragment, line }: GivenAnchor, pages: ReadonlyMap<string, PagePermalink>): Fragment {
  const [to] = liveAddress(line.id, pages)
  return { id: fragment, ...(to && !to.includes(`#${fragment}`) && { to }) }
}

type Fragment = RedirectEntry['fragments'][number]

/**
 * The text of `_redirects`, which common static hosts read: old path, new path, "moved permanently". The present version
 * of a source has not moved for good: it is found elsewhere, all sources of one version by one line where no earlier text
 * stands at such an address.
 */
export function writeRedirects(entries: readonly RedirectEntry[], base = ''): string {
  const kept = new Set(entries.flatMap(({ to }) => /\/v(\d+)\/$/.exec(to ?? '')?.[1] ?? []))
  const lines = entries.flatMap(({ from, to, version }) => {
    if (!to) return []
    if (!version || kept.has(String(version))) return [`${base}${from} ${base}${to} ${version ? 302 : 301}\n`]
    return []
  })
  const shared = new Set(entries.flatMap(({ version = 0 }) => (version && !kept.has(String(version)) ? [version] : [])))
  const moved = entries.filter(
    ({ version, to, from }) => version && to && !from.startsWith(to) && !kept.has(String(version)),
  )
  return [
    ...lines,
    ...moved.map(({ from, to }) => `${base}${from} ${base}${to} 302\n`),
    ...[...shared]
      .sort((a, b) => a - b)
      .map((version) => `${base}/sources/:page/v${version}/ ${base}/sources/:page/ 302\n`),
  ].join('')
}

/** Common hosts read between 1,000 and 2,000 lines that name one address each. */
const MOST_LINES = 1000

/** Warns when hosts may not read all of `_redirects`. */
export function checkRedirects(text: string, hasStubs: boolean): Problem[] {
  const count = text.split('\n').length - 1
  if (hasStubs || count <= MOST_LINES) return []
  const reason = `_redirects has ${count} lines; some hosts read no more than the first ${MOST_LINES}`
  const hint = 'Write "stubs: true" in seeds/dossier.yml: then each old address is a page that leads on, too.'
  return [{ file: 'seeds/dossier.yml', severity: 'warning', rule: 'build/redirects', reason, hint }]
}

/** The page at which a merged or moved one ends; itself when it leads nowhere else. */
function followPage(line: PagePermalink, pages: ReadonlyMap<string, PagePermalink>): PagePermalink {
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
  fragments: readonly Fragment[],
): RedirectEntry[] {
  const end = followPage(line, pages)
  const isLive = line.state === 'live'
  const { id } = line
  const fragmentsAt = (address: string | undefined) =>
    fragments.map((fragment) => ({ ...fragment, ...(address && { to: `${address}#${fragment.id}` }) }))
  const old = (isLive ? line.formerly : [...line.formerly, line.address]).filter((from) => !isAnchor(from))
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
