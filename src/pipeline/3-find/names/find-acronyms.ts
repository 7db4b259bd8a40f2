import type { Candidate } from './candidate.ts'
import { RANK } from './candidate.ts'
import { isAcronym } from './line.ts'

/** An acronym in brackets behind a name of which it has the initials: "Northport Pilots (NP)" makes "NP" a name of the same kind. */
export function findAcronyms(chosen: readonly Candidate[]): Candidate[] {
  return chosen.flatMap((name) => {
    const { line, to } = name
    const words = line.tokens.slice(to, to + 3).map((token) => token.text)
    if (words[0] !== '(' || words[2] !== ')' || !isAcronym(words[1]!) || !hasInitials(name, words[1]!)) return []
    return [{ ...name, from: to + 1, to: to + 2, rule: 'names/acronym-in-brackets', rank: RANK.pattern }]
  })
}

function hasInitials({ line, from, to, form }: Candidate, acronym: string): boolean {
  const capitals = line.tokens.slice(from, to).map((token) => token.text[0]!).filter((letter) => /\p{Lu}/u.test(letter)).join('')
  return form === 'name' && capitals === acronym.replaceAll('.', '')
}
