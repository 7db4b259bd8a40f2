import type { Passage } from '../../model/passage.ts'
import type { PagePermalink, PassagePermalink, PermalinkRecord } from '../../model/permalink.ts'
import type { Problem, Reported } from '../../model/problem.ts'
import type { Rights, Source } from '../../model/source.ts'
import type { SourceVersion } from '../../model/entry.ts'
import { sha256Of } from '../../text/hash.ts'
import { carryPassages, isStanding } from './carry-passages.ts'
import { hashPassageText } from './page-marks.ts'
import { splitRecord } from './record-file.ts'

/** A source's lines after a build, and its earlier text when this build's is another. */
export interface CarriedSource {
  readonly page: PagePermalink
  /** Those of the present passages first, in their order. */
  readonly passages: readonly PassagePermalink[]
  readonly earlier?: SourceVersion
}

/**
 * Carries one source over: adds a version if its words changed (typography does not count), and carries the ids of
 * its passages.
 *
 * @param page the source's line, as recognised or minted in this build
 * @param lines the record's lines for its passages
 * @param taken all published ids; new ones are added
 */
export function carrySource(
  { passages, rights }: Source,
  page: PagePermalink,
  lines: readonly PassagePermalink[],
  taken: Set<string>,
): CarriedSource {
  const known = page.versions ?? []
  const hash = hashPassages(passages)
  if (known.at(-1) === hash && isSameText(passages, rights, lines)) return { page, passages: inOrder(lines) }
  const versions = known.at(-1) === hash ? known : [...known, hash]
  const carried = carryPassages({ id: page.id, passages, rights, version: versions.length }, lines, taken)
  const earlier =
    versions.length > known.length && rights === 'full' ? earlierVersion(page.id, known, lines) : undefined
  const kept = rights === 'full' ? [...(page.kept ?? []), ...(earlier ? [earlier.version] : [])] : []
  return { page: { ...page, versions, kept, passages: carried.length }, passages: carried, ...(earlier && { earlier }) }
}

/** True when the record holds this very text, so that nothing need be aligned. */
function isSameText(passages: readonly Passage[], rights: Rights, lines: readonly PassagePermalink[]): boolean {
  const wordsOf = (all: readonly (Passage | PassagePermalink)[]) =>
    JSON.stringify(all.map(({ ordinal, text }) => [ordinal, text]))
  return rights === 'full' && wordsOf(inOrder(lines).filter(isStanding)) === wordsOf(passages)
}

/** The lines of the present passages in their order, then the others. */
function inOrder(lines: readonly PassagePermalink[]): PassagePermalink[] {
  return lines.toSorted((a, b) => Number(isStanding(b)) - Number(isStanding(a)) || a.ordinal - b.ordinal)
}

/** SHA-256 of a text as the record of versions holds it. */
export function hashPassages(passages: readonly Passage[]): string {
  return hashVersion(passages.map(({ text }) => hashPassageText(text)))
}

/** SHA-256 of a whole text, from the hashes of its passages in order. */
export function hashVersion(hashes: readonly string[]): string {
  return sha256Of(hashes.join('\n'))
}

/** The text that the record holds, when it may be shown and there is one. */
function earlierVersion(
  source: string,
  known: readonly string[],
  lines: readonly PassagePermalink[],
): SourceVersion | undefined {
  const passages = inOrder(lines)
    .filter(isStanding)
    .flatMap(({ id, text, hash }) => (text === undefined ? [] : [{ id, text, hash }]))
  return passages.length > 0 ? { source, version: known.length, hash: known.at(-1)!, passages } : undefined
}

/** Where an earlier text is kept, relative to the dossier's root. */
export function versionFile({ source, version }: Pick<SourceVersion, 'source' | 'version'>): string {
  return `content/versions/${source}/v${version}.json`
}

/**
 * The earlier texts to write: those on disk that the record still keeps, and those of this build. A text
 * that may no longer be shown is left out; one that is missing or altered is an error.
 *
 * @param onDisk what `content/versions/` holds
 * @param made from `assignAddresses`
 */
export function keepVersions(
  record: PermalinkRecord,
  onDisk: readonly SourceVersion[],
  made: readonly SourceVersion[],
): Reported<SourceVersion[]> {
  const { pages: lines } = splitRecord(record)
  const kept = new Map(lines.map(({ id, kept: versions = [] }) => [id, new Set(versions)]))
  const value = [...onDisk, ...made].filter(({ source, version }) => kept.get(source)?.has(version))
  return { value, problems: lines.flatMap((line) => checkVersion(line, value)) }
}

/** Errors in the earlier texts of one source. */
export function checkVersion(
  { id, address, versions = [], kept = [] }: PagePermalink,
  texts: readonly SourceVersion[],
): Problem[] {
  return kept.flatMap((version): Problem[] => {
    const text = texts.find((one) => one.source === id && one.version === version)
    if (text && isIntact(text, versions[version - 1])) return []
    const file = versionFile({ source: id, version })
    const reason = `${address}v${version}/ was published; its text is ${text ? 'not the one that was' : 'missing'}`
    return [
      {
        file,
        severity: 'error',
        rule: 'permalink/version',
        reason,
        hint: `Take the file from the last commit: git checkout -- ${file}`,
      },
    ]
  })
}

function isIntact({ hash, passages }: SourceVersion, promised: string | undefined): boolean {
  const hashes = passages.map(({ text }) => hashPassageText(text))
  return hash === promised && hashVersion(hashes) === promised
}
