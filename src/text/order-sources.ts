import type { Source } from '../model/source.ts'
import { compare } from './compare.ts'

/**
 * The order in which sources are read side by side: by publication date, undated ones last, then by file.
 *
 * @param sources any sources
 * @returns place of each file, from 0
 */
export function orderSources(sources: readonly Source[]): Map<string, number> {
  const sorted = [...sources].sort((a, b) => compare(dateKey(a), dateKey(b)) || compare(a.file, b.file))
  return new Map(sorted.map(({ file }, place) => [file, place]))
}

/** Publication date as far as it is known: `2017`, `2017-02` or `2017-02-13`. */
export function publishedOn(source: Source): string | undefined {
  return source.metadata.date?.value
}

function dateKey(source: Source): string {
  return publishedOn(source) ?? '~'
}
