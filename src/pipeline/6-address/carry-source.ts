import type { Passage } from '../../model/passage.ts'
import type { PagePermalink, PassagePermalink } from '../../model/permalink.ts'
import type { Rights } from '../../model/sidecar.ts'
import type { Source } from '../../model/source.ts'
import type { SourceVersion } from '../../model/version.ts'
import { carryPassages, isStanding } from './carry-passages.ts'
import { sha256Of } from '../../text/hash.ts'
import { hashPassageText } from './normalise-text.ts'

/** A source's lines after a build, and its earlier text when this build's is another. */
export interface CarriedSource {
  readonly page: PagePermalink
  /** Those of the present passages first, in their order. */
  readonly passages: readonly PassagePermalink[]
  readonly earlier?: SourceVersion
}

/**
 * Carries one source over: counts a version when its words changed (typography does not count), and carries the ids of
 * its passages.
 *
 * @param page the source's line, as recognised or minted in this build
 * @param lines the record's lines for its passages
 * @param taken ids ever given out; new ones are added
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
