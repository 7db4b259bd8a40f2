import type { Candidate } from '../../names/candidate.ts'
import { RANK } from '../../names/candidate.ts'
import { keyOf } from './settle-kinds.ts'
import { isMostlyCapitalised } from '../../tagger/word.ts'

/**
 * Cuts a person's name in a line in title case down to the full name that the text below has: in "Ada Vale Hammers
 * Northport" nothing but the text can say where the name ends.
 *
 * @param names of one source, as the layers found them
 */
export function trimHeadings(names: readonly Candidate[]): Candidate[] {
  const inTitleCase = new Set(
    [...new Set(names.map(({ line }) => line))].filter(({ tokens }) =>
      isMostlyCapitalised(tokens.map(({ text }) => text)),
    ),
  )
  const known = new Set(
    names.filter(({ line, kind, from, to }) => kind === 'person' && to - from > 1 && !inTitleCase.has(line)).map(keyOf),
  )
  return names.map((name) => {
    const isDoubtful =
      name.kind === 'person' && name.rank <= RANK.tagger && inTitleCase.has(name.line) && !known.has(keyOf(name))
    return (isDoubtful && partsOf(name).find((part) => known.has(keyOf(part)))) || name
  })
}

/** The name without words at its end or its beginning, the longest first, of two words at least. */
function partsOf(name: Candidate): Candidate[] {
  const lengths = Array.from(
    { length: Math.max(0, name.to - name.from - 2) },
    (_, less) => name.to - name.from - 1 - less,
  )
  return lengths.flatMap((length) => [
    { ...name, to: name.from + length },
    { ...name, from: name.to - length },
  ])
}
