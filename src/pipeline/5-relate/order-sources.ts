import type { Source } from '../../model/source.ts'

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

/** Compares by code point: the one order of this project. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function dateKey(source: Source): string {
  return publishedOn(source) ?? '~'
}
