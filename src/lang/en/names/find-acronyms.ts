import type { Candidate } from '../../names/candidate.ts'
import { RANK } from '../../names/candidate.ts'
import { isAcronym } from '../../names/line.ts'

/** An acronym in brackets behind a name of which it has the initials: "Northport Pilots (NP)" makes "NP" a name of the same kind. */
export function findAcronyms(chosen: readonly Candidate[]): Candidate[] {
  return chosen.flatMap((name) => {
    const { line, to } = name
    const words = line.tokens.slice(to, to + 3).map((token) => token.text)
    if (words[0] !== '(' || words[2] !== ')' || !isAcronym(words[1]!) || !hasInitials(name, words[1]!)) return []
    return [{ ...name, from: to + 1, to: to + 2, rule: 'name/acronym-in-brackets', rank: RANK.pattern }]
  })
}

function hasInitials(name: Candidate, acronym: string): boolean {
  return name.form === 'name' && initialsOf(name) === acronym.replaceAll('.', '')
}

/** The capitals that begin the words of a name. */
export function initialsOf({ line, from, to }: Candidate): string {
  return line.tokens
    .slice(from, to)
    .map((token) => token.text[0]!)
    .filter((letter) => /\p{Lu}/u.test(letter))
    .join('')
}
