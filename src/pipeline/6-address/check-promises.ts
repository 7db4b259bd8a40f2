import type { PagePermalink, PassagePermalink, Permalink, PermalinkRecord } from '../../model/permalink.ts'
import { indexAnchors, isAnchor, isPassagePermalink, promiseOf } from '../../model/permalink.ts'
import type { Problem } from '../../model/problem.ts'
import type { SourceVersion } from '../../model/entry.ts'
import { checkVersion } from './carry-source.ts'
import { listRedirects, listVersions } from './list-redirects.ts'
import { RECORD_FILE, splitRecord } from './record-file.ts'
import { TOMBSTONES_FILE } from './retire-pages.ts'

/** A page of the built site. */
export interface BuiltPage {
  /** Path from the dossier's root, as `/sources/board-votes-3k9m2p7x/`. */
  readonly path: string
  /** The `id` of every element. */
  readonly ids: ReadonlySet<string>
}

type Built = ReadonlyMap<string, ReadonlySet<string>>

/**
 * Checks every promise of the record against the built site: each address is a page, a redirect or a tombstone, each
 * fragment an element of it, each version an address, and each earlier one a page whose text has the hash on record.
 *
 * @param hasStubs every redirect is a page too; without, a line of `_redirects` is enough
 * @param versions the earlier texts as they were written
 */
export function checkPromises(
  record: PermalinkRecord,
  pages: readonly BuiltPage[],
  versions: readonly SourceVersion[],
  hasStubs = true,
): Problem[] {
  const built = new Map(pages.map(({ path, ids }) => [path, ids]))
  const led = new Set(hasStubs ? [] : listRedirects(record).flatMap(({ from, to }) => (to ? [from] : [])))
  const { pages: lines, passages } = splitRecord(record)
  const anchors = indexAnchors(lines)
  const bySource = Map.groupBy(versions, ({ source }) => source)
  return lines.flatMap((line) => {
    const texts = (bySource.get(line.id) ?? []).filter(({ version }) => line.kept?.includes(version))
    return [
      ...brokenPages(line, built, led),
      ...brokenFragments(line, passages.get(line.id) ?? [], texts, built),
      ...missingOn(
        line.address,
        (anchors.get(line.id) ?? []).map(({ fragment }) => fragment),
        built,
      ),
      ...checkVersion(line, texts),
    ]
  })
}

function brokenPages(line: PagePermalink, built: Built, led: ReadonlySet<string>): Problem[] {
  const addresses = [line.address, ...line.formerly].filter((address) => !isAnchor(address))
  const all = addresses.flatMap((address) => [
    address,
    ...listVersions(line).map((version) => `${address}v${version}/`),
  ])
  const hint = `Restore what gave this page, or let it go in ${TOMBSTONES_FILE}:\n- id: ${line.id}\n  reason: "Why it is gone"\n  date: "YYYY-MM-DD"`
  return all
    .filter((path) => !built.has(path) && !led.has(path))
    .map((path) => problemOf(`${path} was published and is no page of the site`, hint))
}

function brokenFragments(
  { address, formerly, versions = [] }: PagePermalink,
  passages: readonly PassagePermalink[],
  texts: readonly SourceVersion[],
  built: Built,
): Problem[] {
  const promised = [
    ...[address, ...formerly, `${address}v${versions.length}/`].map(
      (path) => [path, passages.map(({ id }) => id)] as const,
    ),
    ...texts.map((text) => [`${address}v${text.version}/`, text.passages.map(({ id }) => id)] as const),
  ]
  return promised.flatMap(([path, ids]) => missingOn(path, ids, built))
}

/** A page that is not there at all is reported by itself. */
function missingOn(path: string, ids: readonly string[], built: Built): Problem[] {
  const hint = 'The page must hold an element with this id, if only an empty one with a notice.'
  const found = built.get(path)
  return found
    ? ids
        .filter((id) => !found.has(id))
        .map((id) => problemOf(`${path}#${id} was published and is no element of the page`, hint))
    : []
}

function problemOf(reason: string, hint: string): Problem {
  return { file: RECORD_FILE, severity: 'error', rule: 'permalink/broken', reason, hint }
}

/**
 * Checks that a record still has every id, address and version of an earlier one.
 *
 * @param published the record of the published site, from the last commit or the host
 * @param now the record that would replace it
 */
export function checkHistory(published: PermalinkRecord, now: PermalinkRecord): Problem[] {
  const lines = new Map(now.map((line) => [line.id, line]))
  return published.flatMap((line) => faultsOf(line, lines.get(line.id)).map((reason) => lineProblem(line, reason)))
}

/** Both lines have one id, and an id says whether it is a passage's. */
function faultsOf(line: Permalink, after: Permalink | undefined): string[] {
  if (!after)
    return [`${isPassagePermalink(line) ? line.id : line.address} was published and is not in the record any more`]
  if (!isPassagePermalink(line)) return pageFaults(line, after as PagePermalink)
  return line.source === (after as PassagePermalink).source ? [] : [`${line.id} moved to another source`]
}

function pageFaults(line: PagePermalink, after: PagePermalink): string[] {
  const kept = new Set([after.address, ...after.formerly].map(promiseOf))
  const lost = [line.address, ...line.formerly].filter((address) => !kept.has(promiseOf(address)))
  const isShorter = (line.versions ?? []).some((hash, at) => after.versions?.[at] !== hash)
  return [
    ...lost.map((address) => `${address} was published and neither is an address nor leads to one`),
    ...(isShorter ? [`A version of ${line.address} is not the one that was published`] : []),
  ]
}

function lineProblem(line: Permalink, reason: string): Problem {
  const hint = `Put this line back into ${RECORD_FILE}:\n${JSON.stringify(line)}`
  return { file: RECORD_FILE, severity: 'error', rule: 'permalink/record', reason, hint }
}
