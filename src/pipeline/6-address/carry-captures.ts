import type { PagePermalink, PassagePermalink } from '../../model/permalink.ts'
import type { Source } from '../../model/source.ts'
import type { SourceVersion } from '../../model/version.ts'
import type { CarriedSource } from './carry-source.ts'
import { carrySource, hashPassages } from './carry-source.ts'

/** A source's lines after a build, and the texts that stood before its present one. */
export interface CarriedCaptures extends Omit<CarriedSource, 'earlier'> {
  readonly earlier: readonly SourceVersion[]
}

/**
 * Carries one source over its captures, the oldest first, as if each had been published in turn. A capture that is a
 * version on record already, or that came to light after a later one was published, is passed over.
 *
 * @param captures earlier captures of the source, from `joinCaptures`
 */
export function carryCaptures(
  source: Source,
  captures: readonly Source[],
  page: PagePermalink,
  lines: readonly PassagePermalink[],
  taken: Set<string>,
): CarriedCaptures {
  const known = page.versions ?? []
  const isPublished = known.includes(hashPassages(source.passages))
  const texts = [...captures.filter(({ passages }) => !isPublished && !known.includes(hashPassages(passages))), source]
  const earlier: SourceVersion[] = []
  let carried: CarriedSource = { page, passages: lines }
  for (const [at, text] of texts.entries()) {
    carried = carrySource(text, carried.page, carried.passages, taken)
    const accessed = texts[at - 1]?.sidecar.accessed
    if (carried.earlier) earlier.push({ ...carried.earlier, ...(accessed && { accessed }) })
  }
  return { page: carried.page, passages: carried.passages, earlier }
}
