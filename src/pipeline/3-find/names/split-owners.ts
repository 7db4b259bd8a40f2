import type { Candidate } from './candidate.ts'
import { keyOf } from './settle-kinds.ts'

const POSSESSIVE = /^['’]s$/

/** Cuts a name at a possessive when the source names the owner elsewhere: "Okafor's Northport" is two names, "St. Ada's Church" one. */
export function splitOwners(candidates: readonly Candidate[]): Candidate[] {
  const keys = new Set(candidates.map(keyOf))
  return candidates.flatMap((candidate) => {
    const { line, from, to, rule } = candidate
    const at = line.tokens.slice(from + 1, to - 1).findIndex((token) => POSSESSIVE.test(token.text)) + from + 1
    const owner = { ...candidate, to: at }
    return at > from && rule === 'names/tagger' && keys.has(keyOf(owner)) ? [{ ...candidate, from: at + 1 }] : [candidate]
  })
}
