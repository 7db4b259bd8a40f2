import type { Candidate } from '../../names/candidate.ts'
import { isAcronym, isCapitalised } from '../../names/candidate.ts'
import { keyOf } from './judge/settle-kinds.ts'
import { LAST_WORDS, readVocabulary } from './lists/vocabulary.ts'

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

const { businesses, trading } = readVocabulary<Record<'businesses' | 'trading', string[]>>('organisation-heads')
const BUSINESSES = new Set(businesses)
/** Goods that firms name after their first word: "Vale Oil and Gas". */
const TRADING = new Set([...businesses, ...trading])

/** Cuts what the tagger took for one firm in two: "Vale Consulting and Okafor", but not "Vale Oil and Gas" or "Vale Mining and Harbour Company". */
export function splitFirms(candidates: readonly Candidate[]): Candidate[] {
  return candidates.flatMap((candidate) => {
    const { line, from, to, kind, rule } = candidate
    const word = (at: number): string => line.tokens[at]!.text
    const at = line.tokens.findIndex(({ text }, index) => index > from + 1 && index < to - 1 && text === 'and')
    const isFirm = rule === 'name/tagger' && kind === 'organisation' && at > 0 && BUSINESSES.has(word(at - 1))
    const isOther = isFirm && isCapitalised(word(at + 1)) && !TRADING.has(word(at + 1)) && !LAST_WORDS.has(word(to - 1))
    return isOther
      ? [
          { ...candidate, to: at },
          { ...candidate, from: at + 1 },
        ]
      : [candidate]
  })
}
