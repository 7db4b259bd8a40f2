import type { PagePermalink, PermalinkRecord } from '../../model/permalink.ts'
import type { Problem, Reported } from '../../model/problem.ts'
import type { SourceVersion } from '../../model/version.ts'
import { hashVersion } from './carry-source.ts'
import { hashPassageText } from './normalise-text.ts'
import { splitRecord } from './record-file.ts'

/** Where an earlier text is kept, relative to the dossier's root. */
export function versionFile({ source, version }: Pick<SourceVersion, 'source' | 'version'>): string {
  return `content/versions/${source}/v${version}.json`
}

/**
 * The earlier texts to write: those on disk that the record still keeps, and those that this build set apart. A text
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

/** What is wrong with the earlier texts of one source. */
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
