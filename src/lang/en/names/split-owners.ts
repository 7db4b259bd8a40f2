import type { Candidate } from '../../names/candidate.ts'
import { isAcronym } from '../../names/line.ts'
import { keyOf } from './settle-kinds.ts'

const POSSESSIVE = /^['’]s$/

/**
 * Cuts a name at a possessive when the owner is an acronym, a place of two words, or named elsewhere in the source: "Okafor's Northport" is two
 * names, "St. Ada's Church" one.
 */
export function splitOwners(candidates: readonly Candidate[]): Candidate[] {
  const keys = new Set(candidates.map(keyOf))
  return candidates.flatMap((candidate) => {
    const { line, from, to, rule } = candidate
    const at = line.tokens.slice(from + 1, to - 1).findIndex((token) => POSSESSIVE.test(token.text)) + from + 1
    if (at === from || rule !== 'name/tagger') return [candidate]
    const owner = { ...candidate, to: at }
    const isInstitution = at === from + 1 && isAcronym(line.tokens[from]!.text)
    if (isInstitution)
      return [
        { ...owner, kind: 'organisation' as const },
        { ...candidate, from: at + 1 },
      ]
    const isCity = candidate.kind === 'place' && at > from + 1 && !/^S(?:ain)?t$/.test(line.tokens[from]!.text)
    if (isCity) return [owner, { ...candidate, from: at + 1 }]
    return keys.has(keyOf(owner)) ? [{ ...candidate, from: at + 1 }] : [candidate]
  })
}
