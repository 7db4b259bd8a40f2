import type { CodedText } from './code.ts'
import { matchPattern } from './match.ts'
import type { Match } from './match.ts'
import type { Recogniser } from './recogniser.ts'
import type { Resolve } from '../../dates/reading.ts'

/** A match that was taken, ready to be worked out. */
export interface Chosen {
  readonly rule: string
  readonly match: Match
  readonly resolve: Resolve
}

/**
 * Runs every recogniser over a text and keeps the matches that do not overlap: longer before shorter,
 * then earlier recogniser before later.
 *
 * @returns matches in text order
 */
export function chooseMatches(coded: CodedText, recognisers: readonly Recogniser[]): Chosen[] {
  const found = recognisers.flatMap((recogniser) => readMatches(coded, recogniser))
  const byLength = found.sort((a, b) => lengthOf(b) - lengthOf(a) || a.match.from - b.match.from)
  const taken = new Uint8Array(coded.tokens.length)
  const chosen = byLength.filter(({ match }) => {
    if (taken.subarray(match.from, match.to).includes(1)) return false
    taken.fill(1, match.from, match.to)
    return true
  })
  return chosen.sort((a, b) => a.match.from - b.match.from)
}

function readMatches(coded: CodedText, { rule, pattern, read }: Recogniser): Chosen[] {
  const chosen: Chosen[] = []
  for (const match of matchPattern(pattern, coded)) {
    const resolve = read(match)
    if (resolve) chosen.push({ rule, match, resolve })
  }
  return chosen
}

function lengthOf({ match }: Chosen): number {
  return match.to - match.from
}
